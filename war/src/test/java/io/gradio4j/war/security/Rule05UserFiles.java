package io.gradio4j.war.security;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.FileRequests.encoded;
import static io.gradio4j.war.FileRequests.header;
import static io.gradio4j.war.FileRequests.load;
import static io.gradio4j.war.FileRequests.uploaded;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 5: what users send is given to others as a file to keep; nothing of it runs on our origin. What pages make of texts is tested in browsers. */
public interface Rule05UserFiles extends Fortress {

    private static void assertHarmless(HttpResponse<String> answer) {
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy")).startsWith("sandbox; default-src 'none'").doesNotContain("allow-", "unsafe-eval", "script-src");
        assertThat(header(answer, "Referrer-Policy")).isNotEmpty();
    }

    private static void assertNotShown(HttpResponse<String> answer) {
        assertHarmless(answer);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(answer, "Content-Disposition")).startsWith("attachment; filename=\"");
    }

    /** Types that some browser runs, opens in a program, or takes for another type. */
    @ParameterizedTest
    @ValueSource(strings = {"html", "htm", "HTML", "HtMl", "xhtml", "xht", "shtml", "mht", "mhtml", "svg", "SVG", "svgz", "xml", "xsl", "xslt", "rdf", "rss",
        "atom", "xbl", "xul", "mml", "mathml", "js", "mjs", "cjs", "ts", "css", "jsonld", "webmanifest", "manifest", "appcache", "wasm", "swf",
        "pdf", "hta", "htc", "php", "jsp", "jspx", "asp", "aspx", "cgi", "class", "jar", "war", "exe", "dll", "bat", "cmd", "ps1", "sh", "vbs", "lnk",
        "url", "desktop", "eml", "ics", "vcf", "docm", "zip", "iso", "unknown", "html5", "txt.html", "png.svg", "gif.js"})
    default void typeThatMayRunIsNotShown(String extension) throws Exception {
        assertNotShown(load(files(), uploaded(files(), "x." + extension, "<script>alert(1)</script>")));
    }

    /** Names that some system or parser reads as one of the types above. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "html", ".html", "x.html.", "x.html ", "x.html. .", "x.html;.png", "x.html%00.png", "x.html\u0000.png", "x.html:.png", "x.png/x.html",
        "x.png\\x.html", "x.html?.png", "x.html#.png", "x.png.html", "x.\u202egnp.html", "x.\uff48tml"})
    default void nameThatHidesATypeIsNotBelieved(String name) throws Exception {
        var body = "--xx\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name + "\"\r\nContent-Type: image/png\r\n\r\n<script>alert(1)</script>\r\n--xx--\r\n";
        var sent = files().send("POST", API + "upload", BodyPublishers.ofString(body), "Content-Type", "multipart/form-data; boundary=xx");
        assertThat(sent.statusCode()).as(sent.body()).isIn(200, 400);
        if (sent.statusCode() == 200) {
            var answer = load(files(), json(sent.body()).asJsonArray().getString(0));
            assertHarmless(answer);
            assertThat(header(answer, "Content-Type")).doesNotContain("html").doesNotContain("svg").doesNotContain("xml");
        }
    }

    /** What the sender says of the type. */
    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/svg+xml", "text/javascript", "application/xhtml+xml", "text/html; charset=utf-7", "application/pdf", "nonsense"})
    default void declaredTypeIsNotBelieved(String type) throws Exception {
        var body = "--xx\r\nContent-Disposition: form-data; name=\"files\"; filename=\"x.bin\"\r\nContent-Type: " + type + "\r\n\r\n<script>alert(1)</script>\r\n--xx--\r\n";
        var sent = files().send("POST", API + "upload", BodyPublishers.ofString(body), "Content-Type", "multipart/form-data; boundary=xx");
        assertNotShown(load(files(), json(sent.body()).asJsonArray().getString(0)));
    }

    /** What a browser may show, but for its content: it is never looked into. */
    @ParameterizedTest
    @ValueSource(strings = {"x.txt", "x.png", "x.jpg", "x.gif", "x.webp", "x.mp3", "x.mp4", "x.wav"})
    default void harmlessTypeStaysWhatItIsWhateverIsInIt(String name) throws Exception {
        var answer = load(files(), uploaded(files(), name, "<html><script>alert(1)</script>"));
        assertHarmless(answer);
        assertThat(header(answer, "Content-Type")).matches("(text/plain|image/(png|jpeg|gif|webp)|audio/.*|video/.*)(;.*)?");
    }

    @Test
    default void everyWayToAskIsAsHarmless() throws Exception {
        var name = uploaded(files(), "x.html", "<script>alert(1)</script>");
        assertNotShown(load(files(), name, "Range", "bytes=0-3"));
        assertNotShown(load(files(), name, "Accept", "text/html"));
        assertNotShown(files().get(API + "file/" + encoded(name)));
        assertNotShown(files().send("HEAD", API + "file=" + encoded(name), BodyPublishers.noBody()));
        var several = load(files(), name, "Range", "bytes=0-3,5-9");
        assertHarmless(several);
        assertThat(several.body()).doesNotContain("text/html");
        for (var query : List.of("?type=text/html", "?content-type=text/html", "?download=0", "?inline=1", "?__theme=dark")) {
            assertNotShown(files().get(API + "file=" + encoded(name) + query));
        }
    }

    @Test
    default void errorThatRepeatsANameIsNoPage() throws Exception {
        for (var path : List.of("file=<script>alert(1)</script>", "file=%3Cscript%3Ealert(1)%3C/script%3E", "file=%22%3E%3Csvg%20onload=alert(1)%3E")) {
            var answer = RawHttp.get(files(), API + path);
            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.header("Content-Type")).as(answer.text()).satisfiesAnyOf(type -> assertThat(type).startsWith("application/json"),
                    type -> assertThat(answer.text()).doesNotContain("<script>alert(1)", "<svg onload"));
        }
    }

    /** The title of this app has all the characters that matter; the config stands in the page. */
    @Test
    default void textsCannotLeaveTheirPlaceInThePage() throws Exception {
        var page = app().get("?x=%3C/script%3E%3Cscript%3Ealert(1)%3C/script%3E&deep_link=%3C/script%3E%3Cscript%3Ealert(1)%3C/script%3E").body();
        assertThat(page).contains("<title>Contract &lt;&amp;&gt;</title>").doesNotContain("Contract <&>").doesNotContain("alert(1)");
        var config = page.substring(page.indexOf("id=\"gradio-config\">"), page.lastIndexOf("</script>"));
        assertThat(config.substring("id=\"gradio-config\">".length())).doesNotContain("<", ">", "&");
    }

    @Test
    default void pageRunsNothingThatItDidNotBring() throws Exception {
        var page = app().get("");
        var policy = header(page, "Content-Security-Policy");
        assertThat(policy).contains("default-src 'self'", "object-src 'none'", "base-uri 'self'", "frame-ancestors 'self'", "form-action 'self'")
                .containsPattern("script-src 'self' 'nonce-[A-Za-z0-9_-]{20,}'");
        var scripts = policy.substring(policy.indexOf("script-src"), policy.indexOf(';', policy.indexOf("script-src")));
        assertThat(scripts).doesNotContain("unsafe", "*", "data:", "blob:", "http");
        assertThat(header(app().get(""), "Content-Security-Policy")).as("a nonce is used once").isNotEqualTo(policy);
        assertThat(page.body()).doesNotContainPattern("(?i)\\son[a-z]+\\s*=").doesNotContainIgnoringCase("javascript:");
    }
}
