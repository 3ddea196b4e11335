package io.gradio4j;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;

/**
 * What a {@code key_up} event carries.
 *
 * @param key the key, as browsers name it, such as {@code a} or {@code Enter}
 * @param inputValue the text in the field
 */
public record KeyUpData(String key, String inputValue) {

    /**
     * Made by JSON-B.
     *
     * @param key the key
     * @param inputValue the text in the field
     */
    @JsonbCreator
    public KeyUpData(@JsonbProperty("key") String key, @JsonbProperty("input_value") String inputValue) {
        this.key = key;
        this.inputValue = inputValue;
    }
}
