package io.gradio4j;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How {@link Blocks#launch(java.util.function.Consumer) launch} starts the server. What is not set here comes from configuration under
 * Gradio's names ({@code GRADIO_SERVER_PORT}, …) and then from the defaults. A launcher that cannot honour an option refuses to start
 * and names it.
 */
public final class LaunchOptions {

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,18})\\s*(b|kb|mb|gb|tb)");

    private final Map<String, Object> set = new LinkedHashMap<>();
    private final Map<String, String> users = new LinkedHashMap<>();

    /** Options with nothing set. */
    public LaunchOptions() {
    }

    /**
     * The port.
     *
     * @param port 0 for any free one; default: {@code GRADIO_SERVER_PORT}, else the first free one from 7860
     * @return these options
     * @throws IllegalArgumentException if it is no port
     */
    public LaunchOptions port(int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be within 0 and 65535, not " + port);
        }
        return put("server_port", port);
    }

    /**
     * The address to listen on.
     *
     * @param name a name or address; default: {@code GRADIO_SERVER_NAME}, else {@code 127.0.0.1}
     * @return these options
     */
    public LaunchOptions serverName(String name) {
        return put("server_name", name);
    }

    /**
     * Serves HTTPS with this certificate. Needs {@link #sslKeyfile}.
     *
     * @param pem a file with the server's certificate in PEM form, followed by those of the authorities between, if any; default:
     *        {@code GRADIO_SSL_CERTFILE}, else plain HTTP
     * @return these options
     */
    public LaunchOptions sslCertfile(Path pem) {
        return put("ssl_certfile", pem);
    }

    /**
     * The private key of {@link #sslCertfile}.
     *
     * @param pem a file with the key in PEM form, PKCS#8, encrypted or not; default: {@code GRADIO_SSL_KEYFILE}
     * @return these options
     */
    public LaunchOptions sslKeyfile(Path pem) {
        return put("ssl_keyfile", pem);
    }

    /**
     * The password of an encrypted {@link #sslKeyfile}.
     *
     * @param password never logged; default: {@code GRADIO_SSL_KEYFILE_PASSWORD}
     * @return these options
     */
    public LaunchOptions sslKeyfilePassword(String password) {
        return put("ssl_keyfile_password", password);
    }

    /**
     * Whether the app is shown in this machine's browser when it has started. Where there is no desktop the log says so.
     *
     * @param open default: false
     * @return these options
     */
    public LaunchOptions inbrowser(boolean open) {
        return put("inbrowser", open);
    }

    /**
     * Whether the log leaves out where the server listens.
     *
     * @param quiet default: false
     * @return these options
     */
    public LaunchOptions quiet(boolean quiet) {
        return put("quiet", quiet);
    }

    /**
     * How many sessions are kept, each with its States. When there are more, the one goes that was used least recently, of those without an open page first.
     *
     * @param sessions at least 1; default: {@code GRADIO_STATE_SESSION_CAPACITY}, else 10,000
     * @return these options
     * @throws IllegalArgumentException if it is less than 1
     */
    public LaunchOptions stateSessionCapacity(int sessions) {
        if (sessions < 1) {
            throw new IllegalArgumentException("stateSessionCapacity must be at least 1, not " + sessions);
        }
        return put("state_session_capacity", sessions);
    }

    /**
     * The path or URL under which a proxy shows the app.
     *
     * @param path such as {@code /tools} or {@code https://example.org/tools}; default: {@code GRADIO_ROOT_PATH}, else none
     * @return these options
     */
    public LaunchOptions rootPath(String path) {
        return put("root_path", path);
    }

    /**
     * Lets the pages of other sites use the app's API from their visitors' browsers.
     *
     * @param origins exact origins such as {@code https://example.org} or {@code http://localhost:3000}, no patterns; default:
     *        {@code GRADIO_CORS_ORIGINS}, a list with commas, else none
     * @return these options
     */
    public LaunchOptions corsOrigins(String... origins) {
        return put("cors_origins", List.of(origins));
    }

    /**
     * Whether the last events are kept, and a page that only the operator finds shows how they went.
     *
     * @param enable default: {@code GRADIO_MONITORING}, else true
     * @return these options
     */
    public LaunchOptions enableMonitoring(boolean enable) {
        return put("enable_monitoring", enable);
    }

    /**
     * The icon of the browser's tab, and of the installed app.
     *
     * @param file an {@code .svg}, {@code .png}, {@code .ico}, {@code .jpg}, {@code .gif} or {@code .webp} of at most 5 MB; default:
     *        {@code GRADIO_FAVICON_PATH}, else Gradio4J's own
     * @return these options
     */
    public LaunchOptions faviconPath(Path file) {
        return put("favicon_path", file);
    }

    /**
     * Whether browsers offer to install the app.
     *
     * @param offer default: {@code GRADIO_PWA}, else false
     * @return these options
     */
    public LaunchOptions pwa(boolean offer) {
        return put("pwa", offer);
    }

    /**
     * Whether a visitor's browser keeps what was put into the app and what came out, for that visitor alone to look at again. The server
     * keeps nothing of it.
     *
     * @param keep default: {@code GRADIO_RUN_HISTORY}, else true; false also makes browsers forget what they have kept
     * @return these options
     */
    public LaunchOptions runHistory(boolean keep) {
        return put("run_history", keep);
    }

    /**
     * Asks for a login and adds a user. Default: {@code GRADIO_AUTH}, a list such as {@code ada:secret,bob:other}, else everybody may use
     * the app.
     *
     * @param user the name
     * @param password the password
     * @return these options
     * @throws IllegalStateException if the app has another way to know its users already
     */
    public LaunchOptions auth(String user, String password) {
        ensureOneWay("auth(user, password)", Map.class);
        users.put(user, password);
        return put("auth", Collections.unmodifiableMap(users));
    }

    /**
     * Asks for a login that the app checks itself.
     *
     * @param check gets name and password as they were typed, the name without blanks around it; true lets in
     * @return these options
     * @throws IllegalStateException if the app has another way to know its users already
     */
    public LaunchOptions auth(BiPredicate<String, String> check) {
        ensureOneWay("auth(check)", BiPredicate.class);
        return put("auth", check);
    }

    /**
     * Lets a function say who sent a request, for example by a header that a proxy has set. There is no login page: who is not known gets
     * 401. Gradio's {@code auth_dependency}.
     *
     * @param user gives the user's name; empty for nobody. It is called for each request, on many threads. The request's
     *        {@link Request#username} is the user that the container knows, if any
     * @return these options
     * @throws IllegalStateException if the app has another way to know its users already
     */
    public LaunchOptions authenticate(Function<Request, Optional<String>> user) {
        ensureOneWay("authenticate(user)", Function.class);
        return put("auth", user);
    }

    /**
     * Which roles a user has, for {@link Options#rolesAllowed}. In a container, those that it knows are added.
     *
     * @param roles gives the roles of a user's name; default: none
     * @return these options
     */
    public LaunchOptions roles(Function<String, Set<String>> roles) {
        return put("roles", roles);
    }

    private void ensureOneWay(String wanted, Class<?> type) {
        var other = set.get("auth");
        if (other != null && !type.isInstance(other)) {
            throw new IllegalStateException(wanted + " contradicts what was set before: users come from auth(user, password), auth(check) or "
                    + "authenticate(user), from one of them only");
        }
    }

    /**
     * A text on the login page, also part of the answer 401.
     *
     * @param message simple HTML; the page shows nothing of it that could run; default: {@code GRADIO_AUTH_MESSAGE}, else none
     * @return these options
     */
    public LaunchOptions authMessage(String message) {
        return put("auth_message", message);
    }

    /**
     * Files and folders that everybody who may use the app may read, under their path relative to the working directory, and that
     * handlers may return.
     *
     * @param paths relative ones count from the working directory; default: {@code GRADIO_ALLOWED_PATHS}, separated by commas, else none
     * @return these options
     */
    public LaunchOptions allowedPaths(Path... paths) {
        return put("allowed_paths", List.of(paths));
    }

    /**
     * Files and folders that never leave the server, whatever else allows them.
     *
     * @param paths relative ones count from the working directory; default: {@code GRADIO_BLOCKED_PATHS}, separated by commas, else none
     * @return these options
     */
    public LaunchOptions blockedPaths(Path... paths) {
        return put("blocked_paths", List.of(paths));
    }

    /**
     * The largest file that may be uploaded.
     *
     * @param size a whole number with {@code b}, {@code kb}, {@code mb}, {@code gb} or {@code tb}, any case, counted in 1024s; default:
     *         {@code GRADIO_MAX_FILE_SIZE}, else no limit
     * @return these options
     * @throws IllegalArgumentException if it is no such size
     */
    public LaunchOptions maxFileSize(String size) {
        var parts = SIZE.matcher(size.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new IllegalArgumentException("maxFileSize must be a whole number with b, kb, mb, gb or tb, such as 20mb, not '" + size + "'");
        }
        var shift = 10 * "bkmgt".indexOf(parts.group(2).charAt(0));
        var number = Long.parseLong(parts.group(1));
        if (number > Long.MAX_VALUE >> shift) {
            throw new IllegalArgumentException("maxFileSize is too large: " + size);
        }
        return maxFileSize(number << shift);
    }

    /**
     * The largest file that may be uploaded.
     *
     * @param bytes default: {@code GRADIO_MAX_FILE_SIZE}, else no limit
     * @return these options
     * @throws IllegalArgumentException if less than 1
     */
    public LaunchOptions maxFileSize(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("maxFileSize must be 1 byte or more, not " + bytes);
        }
        return put("max_file_size", bytes);
    }

    /**
     * Whether the app's endpoints are also tools of an MCP server.
     *
     * @param serve default: {@code GRADIO_MCP_SERVER}, else false
     * @return these options
     */
    public LaunchOptions mcpServer(boolean serve) {
        return put("mcp_server", serve);
    }

    /**
     * Whether the texts of all exceptions reach the page and API clients.
     *
     * @param show default: false
     * @return these options
     */
    public LaunchOptions showError(boolean show) {
        return put("show_error", show);
    }

    private LaunchOptions put(String name, Object value) {
        set.put(name, value);
        return this;
    }

    /** All options that were set, by Gradio's names. */
    public Map<String, Object> all() {
        return Collections.unmodifiableMap(set);
    }

    /**
     * One option.
     *
     * @param name Gradio's name
     * @param type its type
     * @param <T> its type
     * @return empty when it was not set
     */
    public <T> Optional<T> get(String name, Class<T> type) {
        return Optional.ofNullable(set.get(name)).map(type::cast);
    }
}
