package io.gradio4j.impl.web;

import io.gradio4j.impl.app.Resources;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person sees when a page cannot be shown, in the app's look. Its script puts it into the reader's language. Programs get JSON instead. */
final class ErrorPage {

    private static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self' data:; base-uri 'self'; frame-ancestors 'self'";

    private static final String BACK = "error.back";
    private static final String BACK_TEXT = "Back to the app";

    /** What the page says, in English, and the key of the text in other languages. */
    private enum Title {

        MISSING("error.missing", "This page does not exist"),
        FORBIDDEN("error.forbidden", "You may not see this page"),
        UNAVAILABLE("error.unavailable", "The app is not available at the moment"),
        REFUSED("error.refused", "This does not work"),
        BROKEN("error.broken", "Something went wrong");

        final String key;
        final String text;

        Title(String key, String text) {
            this.key = key;
            this.text = text;
        }

        static Title of(int status) {
            return switch (status) {
                case 404 -> MISSING;
                case 401, 403 -> FORBIDDEN;
                case 503 -> UNAVAILABLE;
                default -> status < 500 ? REFUSED : BROKEN;
            };
        }
    }

    private final Root root;
    private final String theme;
    private final String style;
    private final String script;
    private final String languages;

    ErrorPage(Root root, String themeHash, Resources resources) {
        this.root = root;
        theme = "theme.css?v=" + themeHash;
        style = resources.url("gradio4j/gradio4j.css").orElse("assets/missing/gradio4j/gradio4j.css");
        script = resources.url("error/error.js").orElse("assets/missing/error/error.js");
        languages = resources.url("languages/languages.js").orElse("assets/missing/languages/languages.js");
    }

    /** All that the page says by itself: English texts by their keys. */
    static Map<String, String> texts() {
        var texts = Stream.of(Title.values()).collect(Collectors.toMap(title -> title.key, title -> title.text));
        texts.put(BACK, BACK_TEXT);
        return texts;
    }

    /** The key of the title for a status. */
    static String title(int status) {
        return Title.of(status).key;
    }

    /** Whether a request asks for a page to look at. */
    static boolean isWanted(Exchange exchange) {
        var method = exchange.request().getMethod();
        return (method.equals("GET") || method.equals("HEAD")) && exchange.header("Accept").orElse("").startsWith("text/html")
                && exchange.header("Sec-Fetch-Dest").map(d -> d.equals("document") || d.equals("iframe")).orElse(true);
    }

    /** Answers with the page. */
    void show(Exchange exchange, int status, String detail) {
        var title = Title.of(status);
        exchange.response().setHeader("Content-Security-Policy", CSP);
        exchange.response().setHeader("Cache-Control", "no-store");
        exchange.text(status, "text/html", """
                <!doctype html>
                <html lang="en" data-languages="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <base href="%s/">
                <title>%s</title>
                <link rel="icon" href="favicon.ico">
                <link rel="stylesheet" href="%s">
                <link rel="stylesheet" href="%s">
                <script type="module" src="%s" blocking="render"></script>
                </head>
                <body class="gr-ready gr-error-body">
                <div class="gradio-container"><main class="gr-error-page">
                <p class="status">%d</p>
                <h1 data-text="%s">%s</h1>
                %s
                <p><a href="./" data-text="%s">%s</a></p>
                </main></div>
                </body>
                </html>
                """.formatted(Pages.html(languages), Pages.html(root.path(exchange.request())), title.text, theme, style, script, status, title.key, title.text, detail.isEmpty() || status == 404 ? "" : "<p>" + Pages.html(detail) + "</p>", BACK, BACK_TEXT));
    }
}
