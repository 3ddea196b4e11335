package io.gradio4j.war.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rule 9: no regular expression can be made slow by what it is given, and no code is made of what comes from outside. */
class Rule09PatternsTest {

    private static final List<String> MODULES = List.of("api", "spi", "impl", "components-core", "components-media", "themes", "launcher", "war");
    private static final Pattern USES = Pattern.compile(
            "(?:Pattern\\.compile|\\.matches|\\.replaceAll|\\.replaceFirst|\\.split)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final int LENGTH = 100_000;

    private static Stream<Path> sources() {
        return MODULES.stream().flatMap(module -> {
            var folder = Path.of("..", module, "src/main/java");
            if (!Files.isDirectory(folder)) {
                return Stream.of();
            }
            try (var files = Files.walk(folder)) {
                return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The expressions, and whether they are looked for anywhere in a text, or have to match all of it. */
    private static Map<String, Boolean> expressions() {
        var all = new TreeMap<String, Boolean>();
        sources().map(Rule09PatternsTest::read).forEach(source -> {
            var uses = USES.matcher(source);
            while (uses.find()) {
                var searched = !uses.group().startsWith(".matches") && (!uses.group().startsWith("Pattern") || source.contains(".find("));
                all.merge(uses.group(1).translateEscapes(), searched, Boolean::logicalOr);
            }
        });
        return all;
    }

    /** Long runs of whatever an expression could hope for, which then does not come. */
    private static Stream<String> evil() {
        return Stream.of("a", "0", " ", ".", "-", "/", "\\", "\"", "a.", "a-", "0.", "a/", "a b", "\t ", "\n", ":", "::", "0:", "=", ";", "; a=\"", ",", "aA", "x=1;", "[", "]", "[a]",
                "{", "}", "<", "é", "../", "%2e", "0,", "a=b&", "/a.", "/_", "\\\"").map(unit -> unit.repeat(LENGTH / unit.length()));
    }

    @TestFactory
    Stream<DynamicTest> expressionIsQuickWhateverItIsGiven() {
        var expressions = expressions();
        assertThat(expressions).hasSizeGreaterThan(30);
        return expressions.entrySet().stream().map(expression -> DynamicTest.dynamicTest("/" + expression.getKey() + "/", () -> {
            var pattern = Pattern.compile(expression.getKey());
            evil().flatMap(text -> Stream.of(text, text + "\u0001", "\u0001" + text, "a" + text + "!", "\"" + text)).forEach(text ->
                    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThatCode(() -> {
                        var matcher = pattern.matcher(text);
                        assertThat(expression.getValue() ? matcher.find() || matcher.reset().matches() : matcher.matches()).isIn(true, false);
                    }).doesNotThrowAnyException(), () -> "for " + text.substring(0, 20) + "\u2026"));
        }));
    }

    /** What would make code, or objects of any class, of data. A State copies its first value, which is the app's own, by writing and reading it; ffmpeg is started with a film and numbers. */
    @Test
    void noCodeIsMadeOfData() {
        assertThat(sources()).filteredOn(file -> !file.endsWith("io/gradio4j/State.java") && !file.endsWith("impl/file/Ffmpeg.java")).isNotEmpty().allSatisfy(file -> assertThat(read(file)).doesNotContain("ScriptEngine", "ObjectInputStream", "defineClass",
                "JavaCompiler", "Runtime.getRuntime().exec", "ProcessBuilder(", "XMLDecoder", "InitialContext(", "DocumentBuilderFactory", "SAXParserFactory"));
    }
}
