package io.gradio4j.war.parity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A class, function or method of Gradio's API.
 *
 * @param name such as {@code Textbox} or {@code Tab.select}
 * @param parameters by their names there
 * @param events of a component, by their names there
 */
record Symbol(String name, List<String> parameters, List<String> events) {

    private static final Pattern SIGNATURE = Pattern.compile("(\\S+)\\((.*)\\)");
    private static final String FIRES = " fires ";

    /** Reads lines such as {@code Button(value variant)}, each followed by one such as {@code Button fires click} if there are events. */
    static List<Symbol> read(List<String> lines) {
        var all = new ArrayList<Symbol>();
        for (var line : lines) {
            var signature = SIGNATURE.matcher(line);
            if (signature.matches()) {
                all.add(new Symbol(signature.group(1), words(signature.group(2)), List.of()));
            } else if (line.contains(FIRES)) {
                var symbol = all.removeLast();
                all.add(new Symbol(symbol.name, symbol.parameters, words(line.substring(line.indexOf(FIRES) + FIRES.length()))));
            }
        }
        return all;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /** Whether it is a method of a class, not a class. */
    boolean isMethod() {
        return name.contains(".");
    }

    /** The class it belongs to. */
    String type() {
        return isMethod() ? name.substring(0, name.indexOf('.')) : name;
    }

    /** The name of its method. */
    String method() {
        return name.substring(name.indexOf('.') + 1);
    }
}
