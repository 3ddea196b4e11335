package io.gradio4j.war;

import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.Caller.newSession;

import java.util.List;
import java.util.stream.Stream;

/** What is said about an event, in the lines of a {@link Transcript}. */
final class Conversation {

    private Conversation() {
    }

    /** All that a session is told until its events have ended. */
    static List<String> messages(Caller app, String session) throws Exception {
        try (var stream = app.stream(session)) {
            return Transcript.of(stream.rest());
        }
    }

    /**
     * All that is said about an event in a session of its own.
     *
     * @param values JSON, with single quotes for double ones
     */
    static List<String> spoken(Caller app, String endpoint, String values) throws Exception {
        var session = newSession();
        app.join(session, endpoint, json(values.replace('\'', '"')).asJsonArray().toArray());
        return messages(app, session);
    }

    /** What is said of an event that does not wait, with what is said of all of them. */
    static List<String> wholly(List<String> said) {
        return Stream.of(List.of("rank 0 of 1", "starts"), said, List.of("close_stream")).flatMap(List::stream).toList();
    }

    /** Likewise. */
    static List<String> wholly(String... said) {
        return wholly(List.of(said));
    }
}
