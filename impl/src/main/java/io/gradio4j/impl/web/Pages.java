package io.gradio4j.impl.web;

import io.gradio4j.impl.app.App;
import io.gradio4j.impl.app.Page;
import io.gradio4j.impl.app.Resources;
import io.gradio4j.impl.event.AppRuntime;
import io.gradio4j.impl.file.FileUrls;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The documents that a browser or client starts with: the page, the config, the theme, and the browser files. */
final class Pages {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** A page that is still empty is already light or dark as the reader chose: otherwise it would flash where the system's choice is the other one. */
    private static final String CHOSEN_THEME = "try{const t=new URLSearchParams(location.search).get('__theme')??localStorage.getItem('gradio4j:theme');"
            + "if(t==='light'||t==='dark')document.documentElement.style.colorScheme=t}catch{}";

    private final App app;
    private final Resources resources;
    private final ImportMap imports;
    private final Embeds embeds;
    private final Root root;
    private final LinkRoutes links;
    private final Icons icons;
    private final Map<String, String> beforeConfig = new HashMap<>();
    private final String beforeRuns;
    private final String beforeLogin;
    private final String ancestors;
    private final String theme;
    private final boolean withFiles;

    Pages(AppRuntime runtime, Root root, LinkRoutes links, Icons icons) {
        app = runtime.app();
        resources = runtime.plugins().resources();
        imports = new ImportMap(resources, runtime.plugins().types().values());
        this.root = root;
        this.links = links;
        this.icons = icons;
        theme = app.theme().css();
        embeds = new Embeds(app, root, imports, resources);
        ancestors = runtime.settings().operation().corsOrigins().stream().map(origin -> " " + origin).collect(Collectors.joining());
        app.pages().values().forEach(page -> beforeConfig.put(page.path(),
                document(app.title(), "gradio4j/gradio4j.js", "gradio-app control_page_title=\"true\"", out -> modules(page, out))));
        beforeRuns = document("Run history", "runs/runs.js", "gradio-runs", this::importMap);
        beforeLogin = document("Login", "login/login.js", "gradio-app control_page_title=\"true\" data-languages=\"" + html(imports.languages()) + "\"", out -> {
        });
        withFiles = FileUrls.areIn(app.config());
    }

    /** Everything of a document that is the same for all, with marks for what is not. */
    private String document(String title, String module, String element, Consumer<StringBuilder> modules) {
        var script = "./" + resources.url(module).orElse("assets/missing/" + module);
        var style = resources.url("gradio4j/gradio4j.css").orElse("assets/missing/gradio4j/gradio4j.css");
        var out = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<base href=\"%BASE%\">\n<title>");
        out.append(html(title)).append("</title>\n<link rel=\"icon\" href=\"favicon.ico\" type=\"").append(icons.type()).append("\">\n");
        if (app.config().getBoolean("pwa")) {
            out.append("<link rel=\"manifest\" href=\"manifest.json\" crossorigin=\"use-credentials\">\n");
        }
        out.append("<script nonce=\"%NONCE%\">").append(CHOSEN_THEME).append("</script>\n");
        out.append("<link rel=\"stylesheet\" href=\"theme.css?v=").append(app.theme().hash()).append("\">\n");
        out.append("<link rel=\"stylesheet\" href=\"").append(style).append("\">\n");
        for (var sheet : app.theme().stylesheets()) {
            out.append("<link rel=\"stylesheet\" href=\"").append(html(sheet)).append("\">\n");
        }
        modules.accept(out);
        out.append("<script type=\"module\" nonce=\"%NONCE%\" src=\"").append(script).append("\"></script>\n</head>\n<body>\n")
                .append("<").append(element).append("></").append(element, 0, element.indexOf(' ') < 0 ? element.length() : element.indexOf(' '))
                .append(">\n<script type=\"application/json\" id=\"gradio-config\">");
        return out.toString();
    }

    /** The import map, and the modules that the first look at the app needs. */
    private void modules(Page page, StringBuilder out) {
        importMap(out);
        if (page.config().getJsonObject("gradio4j").get("preload") instanceof JsonArray preload) {
            preload.forEach(url -> out.append("<link rel=\"modulepreload\" href=\"").append(html(((JsonString) url).getString())).append("\">\n"));
        }
    }

    private void importMap(StringBuilder out) {
        out.append("<script type=\"importmap\" nonce=\"%NONCE%\">").append(inScript(JsonText.of(Jsons.object().add("imports", imports.json()).build())))
                .append("</script>\n");
    }

    /** A document that is the same for all but for the address in its files' URLs. */
    private JsonObject rooted(JsonObject document, Exchange exchange) {
        return withFiles ? FileUrls.rooted(document, root.url(exchange.request())).asJsonObject() : document;
    }

    /** Whether a path within the app is a page's. */
    boolean has(String path) {
        return app.pages().containsKey(path);
    }

    /**
     * {@code GET /} and {@code GET /<page>}. Of the main page's address, {@code page} in its query asks for another page.
     *
     * @throws HttpException 404 if there is no such page
     */
    void page(Exchange exchange, String path) {
        if (exchange.hasSlashAtEnd() && !path.isEmpty()) {
            var query = exchange.request().getQueryString();
            exchange.redirect(301, root.path(exchange.request()) + "/" + path.replace("[", "%5B").replace("]", "%5D") + (query == null ? "" : "?" + query));
            return;
        }
        var page = Optional.ofNullable(app.pages().get(path.isEmpty() ? exchange.query("page").orElse("") : path)).orElseThrow(HttpException::notFound);
        page(exchange, Objects.requireNonNull(beforeConfig.get(page.path())), own(page, exchange));
    }

    private JsonObjectBuilder own(Page page, Exchange exchange) {
        return Jsons.object(rooted(links.applied(page.config(), exchange), exchange)).add("root", root.url(exchange.request())).add("username", user(exchange));
    }

    /** {@code GET gradio_api/runs}: what this browser remembers of the app. */
    void runs(Exchange exchange) {
        if (!app.config().getBoolean("run_history")) {
            throw HttpException.notFound();
        }
        page(exchange, beforeRuns, Jsons.object(rooted(app.config(), exchange)).add("gradio4j", app.page().getJsonObject("gradio4j")).add("current_page", "")
                .add("root", root.url(exchange.request())).add("username", user(exchange)));
    }

    /** {@code GET gradio.js}: lets other sites' pages show the app. */
    void script(Exchange exchange) {
        embeds.script(exchange);
    }

    /** {@code GET gradio_api/embed}: the app for such a page. */
    void embed(Exchange exchange) {
        var page = Optional.ofNullable(app.pages().get(exchange.query("page").orElse(""))).orElseThrow(HttpException::notFound);
        embeds.app(exchange, own(page, exchange));
    }

    /**
     * The page for somebody who is not logged in: nothing of the app is in it.
     *
     * @param message simple HTML to be shown
     */
    void login(Exchange exchange, Optional<String> message) {
        var empty = Jsons.object().add("layout", Jsons.object());
        page(exchange, beforeLogin, Jsons.object().add("auth_required", true).add("auth_message", message.<JsonValue>map(Jsons::string)
                .orElse(JsonValue.NULL)).add("space_id", JsonValue.NULL).add("root", root.url(exchange.request()))
                .add("page", Jsons.object().add("", empty)).add("pages", Jsons.array().add("")).add("components", Jsons.array())
                .add("dependencies", Jsons.array()).add("current_page", ""));
    }

    private void page(Exchange exchange, String before, JsonObjectBuilder config) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        exchange.response().setHeader("Content-Security-Policy", policy(nonce));
        exchange.response().setHeader("Cache-Control", "no-store");
        exchange.text(200, "text/html", before.replace("%BASE%", html(root.path(exchange.request()) + "/")).replace("%NONCE%", nonce)
                + inScript(JsonText.of(config.build())) + "</script>\n</body>\n</html>\n");
    }

    private static JsonValue user(Exchange exchange) {
        return exchange.caller().isKnown() ? Jsons.string(exchange.caller().user()) : JsonValue.NULL;
    }

    private String policy(String nonce) {
        var fonts = new StringBuilder();
        app.theme().stylesheets().forEach(sheet -> fonts.append(' ').append(origin(sheet)));
        var fontFiles = app.theme().stylesheets().isEmpty() ? "" : " https://fonts.gstatic.com";
        return "default-src 'self'; script-src 'self' 'nonce-" + nonce + "'; style-src 'self' 'unsafe-inline'" + fonts
                + "; img-src * data: blob:; media-src * data: blob:; font-src 'self' data:" + fontFiles
                + "; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'" + ancestors;
    }

    private static String origin(String url) {
        var slash = url.indexOf('/', url.indexOf("://") + 3);
        return slash < 0 ? url : url.substring(0, slash);
    }

    void config(Exchange exchange) {
        exchange.json(200, Jsons.object(rooted(links.applied(app.config(), exchange), exchange)).add("username", user(exchange)).add("root", root.url(exchange.request())).build());
    }

    void info(Exchange exchange) {
        var all = exchange.query("all_endpoints").filter(v -> !v.isEmpty()).isPresent();
        exchange.json(200, rooted(app.info().json(root.url(exchange.request()), all), exchange));
    }

    void openApi(Exchange exchange) {
        exchange.json(200, app.info().openApi(app.title()));
    }

    /** What a browser needs to install the app. */
    void manifest(Exchange exchange) {
        exchange.text(200, "application/manifest+json", JsonText.of(Jsons.object().add("name", app.title()).add("icons", icons.manifest())
                .add("start_url", "./").add("display", "standalone").build()));
    }

    void theme(Exchange exchange) {
        if (exchange.query("v").filter(app.theme().hash()::equals).isPresent()) {
            forever(exchange);
        }
        exchange.text(200, "text/css", theme);
    }

    void functions(Exchange exchange) {
        exchange.response().setHeader("Cache-Control", "no-cache");
        exchange.text(200, "text/javascript", app.functions().orElseThrow(HttpException::notFound));
    }

    /** {@code GET script/<hash>.js}: a module of the app's author that belongs to a block. */
    void script(Exchange exchange, String file) {
        var text = file.endsWith(".js") ? app.scripts().get(file.substring(0, file.length() - ".js".length())) : null;
        if (text == null) {
            throw HttpException.notFound();
        }
        if (!exchange.response().containsHeader("Cache-Control")) {
            forever(exchange);
        }
        exchange.text(200, "text/javascript", text);
    }

    void robots(Exchange exchange) {
        exchange.text(200, "text/plain", "User-agent: *\nDisallow: ");
    }

    /** A browser file: {@code assets/<version>/<path>}. */
    void asset(Exchange exchange, String versionAndPath) {
        var slash = versionAndPath.indexOf('/');
        var path = versionAndPath.substring(slash + 1);
        var resource = slash < 0 ? java.util.Optional.<Resources.Resource>empty() : resources.find(path);
        var found = resource.filter(r -> !path.endsWith(".br") && !path.endsWith(".gz")).orElseThrow(HttpException::notFound);
        var response = exchange.response();
        forever(exchange);
        response.addHeader("Vary", "Accept-Encoding");
        response.setContentType(contentType(path));
        if (found.brotli().isPresent() && exchange.accepts("br")) {
            response.setHeader("Content-Encoding", "br");
            exchange.send(found.brotli().get());
        } else if (found.gzip().isPresent() && exchange.accepts("gzip")) {
            response.setHeader("Content-Encoding", "gzip");
            exchange.send(found.gzip().get());
        } else {
            exchange.send(found.content());
        }
    }

    private static void forever(Exchange exchange) {
        exchange.response().setHeader("Cache-Control", "public, max-age=31536000, immutable");
    }

    private static String contentType(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "js", "mjs" -> "text/javascript;charset=UTF-8";
            case "css" -> "text/css;charset=UTF-8";
            case "json", "map" -> "application/json";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "webp" -> "image/webp";
            case "woff2" -> "font/woff2";
            case "wasm" -> "application/wasm";
            default -> "application/octet-stream";
        };
    }

    /** A text within HTML. */
    static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    /** JSON within a script element: nothing in it can end the element. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
