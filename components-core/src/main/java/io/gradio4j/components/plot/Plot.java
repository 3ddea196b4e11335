package io.gradio4j.components.plot;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasChange;
import io.gradio4j.Schema;
import io.gradio4j.ToolbarItem;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a plotting library: a picture, or what Plotly and Vega-Lite draw in the browser. Charts of tables need no library, see
 * {@link io.gradio4j.components.nativeplot.LinePlot}.
 *
 * {@snippet :
 * var plot = new Plot("Result");
 * run.onClick().outputs(plot).run(() -> Figure.of(chart));
 * }
 *
 * <p>A handler that has it as input sees {@code null} where there is no figure.
 */
public final class Plot extends Component<@Nullable Figure, Plot> implements HasChange {

    private static final String PICTURE = "matplotlib";
    private static final Defaults DEFAULTS = Defaults.of("value", null, "format", "webp", "label", null, "show_label", true, "container", true,
            "scale", null, "min_width", 160, "visible", true, "elem_id", null, "elem_classes", List.of(), "key", null, "preserved_by_key",
            List.of("value"), "buttons", List.of());
    private static final Schema SCHEMA = Schema.of(json().add("properties", json()
                    .add("type", json().add("enum", array("altair", "bokeh", "plotly", PICTURE)).add("title", "Type").add("type", "string"))
                    .add("plot", json().add("title", "Plot").add("type", "string"))).add("required", array("type", "plot")).add("title", "PlotData")
            .add("type", "object").addNull("additional_description").build(), JsonValue.NULL);

    /** Makes an empty plot without a label of its own: it says "Plot". */
    public Plot() {
        super("plot");
    }

    /**
     * Makes an empty plot.
     *
     * @param label the text above it
     */
    public Plot(String label) {
        this();
        label(label);
    }

    private static JsonObjectBuilder json() {
        return Conversion.JSON.createObjectBuilder();
    }

    private static JsonArrayBuilder array(String... texts) {
        return Conversion.JSON.createArrayBuilder(List.of(texts));
    }

    @Override
    protected @Nullable Figure preprocess(JsonValue payload, Conversion conversion) {
        if (payload == JsonValue.NULL) {
            return null;
        }
        if (!(payload instanceof JsonObject object) || !(object.get("type") instanceof JsonString type) || !(object.get("plot") instanceof JsonString plot)) {
            throw expected("an object with type and plot", payload);
        }
        return switch (type.getString()) {
            case PICTURE -> {
                if (!plot.getString().startsWith("data:image/")) {
                    throw expected("a picture whose URL begins with data:image/", payload);
                }
                yield new Figure.Encoded(plot.getString());
            }
            case "plotly" -> new Figure.Plotly(parsed(plot, payload));
            case "altair" -> new Figure.VegaLite(parsed(plot, payload));
            case "bokeh" -> new Figure.Bokeh(parsed(plot, payload));
            default -> throw expected("the type " + PICTURE + ", plotly, altair or bokeh", payload);
        };
    }

    private JsonObject parsed(JsonString plot, JsonValue payload) {
        try (var reader = Conversion.JSON.createReader(new StringReader(plot.getString()))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw expected("a plot that is the text of a JSON object", payload);
        }
    }

    @Override
    protected JsonValue postprocess(@Nullable Figure value, Conversion conversion) {
        return switch (value) {
            case null -> JsonValue.NULL;
            case Figure.Picture(var image) -> figure(PICTURE, Pictures.url(image, (String) property("format").orElse("webp")));
            case Figure.Encoded(var url) -> figure(PICTURE, url);
            case Figure.Plotly(var json) -> figure("plotly", json.toString());
            case Figure.VegaLite(var json) -> figure("altair", json.toString());
            case Figure.Bokeh(var json) -> figure("bokeh", json.toString());
        };
    }

    private static JsonObject figure(String type, String plot) {
        return json().add("type", type).add("plot", plot).build();
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /**
     * The file format of pictures.
     *
     * @param format a name that {@link javax.imageio.ImageIO} can write, such as png; default: webp where the Java runtime has a writer for it, else png
     * @return this component
     * @throws IllegalArgumentException if there is no writer for it
     */
    public Plot format(String format) {
        var name = format.toLowerCase(Locale.ROOT);
        if (!Pictures.canWrite(name)) {
            throw new IllegalArgumentException(describe() + ": this Java runtime cannot write pictures as " + format);
        }
        return set("format", name);
    }

    /**
     * The toolbar: buttons of the app's own.
     *
     * @param buttons default: none
     * @return this component
     */
    public Plot buttons(ToolbarItem... buttons) {
        return set("buttons", ToolbarItem.toProperty(buttons));
    }
}
