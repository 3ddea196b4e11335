package io.gradio4j.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a server refuses a request, in types: the status says which, the body says why. */
final class Refusals {

    private Refusals() {
    }

    /** Of a call that was to join the queue. */
    static ClientException ofJoin(String endpoint, Http.Answer answer) {
        return answer.status() == 503 ? new ClientException.QueueFull(endpoint, text(answer)) : of(endpoint, answer);
    }

    static ClientException of(String endpoint, Http.Answer answer) {
        return switch (answer.status()) {
            case 401 -> new ClientException.Unauthorized(endpoint, text(answer));
            case 422 -> invalid(endpoint, answer);
            case 301, 302, 303, 307, 308 -> new ClientException.Refused(endpoint, "the server points to another address, "
                    + answer.headers().firstValue("Location").orElse("unknown") + ", which is not followed", answer.status());
            default -> new ClientException.Refused(endpoint, text(answer), answer.status());
        };
    }

    private static String text(Http.Answer answer) {
        var detail = detail(answer);
        var text = switch (detail) {
            case JsonObject object when object.containsKey("auth_message") || object.containsKey("error") ->
                    String.join(": ", Stream.of("error", "auth_message").map(name -> Jsons.textAt(object, name))
                            .filter(t -> !t.isEmpty()).toList());
            default -> Jsons.text(detail);
        };
        return text.isBlank() ? "the server answered with status " + answer.status() : Jsons.abbreviated(text);
    }

    /** The part of the body that tells the reason; the whole body if it is none of the protocol. */
    private static JsonValue detail(Http.Answer answer) {
        try {
            return Jsons.read(answer.body()) instanceof JsonObject object
                    ? object.getOrDefault("detail", object.getOrDefault("error", object)) : Jsons.string(answer.body());
        } catch (BadAnswerException e) {
            return Jsons.string(answer.body());
        }
    }

    /** A validator's messages carry the parameter's name, the server's own the place in the body. */
    private static ClientException invalid(String endpoint, Http.Answer answer) {
        var messages = new LinkedHashMap<String, String>();
        if (detail(answer) instanceof JsonArray entries) {
            for (var entry : entries) {
                if (entry instanceof JsonObject object && !Jsons.isTrue(object, "is_valid")) {
                    messages.put(name(object, messages.size()), Jsons.textAt(object, object.containsKey("msg") ? "msg" : "message"));
                }
            }
        }
        var text = messages.isEmpty() ? text(answer) : describe(messages);
        return new ClientException.Invalid(endpoint, text, Collections.unmodifiableMap(messages));
    }

    private static String name(JsonObject entry, int index) {
        if (entry.get("loc") instanceof JsonArray place) {
            return place.stream().map(Jsons::text).filter(part -> !part.isEmpty()).collect(Collectors.joining("."));
        }
        var name = Jsons.textAt(entry, "parameter_name");
        return name.isEmpty() ? "parameter_" + index : name;
    }

    private static String describe(Map<String, String> messages) {
        return messages.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).collect(Collectors.joining("; "));
    }
}
