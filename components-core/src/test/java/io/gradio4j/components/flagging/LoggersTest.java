package io.gradio4j.components.flagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradio4j.components.checkbox.Checkbox;
import io.gradio4j.components.number.NumberField;
import io.gradio4j.components.textbox.Textbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoggersTest {

    @TempDir
    private Path folder;

    private <L extends FlaggingCallback> L ready(L logger) {
        logger.setUp(List.of(new Textbox("Word"), new NumberField(), new Checkbox("Nice")), folder);
        return logger;
    }

    private static Flag flag(@Nullable Object... values) {
        return new Flag(Arrays.asList(values), Optional.empty(), Optional.empty());
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    @Test
    void valuesStandUnderTheLabelsOfTheirComponents() throws IOException {
        var logger = ready(new CsvLogger());

        assertThat(logger.flag(flag("a, b", 3.0, true))).isEqualTo(1);
        assertThat(logger.flag(flag("say \"hi\"", 0.5, null))).isEqualTo(2);
        assertThat(lines("dataset1.csv")).satisfiesExactly(
                header -> assertThat(header).isEqualTo("Word,component 1,Nice,timestamp"),
                first -> assertThat(first).matches("\"a, b\",3,true,\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}"),
                second -> assertThat(second).startsWith("\"say \"\"hi\"\"\",0.5,,"));
    }

    @Test
    void anotherHeaderBeginsAnotherFile() throws IOException {
        var logger = ready(new CsvLogger());
        logger.flag(flag("a", 1.0, false));

        logger.flag(new Flag(List.of("b", 2.0, true), Optional.of("wrong"), Optional.of("ada")));
        assertThat(lines("dataset2.csv").getFirst()).isEqualTo("Word,component 1,Nice,flag,username,timestamp");
        assertThat(lines("dataset2.csv").get(1)).startsWith("b,2,true,wrong,ada,");

        assertThat(ready(new CsvLogger()).flag(new Flag(List.of("c", 3.0, true), Optional.of("right"), Optional.of("bob")))).isEqualTo(2);
        assertThat(folder.resolve("dataset3.csv")).doesNotExist();
    }

    @Test
    void fileHasTheNameThatWasChosen() throws IOException {
        ready(new CsvLogger().datasetFileName("mine.csv").verbose(false)).flag(flag("a", 1.0, false));
        assertThat(lines("mine.csv")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|'/c calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1"})
    void formulasAreMadeHarmless(String formula) throws IOException {
        ready(new SimpleCsvLogger()).flag(flag(formula, -1.0, true));

        var written = Files.readString(folder.resolve("log.csv"));
        assertThat(written.startsWith("'" + formula) || written.startsWith("\"'" + formula)).as(written).isTrue();
        assertThat(written).contains(",-1,true");
    }

    @Test
    void simpleLogHasTheValuesOnly() throws IOException {
        var logger = ready(new SimpleCsvLogger());
        assertThat(logger.flag(flag("a", 1.0, true))).isEqualTo(1);
        assertThat(logger.flag(flag("b", 2.0, false))).isEqualTo(2);
        assertThat(lines("log.csv")).containsExactly("a,1,true", "b,2,false");
    }

    @Test
    void aTextStaysOneFieldWhereSemicolonsSeparate() throws IOException {
        ready(new SimpleCsvLogger()).flag(flag("a;=1+1", 1.0, true));
        assertThat(lines("log.csv")).containsExactly("\"a;=1+1\",1,true");
    }

    @Test
    void classicLogAlwaysHasAllColumns() throws IOException {
        assertThat(ready(new ClassicCsvLogger()).flag(flag("a", 1.0, true))).isEqualTo(1);
        assertThat(lines("log.csv").getFirst()).isEqualTo("Word,component 1,Nice,flag,username,timestamp");
        assertThat(lines("log.csv").get(1)).startsWith("a,1,true,,,2");
    }

    @Test
    void filesAreCopied() throws IOException {
        var logger = new SimpleCsvLogger();
        logger.setUp(List.of(new Textbox("../My: file?")), folder.resolve("flags"));
        var picture = Files.writeString(folder.resolve("picture.txt"), "drawn");

        logger.flag(flag(picture));
        Files.delete(picture);

        var copy = Path.of(Files.readString(folder.resolve("flags/log.csv")).strip());
        assertThat(copy).hasContent("drawn").hasParent(folder.resolve("flags/My file"));
    }

    @Test
    void otherValuesAreJson() throws IOException {
        ready(new SimpleCsvLogger()).flag(flag(List.of("x", "y"), 1.0, true));
        assertThat(lines("log.csv")).containsExactly("\"[\"\"x\"\",\"\"y\"\"]\",1,true");
    }

    @Test
    void aFlagWithoutAllValuesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ready(new SimpleCsvLogger()).flag(flag("a"))).withMessageContaining("3 values here, not 1");
    }

    @Test
    void flagsOfManyThreadsAreAllKept() throws IOException {
        var logger = ready(new CsvLogger());
        IntStream.range(0, 200).parallel().forEach(i -> logger.flag(flag("word " + i, 1.0, true)));
        assertThat(lines("dataset1.csv")).hasSize(201).allMatch(line -> line.split(",").length == 4);
    }
}
