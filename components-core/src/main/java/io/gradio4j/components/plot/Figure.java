package io.gradio4j.components.plot;

import io.gradio4j.Conversion;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.ServiceLoader;

/**
 * What a {@link Plot} shows: a picture, or a description that the browser draws.
 *
 * {@snippet :
 * var picture = Figure.of(chart);                  // a JFreeChart, XChart or BufferedImage
 * var bars = Figure.plotly("""
 *         {"data": [{"type": "bar", "x": ["a", "b"], "y": [1, 3]}], "layout": {}}""");
 * }
 */
public sealed interface Figure {

    /**
     * A picture that is still to be encoded.
     *
     * @param image the pixels
     */
    record Picture(BufferedImage image) implements Figure {
    }

    /**
     * A picture that is encoded, which the page shows as an image: scripts in it do not run.
     *
     * @param url a {@code data:image/…} URL
     */
    record Encoded(String url) implements Figure {
        /** @throws IllegalArgumentException if it is another URL */
        public Encoded {
            if (!url.startsWith("data:image/")) {
                throw new IllegalArgumentException("A picture is a URL that begins with data:image/, not " + (url.length() > 100 ? url.substring(0, 100) + "…" : url));
            }
        }
    }

    /**
     * A figure that Plotly's basic bundle draws: lines, points, bars and pies.
     *
     * @param json the figure with {@code data} and {@code layout}
     */
    record Plotly(JsonObject json) implements Figure {
    }

    /**
     * A chart that Vega-Lite draws, as Altair makes them; or Vega, where {@code $schema} says so.
     *
     * @param json the chart
     */
    record VegaLite(JsonObject json) implements Figure {
    }

    /**
     * A document of Bokeh. Pages do not draw it; it exists for clients that do.
     *
     * @param json the document
     */
    record Bokeh(JsonObject json) implements Figure {
    }

    /**
     * A chart of a plotting library: a {@link BufferedImage}, a chart of JFreeChart or XChart where an app has those, or what a
     * {@link FigureConverter} knows.
     *
     * @param chart the chart
     * @return the figure
     * @throws IllegalArgumentException if it is none of these; the message names its class
     */
    static Figure of(Object chart) {
        return switch (chart) {
            case Figure figure -> figure;
            case BufferedImage image -> new Picture(image);
            default -> ServiceLoader.load(FigureConverter.class).stream().flatMap(p -> p.get().convert(chart).stream()).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("A figure cannot be made of a " + chart.getClass().getName()));
        };
    }

    /**
     * A picture in SVG.
     *
     * @param markup the file's text
     * @return the figure
     */
    static Figure svg(String markup) {
        return new Encoded("data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(markup.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * A figure of Plotly.
     *
     * @param json an object with {@code data} and {@code layout}
     * @return the figure
     * @throws IllegalArgumentException if it is no JSON object
     */
    static Figure plotly(String json) {
        return new Plotly(parse(json));
    }

    /**
     * A chart of Vega-Lite or Vega.
     *
     * @param json the chart
     * @return the figure
     * @throws IllegalArgumentException if it is no JSON object
     */
    static Figure vegaLite(String json) {
        return new VegaLite(parse(json));
    }

    private static JsonObject parse(String json) {
        try (var reader = Conversion.JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new IllegalArgumentException("A figure is a JSON object, not " + (json.length() > 100 ? json.substring(0, 100) + "…" : json), e);
        }
    }
}
