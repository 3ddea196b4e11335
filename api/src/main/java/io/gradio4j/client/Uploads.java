package io.gradio4j.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Sends files to an app. */
final class Uploads {

    /** Servers take no more in one request. */
    private static final int BATCH = 1000;

    private final Http http;
    private final AppConfig config;

    Uploads(Http http, AppConfig config) {
        this.http = http;
        this.config = config;
    }

    /**
     * Sends files.
     *
     * @param endpoint for messages
     * @param files any number
     * @return for each file the value that stands for it
     */
    List<JsonObject> send(String endpoint, List<Upload> files) {
        for (var file : files) {
            if (config.maxFileSize().isPresent() && file.size().orElse(0) > config.maxFileSize().getAsLong()) {
                throw new IllegalArgumentException("the file '" + file.name() + "' has " + file.size().getAsLong()
                        + " bytes, the app takes at most " + config.maxFileSize().getAsLong());
            }
        }
        var values = new ArrayList<JsonObject>();
        for (var start = 0; start < files.size(); start += BATCH) {
            values.addAll(sendBatch(endpoint, files.subList(start, Math.min(start + BATCH, files.size()))));
        }
        return values;
    }

    private List<JsonObject> sendBatch(String endpoint, List<Upload> files) {
        var boundary = "gradio4j-" + UUID.randomUUID();
        var answer = http.post(endpoint, config.api("upload"), "multipart/form-data; boundary=" + boundary, multipart(boundary, files));
        if (!answer.succeeded()) {
            throw Refusals.of(endpoint, answer);
        }
        try {
            return values(files, answer.body());
        } catch (BadAnswerException e) {
            throw e.at(endpoint);
        }
    }

    private static List<JsonObject> values(List<Upload> files, String body) {
        if (!(Jsons.read(body) instanceof JsonArray paths) || paths.size() != files.size()) {
            throw new BadAnswerException("expected " + files.size() + " paths of uploaded files, got " + Jsons.abbreviated(body));
        }
        var values = new ArrayList<JsonObject>();
        for (var i = 0; i < files.size(); i++) {
            if (!(paths.get(i) instanceof JsonString path)) {
                throw new BadAnswerException("expected the path of an uploaded file, got " + Jsons.abbreviated(paths.get(i).toString()));
            }
            values.add(Jsons.object().add("path", path).add("orig_name", files.get(i).name())
                    .add("meta", Jsons.object().add("_type", RemoteFile.MARK)).build());
        }
        return values;
    }

    private static BodyPublisher multipart(String boundary, List<Upload> files) {
        var parts = new ArrayList<BodyPublisher>();
        for (var file : files) {
            parts.add(BodyPublishers.ofString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                    + quoted(file.name()) + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
            parts.add(file.content());
            parts.add(BodyPublishers.ofString("\r\n"));
        }
        parts.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }

    /** As browsers write it, so that no name can end the header. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
