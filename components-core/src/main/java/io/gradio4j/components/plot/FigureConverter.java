package io.gradio4j.components.plot;

import java.util.Optional;

/** Makes figures of a plotting library's charts, see {@link Figure#of}. Found with {@link java.util.ServiceLoader}; a jar with one needs nothing else. */
public interface FigureConverter {

    /**
     * A chart as a figure.
     *
     * @param chart any object
     * @return the figure; empty when this converter does not know such charts
     */
    Optional<Figure> convert(Object chart);
}
