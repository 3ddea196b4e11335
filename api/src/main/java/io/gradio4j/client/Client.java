package io.gradio4j.client;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls the endpoints of an app, one of ours or one of Gradio's: {@link #predict} waits for the result, {@link #submit} follows the
 * call. A client is one session of the app: the app's state is kept from call to call. Its methods may be used by many threads at once;
 * those that wait may be interrupted. Closing it cancels what is still open.
 *
 * {@snippet :
 * try (var client = Client.connect("http://localhost:7860/greet")) {
 *     String hello = client.predict("/greet", "Ada").as(String.class);
 *     for (var part : client.submit("/ask", "why?")) {
 *         System.out.println(part);
 *     }
 * }
 * }
 *
 * <p>Values are given in the order of the endpoint's parameters, or by name as {@link Arguments}; those that are left out have their
 * defaults. A value may be text, a number, a truth value, a list, an array, a map, JSON, or anything that JSON-B can write. A file
 * ({@link java.nio.file.Path}, {@link java.io.File}, {@link java.io.InputStream}, bytes, {@link Upload}) is uploaded, wherever in lists
 * and maps it is; a {@link RemoteFile} stays where it is.
 *
 * <p>Every request goes to the address that the client was given, whatever the app says about itself, and redirects are not followed.
 */
public final class Client implements AutoCloseable {

    private final Http http;
    private final AppConfig config;
    private final Api api;
    private final Uploads uploads;
    private final ClientOptions options;
    private final Downloads downloads;
    private final Session session;
    private final boolean ownsConnection;
    private @Nullable Heartbeat heartbeat;
    private boolean closed;

    private Client(Http http, ClientOptions options) {
        this.http = http;
        this.options = options;
        ownsConnection = true;
        options.login().ifPresent(this::logIn);
        try {
            config = AppConfig.read(document("config"));
            api = ApiReader.read(http.base(), config.version(), document(config.api("info?all_endpoints=true")));
        } catch (BadAnswerException e) {
            throw new ClientException.Protocol("", http.base() + ": " + e.getMessage(), e);
        }
        uploads = new Uploads(http, config);
        downloads = new Downloads(http, config, options);
        session = new Session(http, config, options, downloads);
    }

    private Client(Client first) {
        http = first.http;
        options = first.options;
        config = first.config;
        api = first.api;
        uploads = first.uploads;
        downloads = first.downloads;
        ownsConnection = false;
        session = new Session(http, config, options, downloads);
    }

    /**
     * Connects to an app.
     *
     * @param url where it is, such as {@code http://localhost:7860/greet}; what follows a question mark is ignored
     * @return a client of the app
     * @throws ClientException if the app cannot be reached, asks for a login or speaks another protocol
     * @throws IllegalArgumentException if it is no address
     */
    public static Client connect(String url) {
        return connect(url, options -> { });
    }

    /**
     * Connects to an app.
     *
     * @param url where it is, such as {@code http://localhost:7860/greet}; what follows a question mark is ignored
     * @param settings sets what differs from the defaults
     * @return a client of the app
     * @throws ClientException if the app cannot be reached, asks for a login or speaks another protocol
     * @throws IllegalArgumentException if it is no address
     */
    public static Client connect(String url, Consumer<? super ClientOptions> settings) {
        var options = new ClientOptions();
        settings.accept(options);
        var http = new Http(base(url), options);
        try {
            return new Client(http, options);
        } catch (RuntimeException e) {
            http.close();
            throw e;
        }
    }

    private static String base(String url) {
        try {
            var uri = new URI(url);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || uri.getRawUserInfo() != null || !scheme.equals("http") && !scheme.equals("https")) {
                throw new IllegalArgumentException("the app's address must be http://… or https://… without a user, not '" + url + "'");
            }
            var path = uri.getRawPath();
            while (path.endsWith("/")) {
                path = path.substring(0, path.length() - 1);
            }
            return scheme + "://" + uri.getRawAuthority() + path;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the app's address is no URL: '" + url + "'", e);
        }
    }

    /** An app without a login redirects, and the config will tell the rest. */
    private void logIn(ClientOptions.Login login) {
        var form = "username=" + encoded(login.user()) + "&password=" + encoded(login.password());
        var answer = http.post("", "login", "application/x-www-form-urlencoded", BodyPublishers.ofString(form));
        if (answer.status() == 400 || answer.status() == 401) {
            throw new ClientException.Unauthorized("", http.base() + " does not accept the login of '" + login.user() + "': "
                    + Refusals.of("", answer).text());
        }
        if (!answer.succeeded() && answer.status() / 100 != 3) {
            throw Refusals.of("", answer);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String document(String path) {
        var answer = http.get("", path);
        if (answer.status() == 404) {
            throw new ClientException.Refused("", "there is no app at " + http.base(), 404);
        }
        if (!answer.succeeded()) {
            throw Refusals.of("", answer);
        }
        return answer.body();
    }

    /** What the app offers; its text is meant to be read. It is as the app had it when the client connected. */
    public Api viewApi() {
        return api;
    }

    /** The app's configuration, as it was when the client connected: its components, their layout and its listeners. */
    public JsonObject config() {
        return config.document();
    }

    /**
     * Another session of the same app, by the same connection and login: nothing is asked for again. It ends with this client at the latest.
     *
     * @return a client to be closed by itself
     */
    public Client another() {
        return new Client(this);
    }

    /**
     * The files in a value of the app, such as a part of its {@link #config()}.
     *
     * @param value what the app has sent
     * @return all files anywhere in it, in order
     */
    public List<RemoteFile> files(JsonValue value) {
        return RemoteFile.in(value, downloads, "");
    }

    /**
     * Starts a call as the app's page does when something happens to one of its components: also of a function that other clients may not
     * call, and with what the event carries. This waits until files are sent and the queue has accepted the call.
     *
     * @param index the function's number in the app's configuration
     * @param trigger the number of the component that something happened to
     * @param data what the event carries; {@link JsonValue#NULL} for nothing
     * @param values the values of all inputs, those of state being ignored
     * @return the running call
     * @throws ClientException if it was not accepted
     * @throws IllegalArgumentException if there is no such function
     */
    public Job dispatch(int index, int trigger, JsonValue data, List<? extends @Nullable Object> values) {
        var function = config.function(index).filter(AppConfig.Function::hasBackend)
                .orElseThrow(() -> new IllegalArgumentException(http.base() + " has no function with the number " + index));
        return start(function, payload -> payload.positional(values.toArray()), new Session.Cause(trigger, data), true);
    }

    /**
     * Calls an endpoint and waits for its result. If the waiting thread is interrupted, the call is cancelled.
     *
     * @param endpoint its name, with or without the leading slash
     * @param values the values in the order of the parameters
     * @return the result; the last one of a function that streams
     * @throws ClientException if there is none
     * @throws IllegalArgumentException if there is no such endpoint, or the values do not fit it
     */
    public Result predict(String endpoint, @Nullable Object... values) {
        return predict(function(endpoint), payload -> payload.positional(values));
    }

    /**
     * Calls an endpoint and waits for its result. If the waiting thread is interrupted, the call is cancelled.
     *
     * @param endpoint its name, with or without the leading slash
     * @param arguments the values by the parameters' names
     * @return the result; the last one of a function that streams
     * @throws ClientException if there is none
     * @throws IllegalArgumentException if there is no such endpoint, or the values do not fit it
     */
    public Result predict(String endpoint, Arguments arguments) {
        return predict(function(endpoint), payload -> payload.named(arguments));
    }

    /**
     * Calls a function by its number and waits for its result. If the waiting thread is interrupted, the call is cancelled.
     *
     * @param index the function's number in the app's configuration
     * @param values the values in the order of the parameters
     * @return the result; the last one of a function that streams
     * @throws ClientException if there is none
     * @throws IllegalArgumentException if there is no such function, or the values do not fit it
     */
    public Result predict(int index, @Nullable Object... values) {
        return predict(function(index), payload -> payload.positional(values));
    }

    /**
     * Calls a function by its number and waits for its result. If the waiting thread is interrupted, the call is cancelled.
     *
     * @param index the function's number in the app's configuration
     * @param arguments the values by the parameters' names
     * @return the result; the last one of a function that streams
     * @throws ClientException if there is none
     * @throws IllegalArgumentException if there is no such function, or the values do not fit it
     */
    public Result predict(int index, Arguments arguments) {
        return predict(function(index), payload -> payload.named(arguments));
    }

    /**
     * Starts a call. This waits until files are sent and the queue has accepted the call.
     *
     * @param endpoint its name, with or without the leading slash
     * @param values the values in the order of the parameters
     * @return the running call
     * @throws ClientException if it was not accepted
     * @throws IllegalArgumentException if there is no such endpoint, or the values do not fit it
     */
    public Job submit(String endpoint, @Nullable Object... values) {
        return start(function(endpoint), payload -> payload.positional(values), true);
    }

    /**
     * Starts a call. This waits until files are sent and the queue has accepted the call.
     *
     * @param endpoint its name, with or without the leading slash
     * @param arguments the values by the parameters' names
     * @return the running call
     * @throws ClientException if it was not accepted
     * @throws IllegalArgumentException if there is no such endpoint, or the values do not fit it
     */
    public Job submit(String endpoint, Arguments arguments) {
        return start(function(endpoint), payload -> payload.named(arguments), true);
    }

    /**
     * Starts a call of a function by its number. This waits until files are sent and the queue has accepted the call.
     *
     * @param index the function's number in the app's configuration
     * @param values the values in the order of the parameters
     * @return the running call
     * @throws ClientException if it was not accepted
     * @throws IllegalArgumentException if there is no such function, or the values do not fit it
     */
    public Job submit(int index, @Nullable Object... values) {
        return start(function(index), payload -> payload.positional(values), true);
    }

    /**
     * Starts a call of a function by its number. This waits until files are sent and the queue has accepted the call.
     *
     * @param index the function's number in the app's configuration
     * @param arguments the values by the parameters' names
     * @return the running call
     * @throws ClientException if it was not accepted
     * @throws IllegalArgumentException if there is no such function, or the values do not fit it
     */
    public Job submit(int index, Arguments arguments) {
        return start(function(index), payload -> payload.named(arguments), true);
    }

    /** Puts a call's values in order. */
    private interface Order {
        List<@Nullable Object> in(Payload payload);
    }

    private Result predict(AppConfig.Function function, Order values) {
        var job = start(function, values, false);
        try {
            return job.result();
        } finally {
            job.close();
        }
    }

    private Job start(AppConfig.Function function, Order values, boolean keepsSteps) {
        return start(function, values, Session.Cause.NONE, keepsSteps);
    }

    private Job start(AppConfig.Function function, Order values, Session.Cause cause, boolean keepsSteps) {
        // A name that two functions share describes only the first.
        var described = config.function(function.name()).filter(function::equals).flatMap(f -> api.endpoint(f.endpoint()));
        var payload = new Payload(function, described);
        var data = payload.json(values.in(payload), uploads);
        beat();
        return session.submit(function, data, cause, keepsSteps);
    }

    /** The app hears of a session with its first call; from then on it is to know whether the client is still there. */
    private synchronized void beat() {
        if (config.heartbeat() && heartbeat == null && !closed) {
            heartbeat = new Heartbeat(http, config.api("heartbeat/" + session.hash()), options);
        }
    }

    private AppConfig.Function function(String endpoint) {
        var name = endpoint.startsWith("/") ? endpoint.substring(1) : endpoint;
        return callable(config.function(name).filter(f -> !name.isEmpty()), "endpoint '" + endpoint + "'");
    }

    private AppConfig.Function function(int index) {
        return callable(config.function(index), "function with the number " + index);
    }

    private AppConfig.Function callable(Optional<AppConfig.Function> found, String what) {
        return found.filter(f -> f.hasBackend() && !f.isPrivate()).orElseThrow(() -> new IllegalArgumentException(http.base() + " has no "
                + what + (found.isPresent() ? " that clients may call" : "") + "; it has " + api.endpoints().stream()
                        .map(Api.Endpoint::name).collect(Collectors.joining(", "))));
    }

    /** Cancels what is still open and leaves the app. Nothing happens the second time. */
    @Override
    public void close() {
        session.close();
        synchronized (this) {
            closed = true;
            if (heartbeat != null) {
                heartbeat.close();
            }
        }
        if (ownsConnection) {
            http.close();
        }
    }
}
