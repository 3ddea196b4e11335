package io.gradio4j.impl.web;

import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonValue;
import java.util.Optional;

/** A request that is answered with an error: a status and {@code {"detail": …}}. */
final class HttpException extends RuntimeException {

    private final int status;
    private final transient JsonValue detail;

    HttpException(int status, String detail) {
        this(status, Jsons.string(detail), detail);
    }

    private HttpException(int status, JsonValue detail, String message) {
        super(message);
        this.status = status;
        this.detail = detail;
    }

    /** A parameter that is missing or wrong, in the words that Gradio's clients know; without a name it is all of the place. */
    static HttpException invalid(String type, String place, String name, String message, JsonValue input) {
        var where = Jsons.array().add(place);
        if (!name.isEmpty()) {
            where.add(name);
        }
        var entry = Jsons.object().add("type", type).add("loc", where).add("msg", message).add("input", input);
        return new HttpException(422, Jsons.array().add(entry).build(), message);
    }

    /** Nobody is logged in. */
    static HttpException unauthenticated(Optional<String> message) {
        return new HttpException(401, Jsons.object().add("error", "Not authenticated")
                .add("auth_message", message.<JsonValue>map(Jsons::string).orElse(JsonValue.NULL)).build(), "Not authenticated");
    }

    static HttpException notFound() {
        return new HttpException(404, "Not Found");
    }

    int status() {
        return status;
    }

    JsonValue detail() {
        return detail;
    }
}
