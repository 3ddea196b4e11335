package io.gradio4j;

/** How deep JSON is nested: counted before it is parsed, so that no parser has to be trusted with it. */
public final class Nesting {

    private Nesting() {
    }

    /**
     * The number of objects and arrays around the innermost value.
     *
     * @param json any text; what is no JSON is left for the parser to find out
     * @return the number; -1 if a bracket is closed that was not opened
     */
    public static int depth(String json) {
        var depth = 0;
        var deepest = 0;
        for (var i = 0; i < json.length(); i++) {
            switch (json.charAt(i)) {
                case '"' -> i = endOfString(json, i);
                case '[', '{' -> deepest = Math.max(deepest, ++depth);
                case ']', '}' -> {
                    if (--depth < 0) {
                        return -1;
                    }
                }
                default -> {
                }
            }
        }
        return deepest;
    }

    /**
     * The end of a string within JSON.
     *
     * @param json any text
     * @param start where the string's first quotation mark is
     * @return where its last one is; not before the text's end if there is none
     */
    public static int endOfString(String json, int start) {
        var i = start + 1;
        while (i < json.length() && json.charAt(i) != '"') {
            i += json.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
