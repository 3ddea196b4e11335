package io.gradio4j.impl.web;

import io.gradio4j.impl.app.App;
import io.gradio4j.impl.app.Resources;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonObjectBuilder;

/**
 * What other sites' pages need to show the app as {@code <gradio-app src="…">}. Their origins must be among those that the operator allows,
 * as for all else that they ask for.
 */
final class Embeds {

    private final App app;
    private final Root root;
    private final ImportMap imports;
    private final String style;

    Embeds(App app, Root root, ImportMap imports, Resources resources) {
        this.app = app;
        this.root = root;
        this.imports = imports;
        style = resources.url("gradio4j/gradio4j.css").orElse("assets/missing/gradio4j/gradio4j.css");
    }

    /**
     * {@code GET gradio.js}: a script that makes {@code <gradio-app>} work. It stands in a page as a module or as a plain script; one of several
     * loads the shell. What the modules import has to be said before the first of them is loaded, which is why that is done here.
     */
    void script(Exchange exchange) {
        exchange.response().setHeader("Cache-Control", "no-cache");
        var base = Jsons.string(root.url(exchange.request()) + "/");
        exchange.text(200, "text/javascript", """
                (() => {
                  if (globalThis.__gradio4j__) return;
                  const base = %s;
                  const names = %s;
                  const imports = Object.fromEntries(Object.entries(names).map(([name, path]) => [name, new URL(path, base).href]));
                  const map = document.createElement("script");
                  map.type = "importmap";
                  map.dataset.gradio = base;
                  map.nonce = (document.currentScript ?? document.querySelector("script[nonce]"))?.nonce ?? "";
                  map.textContent = JSON.stringify({ scopes: { [base + "assets/"]: imports } });
                  document.head.append(map);
                  globalThis.__gradio4j__ = import(new URL(%s, base).href);
                })();
                """.formatted(JsonText.of(base), JsonText.of(imports.json()), JsonText.of(Jsons.string(imports.shell()))));
    }

    /**
     * {@code GET gradio_api/embed}: what a page has in itself when the app is its own.
     *
     * @param config what the app's own page would say
     */
    void app(Exchange exchange, JsonObjectBuilder config) {
        var styles = Jsons.array().add("theme.css?v=" + app.theme().hash()).add(style);
        app.theme().stylesheets().forEach(styles::add);
        exchange.response().setHeader("Cache-Control", "no-store");
        exchange.json(200, Jsons.object().add("config", config).add("imports", imports.json()).add("styles", styles).build());
    }
}
