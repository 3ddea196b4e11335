package io.gradio4j.components.plot;

import java.util.Optional;
import org.knowm.xchart.internal.chartpart.Chart;

/** Makes figures of XChart's charts, where an app has XChart. */
public final class XCharts implements FigureConverter {

    private static final boolean PRESENT = Pictures.isPresent("org.knowm.xchart.internal.chartpart.Chart");

    /** Made by the service loader. */
    public XCharts() {
    }

    @Override
    public Optional<Figure> convert(Object chart) {
        return PRESENT ? Charts.convert(chart) : Optional.empty();
    }

    /** A class of its own: it is loaded only where XChart is. */
    private static final class Charts {

        static Optional<Figure> convert(Object chart) {
            return chart instanceof Chart<?, ?> x
                    ? Optional.of(Pictures.paint(x.getWidth(), x.getHeight(), (graphics, area) -> x.paint(graphics, (int) area.getWidth(), (int) area.getHeight())))
                    : Optional.empty();
        }
    }
}
