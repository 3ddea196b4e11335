package io.gradio4j.components.remote;

import io.gradio4j.Blocks;
import io.gradio4j.client.ClientOptions;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The app of another server that speaks Gradio's protocol, of whatever language, as an app of this one: the same components in the same
 * places, and the same endpoints. What a person does here is done there; results, files, progress and messages come back as they come.
 *
 * {@snippet :
 * RemoteApp.of("http://localhost:7861/greet").app().launch();
 *
 * Blocks.of(new Markdown("# Ours"), RemoteApp.of("https://models.example.org").token(secret).app()).launch();
 * }
 *
 * <p>Browsers talk to this server alone, and this server to the given address alone. Each page here is a session there, which ends with the
 * page. The other app's values and properties are taken over, its code is not: listeners that run in the browser, its style sheet, its
 * {@code head}, and the templates and scripts of its HTML components are left out, and HTML is shown without forms and styles. So are pictures of
 * buttons and chats, components that are not installed here, those that need functions or storage of their own (file explorers, browser states), parts that are
 * drawn while it runs, and streams of a camera or a microphone: a note stands where one of them would be, and the log names them all.
 */
public final class RemoteApp {

    private static final Pattern SPACE = Pattern.compile("[\\w.-]{1,96}/[\\w.-]{1,96}");

    private final String url;
    private Consumer<ClientOptions> connection = options -> {
    };

    private RemoteApp(String url) {
        this.url = url;
    }

    /**
     * The app at an address.
     *
     * @param url where it is, such as {@code http://localhost:7861/greet}
     * @return the app, to be set up and {@linkplain #app made}
     */
    public static RemoteApp of(String url) {
        return new RemoteApp(url);
    }

    /**
     * The app of a Space of Hugging Face's, at the address that follows from its name: {@code https://owner-name.hf.space}.
     *
     * @param name such as {@code owner/name}
     * @return the app, to be set up and {@linkplain #app made}
     * @throws IllegalArgumentException if it is no such name
     */
    public static RemoteApp space(String name) {
        if (!SPACE.matcher(name).matches()) {
            throw new IllegalArgumentException("A Space has a name like owner/name, not '" + name + "'");
        }
        return of("https://" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".hf.space");
    }

    /**
     * What the other server knows us by, sent as a bearer token with every request.
     *
     * @param token default: none
     * @return this app
     */
    public RemoteApp token(String token) {
        return connection(options -> options.bearerToken(token));
    }

    /**
     * How the other server is reached: login, headers, time limits, TLS.
     *
     * @param settings sets what differs from the defaults; several add up
     * @return this app
     */
    public RemoteApp connection(Consumer<? super ClientOptions> settings) {
        connection = connection.andThen(settings);
        return this;
    }

    /**
     * Asks the other app, which has to run by now, what it consists of, and makes the page.
     *
     * @return the page, to be launched or put among other blocks
     * @throws io.gradio4j.client.ClientException if the other app cannot be reached, asks for a login or speaks another protocol
     * @throws IllegalArgumentException if the address is none
     */
    public Blocks app() {
        return new RemotePage(new Upstream(url, connection)).build();
    }
}
