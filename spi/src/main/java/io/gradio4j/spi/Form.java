package io.gradio4j.spi;

/**
 * How values are written where they leave this program. What stays in its memory is never written.
 *
 * @param <T> the values
 */
public interface Form<T> {

    /** Texts, as they are. */
    Form<String> TEXT = new Form<>() {
        @Override
        public String write(String value) {
            return value;
        }

        @Override
        public String read(String text) {
            return text;
        }
    };

    /**
     * A value as text.
     *
     * @throws IllegalArgumentException if it cannot be written; the message names it
     */
    String write(T value);

    /**
     * The value of a text that {@link #write} made.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    T read(String text);
}
