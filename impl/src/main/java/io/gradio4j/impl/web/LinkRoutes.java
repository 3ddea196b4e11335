package io.gradio4j.impl.web;

import io.gradio4j.impl.event.AppRuntime;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.link.DeepLinks;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Makes links to what a page shows, and shows it again. */
final class LinkRoutes {

    private final AppRuntime runtime;
    private final DeepLinks links;

    LinkRoutes(AppRuntime runtime) {
        this.runtime = runtime;
        links = new DeepLinks(runtime.app().files(), runtime.app().config().getJsonArray("components"));
    }

    /** {@code GET gradio_api/deep_link}: the link's name, an empty text when the session is unknown. It writes, so other sites may not. */
    void save(Exchange exchange) {
        if (!exchange.mayChange()) {
            throw new HttpException(403, "Other sites must not make links.");
        }
        var hash = exchange.query("session_hash").orElseThrow(() -> HttpException.invalid("missing", "query", "session_hash", "Field required",
                JsonValue.NULL));
        var session = runtime.sessions().find(hash).map(s -> Events.Sessions.own(s, exchange.caller())).filter(s -> runtime.app().linksToPages());
        exchange.response().setHeader("Cache-Control", "no-store");
        exchange.json(200, Jsons.string(session.map(s -> links.save(s.shown()).orElseThrow(() -> new HttpException(413,
                "The page shows more than " + DeepLinks.LARGEST + " characters, too much for a link."))).orElse("")));
    }

    /**
     * A config that shows what the link in the query points to, if there is one in it. A link that does not hold leaves the config as it is,
     * and the page says so.
     */
    JsonObject applied(JsonObject config, Exchange exchange) {
        var id = exchange.query("deep_link").filter(i -> !i.isEmpty());
        if (id.isEmpty()) {
            return config;
        }
        var saved = links.find(id.get());
        var changed = Jsons.object(config).add("deep_link_state", saved.isPresent() ? "valid" : "invalid");
        saved.ifPresent(shown -> changed.add("components", components(config, shown)));
        return changed.build();
    }

    private static JsonValue components(JsonObject config, JsonObject shown) {
        var components = Jsons.array();
        for (var component : config.getJsonArray("components").getValuesAs(JsonObject.class)) {
            if (shown.get(String.valueOf(component.getInt("id"))) instanceof JsonObject properties) {
                var all = Jsons.object(component.getJsonObject("props"));
                properties.forEach(all::add);
                components.add(Jsons.object(component).add("props", all));
            } else {
                components.add(component);
            }
        }
        return components.build();
    }
}
