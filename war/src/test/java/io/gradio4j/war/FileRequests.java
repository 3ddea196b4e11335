package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** How clients send, name and load files. */
public final class FileRequests {

    private FileRequests() {
    }

    /** Sends files in one request: names and contents in turn. */
    public static HttpResponse<String> upload(Caller app, String query, String... namesAndContents) throws IOException, InterruptedException {
        var body = new StringBuilder();
        for (var i = 0; i < namesAndContents.length; i += 2) {
            body.append("--xx\r\nContent-Disposition: form-data; name=\"files\"; filename=\"").append(namesAndContents[i])
                    .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n").append(namesAndContents[i + 1]).append("\r\n");
        }
        return app.send("POST", API + "upload" + query, BodyPublishers.ofString(body.append("--xx--\r\n").toString()), "Content-Type",
                "multipart/form-data; boundary=xx");
    }

    /** Sends a file; its opaque name. */
    public static String uploaded(Caller app, String name, String content) throws IOException, InterruptedException {
        var answer = upload(app, "", name, content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Caller.json(answer.body()).asJsonArray().getString(0);
    }

    /** A file as a value of a component. */
    public static JsonObject file(String path) {
        return Json.createObjectBuilder().add("path", path).add("orig_name", "x").add("meta", Json.createObjectBuilder().add("_type", "gradio.FileData"))
                .build();
    }

    /** A name as it stands in an address. */
    public static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
    }

    /** Loads a file by its name. */
    public static HttpResponse<String> load(Caller app, String name, String... headers) throws IOException, InterruptedException {
        return app.get(API + "file=" + encoded(name), headers);
    }

    /** The first header of a name; an empty string when there is none. */
    public static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
