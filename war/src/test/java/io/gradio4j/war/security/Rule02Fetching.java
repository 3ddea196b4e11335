package io.gradio4j.war.security;

import static io.gradio4j.war.Caller.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rule 2: the server fetches nothing unless the app opts in. */
public interface Rule02Fetching extends Fortress {

    /** A file that claims to be somewhere else. */
    private static JsonObject at(String path, String url) {
        return Json.createObjectBuilder().add("path", path).add("url", url).add("meta", Json.createObjectBuilder().add("_type", "gradio.FileData")).build();
    }

    /** A server that only the server itself could reach hears nothing. */
    @TestFactory
    default Stream<DynamicTest> nothingIsFetched() throws Exception {
        var hits = new AtomicInteger();
        var canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        canary.createContext("/", exchange -> {
            hits.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        canary.start();
        return Corpus.internalUrls(canary.getAddress().getPort()).map(url -> DynamicTest.dynamicTest(Corpus.bare(url), () -> {
            for (var file : new JsonObject[] {at(url, url), at(url, ""), at("", url)}) {
                var answer = files().post(API + "run/size", Json.createObjectBuilder().add("data", Json.createArrayBuilder().add(file)).build().toString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
                assertThat(answer.body()).doesNotContain("root:");
            }
            files().post(API + "run/removed", Json.createObjectBuilder().add("data", Json.createArrayBuilder()).add("event_data", at(url, url)).build().toString());
            assertThat(RawHttp.get(files(), API + "file=" + Corpus.bare(url).replace("#", "%23")).status()).matches(s -> s >= 300 && s < 500 || s == 503);
            assertThat(hits).hasValue(0);
        })).onClose(() -> canary.stop(0));
    }
}
