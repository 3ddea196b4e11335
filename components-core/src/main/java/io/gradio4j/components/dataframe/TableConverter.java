package io.gradio4j.components.dataframe;

import java.util.Optional;

/**
 * Makes tables of another library's tables, see {@link Table#from}. Found with {@link java.util.ServiceLoader}; a jar with one needs nothing else.
 */
public interface TableConverter {

    /**
     * A value as a table.
     *
     * @param value any object
     * @return the table; empty when this converter does not know such values
     */
    Optional<Table> convert(Object value);
}
