package io.gradio4j.war.security;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.war.FileRequests;
import io.gradio4j.war.FileTree;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rule 1: names of files lead to what is meant for them and to nothing else, whatever they look like and however they are written. */
public interface Rule01Files extends Fortress {

    private Stream<String> names() throws Exception {
        return Corpus.names(FileRequests.uploaded(files(), "ok.txt", "ok").substring(0, 64), tree().folder().resolve("secret.txt"));
    }

    /** Refused, or a dot on the way to the visitor's own file was passed over by the server; Payara answers some paths with nothing at all. */
    private static void assertRefused(RawHttp.Answer answer) {
        if (answer.status() != 200 || !answer.text().endsWith("\r\n\r\nok") && !answer.text().endsWith("\r\n\r\n")) {
            assertThat(answer.status()).as(answer.text()).satisfiesAnyOf(s -> assertThat(s).isBetween(300, 499),
                    s -> assertThat(s).as("Payara refuses colons").isEqualTo(503));
        }
        assertThat(answer.text()).doesNotContain(FileTree.SECRET).doesNotContain("root:");
    }

    /** Each name as it is, wholly encoded, and encoded twice, behind both routes. */
    @TestFactory
    default Stream<DynamicTest> hostileNameIsNotServed() throws Exception {
        return names().map(name -> DynamicTest.dynamicTest(display(name), () -> {
            for (var route : List.of("file=", "file/")) {
                assertRefused(RawHttp.get(files(), API + route + Corpus.encodedWholly(name)));
                assertRefused(RawHttp.get(files(), API + route + Corpus.bare(name).replace("?", "%3f").replace("#", "%23")));
                assertRefused(RawHttp.get(files(), API + route + Corpus.encodedWholly(Corpus.encodedWholly(name))));
            }
        }));
    }

    /** Neither as the path of a file, nor as its URL, nor in the data of an event. */
    @TestFactory
    default Stream<DynamicTest> hostileNameIsNoInput() throws Exception {
        return names().filter(name -> !name.startsWith("data:")).map(name -> DynamicTest.dynamicTest(display(name), () -> {
            var meta = Json.createObjectBuilder().add("_type", "gradio.FileData");
            var file = Json.createObjectBuilder().add("path", name).add("url", name).add("orig_name", name).add("meta", meta).build();
            var input = files().post(API + "run/size", Json.createObjectBuilder().add("data", Json.createArrayBuilder().add(file)).build().toString());
            assertThat(input.statusCode()).as(input.body()).isBetween(400, 500);
            assertThat(input.body()).doesNotContain(FileTree.SECRET);
            var nested = files().post(API + "run/size", Json.createObjectBuilder().add("data", Json.createArrayBuilder().add(
                    Json.createArrayBuilder().add(Json.createObjectBuilder().add("x", file)))).build().toString());
            assertThat(nested.statusCode()).as(nested.body()).isBetween(400, 500);
        }));
    }

    /** A hostile name of an upload is kept under a harmless one, or refused. */
    @TestFactory
    default Stream<DynamicTest> hostileNameIsKeptUnderAHarmlessOne() throws Exception {
        return names().map(name -> DynamicTest.dynamicTest(display(name), () -> {
            var body = ("--xx\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name + "\"\r\n\r\nx\r\n--xx--\r\n");
            var answer = RawHttp.send(files(), "POST " + files().base().getPath() + API + "upload HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
                    + "Content-Type: multipart/form-data; boundary=xx\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
            assertThat(answer.status()).as(answer.text()).isIn(200, 400, 413);
            if (answer.status() == 200) {
                var kept = answer.text().substring(answer.text().indexOf("[\""), answer.text().lastIndexOf("\"]") + 2);
                var path = ((JsonString) json(kept).asJsonArray().getFirst()).getString();
                assertThat(path).matches("[0-9a-f]{64}/[^/\\\\:*?\"<>|\\p{Cntrl}]{1,200}").doesNotEndWith(".").doesNotEndWith(" ");
                assertThat(tree().cache().resolve(path)).isRegularFile();
            }
        }));
    }

    @Test
    default void secretOfTheCacheIsNotServed() throws Exception {
        for (var name : List.of(".seed", "./.seed", "%2eseed", ".parts", "../cache/.seed", "cache/.seed", tree().cache().resolve(".seed").toString())) {
            assertRefused(RawHttp.get(files(), API + "file=" + name));
        }
    }

    @Test
    default void fileOfOneAppIsFoundByItsWholeNameOnly() throws Exception {
        var name = FileRequests.uploaded(files(), "mine.txt", "mine");
        assertThat(FileRequests.load(files(), name).body()).isEqualTo("mine");
        assertRefused(RawHttp.get(files(), API + "file=" + name.replace("mine", "Mine")));
        assertRefused(RawHttp.get(files(), API + "file=" + name.substring(1)));
        assertRefused(RawHttp.get(files(), API + "file=" + name.substring(0, 64)));
        assertRefused(RawHttp.get(files(), API + "file=" + name.substring(0, 64) + "/"));
        assertRefused(RawHttp.get(files(), API + "file=" + name.substring(0, 63) + (name.charAt(63) == '0' ? '1' : '0') + "/mine.txt"));
    }

    private static String display(String name) {
        var shown = name.isBlank() ? "blank" : Corpus.bare(name);
        return shown.length() > 80 ? shown.substring(0, 80) : shown;
    }
}
