package io.gradio4j.war.security;

import static io.gradio4j.Gradio.request;

import io.gradio4j.Blocks;
import io.gradio4j.LaunchOptions;
import io.gradio4j.Request;
import io.gradio4j.RunningApp;
import io.gradio4j.State;
import io.gradio4j.Updates;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.textbox.Textbox;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** An app for the members ada and bob, both with the password {@code pw}; ada is an admin. */
final class Members {

    private Members() {
    }

    static RunningApp launch(Map<String, String> settings, Consumer<LaunchOptions> options) {
        var text = new Textbox("Text");
        var count = State.of(0);
        var go = new Button("Go");
        go.onClick().inputs(text).outputs(text).apiName("echo").unlimitedConcurrency().run(t -> t);
        go.onClick().inputs(request()).outputs(text).apiName("who").unlimitedConcurrency().run(r -> r.username() + " " + r.client());
        go.onClick().inputs(count).outputs(text, count).apiName("tally").run(n -> Updates.of(text, String.valueOf(n + 1)).and(count, n + 1));
        go.onClick().outputs(text).apiName("admin").rolesAllowed("admin").run(() -> "42");
        go.onClick().inputs(text).outputs(text).apiName("hold").unlimitedConcurrency().run(t -> {
            Thread.sleep(60_000);
            return t;
        });
        go.onClick().inputs(request()).outputs(text).apiName("host").unlimitedConcurrency().run((Request r) -> r.header("X-Forwarded-Host").orElse(""));
        settings.forEach(System::setProperty);
        try {
            return Blocks.of(text, go).title("Members").launch(options.andThen(o -> o.port(0)));
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    static void closed(LaunchOptions options) {
        options.auth("ada", "pw").auth("bob", "pw").roles(user -> user.equals("ada") ? Set.of("admin") : Set.of());
    }
}
