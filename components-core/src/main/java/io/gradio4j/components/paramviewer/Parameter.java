package io.gradio4j.components.paramviewer;

import java.util.Optional;

/**
 * What a {@link ParamViewer} says of a parameter.
 *
 * @param type its type, as source code
 * @param description what it is for; may have links of Markdown
 * @param defaultValue what it is when nothing is given, as source code
 */
public record Parameter(String type, String description, Optional<String> defaultValue) {

    /**
     * A parameter that must be given.
     *
     * @param type its type, as source code
     * @param description what it is for; may have links of Markdown
     */
    public Parameter(String type, String description) {
        this(type, description, Optional.empty());
    }

    /**
     * The same with a default.
     *
     * @param value as source code
     * @return another parameter
     */
    public Parameter byDefault(String value) {
        return new Parameter(type, description, Optional.of(value));
    }
}
