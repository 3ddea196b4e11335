package io.gradio4j.impl.session;

import io.gradio4j.impl.json.BadJsonException;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.spi.Form;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a page shows: properties by the component's number. */
final class ShownForm implements Form<Map<Integer, Map<String, JsonValue>>> {

    static final ShownForm FORM = new ShownForm();

    private ShownForm() {
    }

    @Override
    public String write(Map<Integer, Map<String, JsonValue>> shown) {
        var all = Jsons.object();
        shown.forEach((id, properties) -> {
            var object = Jsons.object();
            properties.forEach(object::add);
            all.add(String.valueOf(id), object);
        });
        return JsonText.of(all.build());
    }

    @Override
    public Map<Integer, Map<String, JsonValue>> read(String text) {
        try {
            var shown = new ConcurrentHashMap<Integer, Map<String, JsonValue>>();
            Jsons.read(text).asJsonObject().forEach((id, properties) -> shown.put(Integer.valueOf(id), Map.copyOf(properties.asJsonObject())));
            return shown;
        } catch (BadJsonException | ClassCastException | NumberFormatException e) {
            throw new IllegalArgumentException("Not what a page shows: " + text, e);
        }
    }
}
