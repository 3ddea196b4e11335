package io.gradio4j.components.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.components.ComponentContract;
import jakarta.json.JsonValue;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartFactory;
import org.jfree.data.general.DefaultPieDataset;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChartBuilder;

class PlotTest extends ComponentContract {

    private static final String PNG = "data:image/png;base64,";

    @Override
    protected Plot fresh() {
        return new Plot();
    }

    @Override
    protected String config() {
        return """
                value: null, format: "webp", label: null, show_label: true, container: true, scale: null, min_width: 160, visible: true,
                elem_id: null, elem_classes: [], key: null, preserved_by_key: ["value"], buttons: []
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("""
                {"properties":{"type":{"enum":["altair","bokeh","plotly","matplotlib"],"title":"Type","type":"string"},
                "plot":{"title":"Plot","type":"string"}},"required":["type","plot"],"title":"PlotData","type":"object",
                "additional_description":null}""", "null");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("{\"type\":\"plotly\",\"plot\":\"{\\\"data\\\":[]}\"}", Figure.plotly("{\"data\": []}"),
                "{\"type\":\"altair\",\"plot\":\"{\\\"mark\\\":\\\"bar\\\"}\"}", Figure.vegaLite("{\"mark\":\"bar\"}"),
                "{\"type\":\"bokeh\",\"plot\":\"{}\"}", new Figure.Bokeh(JsonValue.EMPTY_JSON_OBJECT),
                "{\"type\":\"matplotlib\",\"plot\":\"data:image/svg+xml;base64,PHN2Zy8+\"}", Figure.svg("<svg/>"));
    }

    @Override
    protected List<String> refused() {
        return List.of("\"a\"", "3", "[]", "{\"type\":\"plotly\"}", "{\"type\":\"gnuplot\",\"plot\":\"{}\"}", "{\"type\":\"plotly\",\"plot\":\"[]\"}",
                "{\"type\":\"altair\",\"plot\":\"{\"}", "{\"type\":\"matplotlib\",\"plot\":\"https://example.com/a.png\"}");
    }

    @Test
    void nothingIsNoFigure() {
        assertThat(BlockAccess.preprocess(fresh(), JsonValue.NULL, NO_HELP)).isNull();
    }

    @Test
    void picturesAreEncodedInTheFormat() throws IOException {
        var image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, 0xff0000);
        assertThat(decoded(fresh(), Figure.of(image), PNG).getRGB(1, 1)).isEqualTo(0xffff0000);
        assertThat(decoded(fresh().format("BMP"), Figure.of(image), "data:image/bmp;base64,").getRGB(1, 1)).isEqualTo(0xffff0000);
        // JPEG has no transparency
        var clear = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
        assertThat(decoded(fresh().format("jpeg"), Figure.of(clear), PNG).getRGB(0, 0)).isZero();
        assertThatThrownBy(() -> new Plot("P").format("avif")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Plot \"P\"").hasMessageContaining("avif");
    }

    @Test
    void chartsOfLibrariesBecomePicturesOfTwiceTheSize() throws IOException {
        var pie = new DefaultPieDataset<String>();
        pie.setValue("a", 1);
        var free = decoded(fresh(), Figure.of(ChartFactory.createPieChart("Pie", pie)), PNG);
        assertThat(List.of(free.getWidth(), free.getHeight())).containsExactly(1280, 800);
        var x = new XYChartBuilder().width(200).height(100).build();
        x.addSeries("a", new double[] {1, 2}, new double[] {3, 4});
        var picture = decoded(fresh(), Figure.of(x), PNG);
        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(400, 200);
    }

    private static BufferedImage decoded(Plot plot, Figure figure, String start) throws IOException {
        var url = BlockAccess.postprocess(plot, figure, NO_HELP).asJsonObject().getString("plot");
        assertThat(url).startsWith(start);
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(url.substring(start.length()))));
    }

    @Test
    void refusesWhatIsNoFigure() {
        assertThatThrownBy(() -> Figure.of(3)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("java.lang.Integer");
        assertThatThrownBy(() -> Figure.plotly("[1]")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("[1]");
        assertThatThrownBy(() -> new Figure.Encoded("https://example.com")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("https://example.com");
    }
}
