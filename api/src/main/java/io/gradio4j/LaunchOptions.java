package io.gradio4j;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How {@link Blocks#launch(java.util.function.Consumer) launch} starts the server. What is not set here comes from configuration under
 * Gradio's names ({@code GRADIO_SERVER_PORT}, …) and then from the defaults. A launcher that cannot honour an option refuses to start
 * and names it.
 */
public final class LaunchOptions {

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
     * The path or URL under which a proxy shows the app.
     *
     * @param path such as {@code /tools} or {@code https://example.org/tools}; default: {@code GRADIO_ROOT_PATH}, else none
     * @return these options
     */
    public LaunchOptions rootPath(String path) {
        return put("root_path", path);
    }

    /**
     * Asks for a login and adds a user. Default: everybody may use the app.
     *
     * @param user the name
     * @param password the password
     * @return these options
     */
    public LaunchOptions auth(String user, String password) {
        users.put(user, password);
        return put("auth", Collections.unmodifiableMap(users));
    }

    /**
     * A text on the login page.
     *
     * @param message default: none
     * @return these options
     */
    public LaunchOptions authMessage(String message) {
        return put("auth_message", message);
    }

    /**
     * Files and folders that everybody who may use the app may read.
     *
     * @param paths default: {@code GRADIO_ALLOWED_PATHS}, else none
     * @return these options
     */
    public LaunchOptions allowedPaths(Path... paths) {
        return put("allowed_paths", new ArrayList<>(List.of(paths)));
    }

    /**
     * The largest file that may be uploaded.
     *
     * @param size a number with {@code b}, {@code kb}, {@code mb}, {@code gb} or {@code tb}, counted in 1024s; default: no limit
     * @return these options
     */
    public LaunchOptions maxFileSize(String size) {
        return put("max_file_size", size);
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
