package io.gradio4j.components.choice;

import java.util.List;

/** Something that has a name. */
public record Country(String name, int people) {

    public static final List<Country> ALL = List.of(new Country("Chad", 18), new Country("Peru", 34));
}
