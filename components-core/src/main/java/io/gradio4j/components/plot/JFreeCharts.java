package io.gradio4j.components.plot;

import java.util.Optional;
import org.jfree.chart.JFreeChart;

/** Makes figures of JFreeChart's charts, where an app has JFreeChart. */
public final class JFreeCharts implements FigureConverter {

    private static final boolean PRESENT = Pictures.isPresent("org.jfree.chart.JFreeChart");

    /** Made by the service loader. */
    public JFreeCharts() {
    }

    @Override
    public Optional<Figure> convert(Object chart) {
        return PRESENT ? Charts.convert(chart) : Optional.empty();
    }

    /** A class of its own: it is loaded only where JFreeChart is. */
    private static final class Charts {

        static Optional<Figure> convert(Object chart) {
            return chart instanceof JFreeChart free
                    ? Optional.of(Pictures.paint(640, 400, (graphics, area) -> free.draw(graphics, area))) : Optional.empty();
        }
    }
}
