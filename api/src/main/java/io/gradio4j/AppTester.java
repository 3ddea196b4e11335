package io.gradio4j;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Uses an app as a person would, without a browser and a server: the events run through the same queue, validation and conversion.
 * Blocks are found by label, caption or {@code elemId}. Every method waits for the events it starts, and for those that follow.
 *
 * {@snippet :
 * var app = AppTester.of(new GreetApp());
 * app.set("Name", "Ada").click("Greet");
 * assertThat(app.value("Greeting")).isEqualTo("Hello, Ada");
 * }
 *
 * <p>A tester is one page of one visitor, used by one thread.
 */
public interface AppTester extends AutoCloseable {

    /** Makes testers; found by {@link ServiceLoader}. The artifact {@code io.gradio4j:gradio4j-impl} has one. */
    interface Factory {

        /**
         * Opens an app's page.
         *
         * @param app the app
         * @return its page, with all load events done
         */
        AppTester open(GradioApp app);
    }

    /**
     * Opens an app's page.
     *
     * @param app the app, or a page's definition
     * @return its page, with all load events done
     * @throws IllegalStateException if the runtime is not on the class path
     */
    static AppTester of(GradioApp app) {
        return ServiceLoader.load(Factory.class).findFirst().orElseThrow(() -> new IllegalStateException(
                "AppTester needs the runtime: add the artifact io.gradio4j:gradio4j-impl to the class path")).open(app);
    }

    /**
     * Edits an input as a person would: its value changes, then its {@code input} and {@code change} listeners run.
     *
     * @param name label or {@code elemId}
     * @param value what the handler's view of the value would be
     * @return this tester
     * @throws IllegalArgumentException if there is no such block; the message lists those there are
     */
    AppTester set(String name, @Nullable Object value);

    /**
     * Presses a button.
     *
     * @param name caption or {@code elemId}
     * @return this tester
     */
    AppTester click(String name);

    /**
     * Presses Enter in an input.
     *
     * @param name label or {@code elemId}
     * @return this tester
     */
    AppTester submit(String name);

    /**
     * Fires any event.
     *
     * @param name label, caption or {@code elemId}
     * @param event the event's wire name
     * @param data what the event carries
     * @return this tester
     */
    AppTester fire(String name, String event, JsonValue data);

    /**
     * What a component shows.
     *
     * @param name label or {@code elemId}
     * @return the handler's view of its value; {@code null} for none
     */
    @Nullable Object value(String name);

    /**
     * A property as the page has it.
     *
     * @param name label, caption or {@code elemId}
     * @param property the wire name
     * @return its JSON; {@link JsonValue#NULL} when it is absent
     */
    JsonValue property(String name, String property);

    /** The messages shown so far, oldest first: toasts and the errors of failed events. */
    List<String> messages();

    /** Closes the page: its {@code unload} listeners run. */
    @Override
    void close();
}
