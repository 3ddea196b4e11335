package io.gradio4j.war.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Everything that Gradio's API has is here: under its own name in Java's spelling, or as {@code parity/differences.txt} says and why, or else
 * {@code parity/open.txt} owns up to it. Neither file can rot: what they list has to differ, and to be open.
 */
class ParityTest {

    private static final Library LIBRARY = new Library();
    private static final List<Symbol> SYMBOLS = Symbol.read(lines("api.txt"));
    private static final List<Rule> RULES = Rule.read(lines("differences.txt"));
    private static final List<String> OPEN = lines("open.txt").stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();

    private static final List<String> missing = new ArrayList<>();
    private static final Set<Rule> used = new LinkedHashSet<>();

    private static List<String> lines(String name) {
        try (var in = ParityTest.class.getResourceAsStream("/parity/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void compare() {
        for (var symbol : SYMBOLS) {
            var places = places(symbol);
            if (places.isEmpty()) {
                continue;
            }
            symbol.parameters().forEach(p -> expect(places, Library.camelCase(p), symbol.name() + "(" + p + ")"));
            symbol.events().forEach(e -> expect(places, Library.camelCase("on_" + e), symbol.name() + ":" + e));
        }
    }

    /** The classes where a symbol's parameters are methods; none if the symbol is missing or has no place here. */
    private static List<? extends Class<?>> places(Symbol symbol) {
        var rule = RULES.stream().filter(r -> r.isAbout(symbol.name())).findFirst();
        if (rule.isPresent()) {
            used.add(rule.get());
            return rule.get().targets().stream().flatMap(target -> LIBRARY.type(target).stream()).toList();
        }
        var type = LIBRARY.type(symbol.type());
        if (type.isEmpty() || symbol.isMethod() && !Library.has(type.get(), Library.camelCase(symbol.method()))) {
            missing.add(symbol.name());
            return List.of();
        }
        return List.of(type.get());
    }

    private static void expect(List<? extends Class<?>> places, String method, String item) {
        if (places.stream().anyMatch(place -> Library.has(place, method))) {
            return;
        }
        RULES.stream().filter(rule -> rule.isAbout(item)).findFirst().ifPresentOrElse(used::add, () -> missing.add(item));
    }

    @Test
    void tableIsWhole() {
        assertThat(SYMBOLS).hasSize(134);
        assertThat(SYMBOLS.stream().mapToInt(s -> s.parameters().size()).sum()).isEqualTo(1738);
        assertThat(SYMBOLS.stream().mapToInt(s -> s.events().size()).sum()).isEqualTo(192);
    }

    @Test
    void everySymbolParameterAndEventIsHereOrItsDifferenceIsExplained() {
        assertThat(missing).filteredOn(item -> OPEN.stream().noneMatch(line -> Rule.matches(line, item))).isEmpty();
    }

    @Test
    void nothingIsListedAsOpenThatIsHere() {
        assertThat(OPEN).filteredOn(line -> missing.stream().noneMatch(item -> Rule.matches(line, item))).isEmpty();
    }

    @Test
    void noDifferenceIsExplainedThatIsNone() {
        assertThat(RULES).filteredOn(rule -> !used.contains(rule)).extracting(Rule::pattern).isEmpty();
    }

    @Test
    void whatStandsForAnotherExists() {
        assertThat(RULES.stream().flatMap(rule -> rule.targets().stream())).filteredOn(target -> !LIBRARY.has(target)).isEmpty();
    }
}
