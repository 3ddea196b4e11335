package io.gradio4j.components.dataframe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.rowset.RowSetMetaDataImpl;
import javax.sql.rowset.RowSetProvider;
import org.dflib.DataFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

    record Person(String name, int age, LocalDate born) {
    }

    private static final Person ADA = new Person("Ada", 36, LocalDate.of(1815, 12, 10));

    @Test
    void isMadeOfRecordsAndGivesThemBack() {
        var table = Table.of(List.of(ADA));
        assertThat(table.headers()).containsExactly("name", "age", "born");
        assertThat(table.rows()).containsExactly(List.of("Ada", 36, LocalDate.of(1815, 12, 10)));
        assertThat(table.as(Person.class)).containsExactly(ADA);
        assertThat(new Table(List.of("born", "name", "age"), List.of(List.of("1815-12-10", "Ada", "36"))).as(Person.class)).containsExactly(ADA);
        assertThat(Table.of(Person.class, List.of()).headers()).containsExactly("name", "age", "born");
        assertThatThrownBy(() -> Table.of(List.<Person>of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isMadeOfColumnsAndRows() {
        var columns = new LinkedHashMap<String, List<Object>>();
        columns.put("a", List.of(1, 2));
        columns.put("b", List.of("x", "y"));
        assertThat(Table.ofColumns(columns)).isEqualTo(new Table(List.of("a", "b"), List.of(List.of(1, "x"), List.of(2, "y"))));
        columns.put("c", List.of(1));
        assertThatThrownBy(() -> Table.ofColumns(columns)).hasMessage("The column \"c\" has 1 cells, the first one has 2");
        assertThat(Table.ofRows(new Object[][] {{1, null}})).isEqualTo(Table.ofRows(List.of(Arrays.asList(1, null))));
    }

    @Test
    void isMadeOfWhateverIsATable() {
        assertThat(Table.from(List.of(ADA))).isEqualTo(Table.of(List.of(ADA)));
        assertThat(Table.from(List.of(List.of(1, 2)))).isEqualTo(Table.ofRows(List.of(List.of(1, 2))));
        assertThat(Table.from(List.of("a", "b")).rows()).containsExactly(List.of("a"), List.of("b"));
        assertThat(Table.from(new Person[] {ADA})).isEqualTo(Table.of(List.of(ADA)));
        assertThat(Table.from(new Object[][] {{1, "x"}})).isEqualTo(Table.ofRows(List.of(List.of(1, "x"))));
        assertThat(Table.from(new double[][] {{1, 2}, {3, 4}}).rows()).containsExactly(List.of(1.0, 2.0), List.of(3.0, 4.0));
        assertThat(Table.from(new int[][] {{1}}).rows()).containsExactly(List.of(1));
        assertThat(Table.from(new long[][] {{1}}).rows()).containsExactly(List.of(1L));
        assertThat(Table.from(Map.of("a", List.of(1)))).isEqualTo(Table.ofColumns(Map.of("a", List.of(1))));
        assertThat(Table.from(DataFrame.foldByRow("a", "b").of(1, "x", 2, null)))
                .isEqualTo(new Table(List.of("a", "b"), List.of(List.of(1, "x"), Arrays.asList(2, null))));
        assertThatThrownBy(() -> Table.from(3)).hasMessage("A table cannot be made of a java.lang.Integer");
    }

    @Test
    void isMadeOfAQuery() throws Exception {
        try (var rows = RowSetProvider.newFactory().createCachedRowSet()) {
            var data = new RowSetMetaDataImpl();
            data.setColumnCount(2);
            data.setColumnLabel(1, "name");
            data.setColumnType(1, java.sql.Types.VARCHAR);
            data.setColumnLabel(2, "age");
            data.setColumnType(2, java.sql.Types.INTEGER);
            rows.setMetaData(data);
            rows.moveToInsertRow();
            rows.updateString(1, "Ada");
            rows.updateInt(2, 36);
            rows.insertRow();
            rows.moveToCurrentRow();
            rows.beforeFirst();
            assertThat(Table.of(rows)).isEqualTo(new Table(List.of("name", "age"), List.of(List.of("Ada", 36))));
        }
    }

    @Test
    void doesNotChangeWithTheListsItWasMadeOf() {
        var row = new ArrayList<Object>(List.of(1));
        var rows = new ArrayList<List<Object>>(List.of(row));
        var table = Table.ofRows(rows);
        row.set(0, 2);
        rows.clear();
        assertThat(table.rows()).containsExactly(List.of(1));
        assertThatThrownBy(() -> table.rows().getFirst().set(0, 2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> table.rows().add(List.of())).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> table.rows().removeFirst()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void readsCsvWithTypedColumns(@TempDir Path folder) throws Exception {
        var file = folder.resolve("t.csv");
        Files.writeString(file, "\ufeffname,n,x,ok,note\r\n\"Ada, \"\"L\"\"\",1,1.5,true,\r\n\"two\nlines\",,-2e3,False,=1+1\r\n\r\n");
        assertThat(Table.csv(file)).isEqualTo(new Table(List.of("name", "n", "x", "ok", "note"), List.of(
                Arrays.asList("Ada, \"L\"", 1L, 1.5, true, null), Arrays.asList("two\nlines", null, -2000.0, false, "=1+1"))));
        assertThatThrownBy(() -> Table.csv(folder.resolve("none.csv"))).hasMessageContaining("none.csv");
    }

    @Test
    void readsDatesAndTimesOfCsv(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("t.csv"), "day,time,mixed,no day\n2026-01-31,2026-01-31 10:00,2026-01-31,2026-02-31\n,2026-02-01T11:00:30.5,x,2026-03-01\n");
        assertThat(Table.csv(file).rows()).containsExactly(
                List.of(LocalDate.of(2026, 1, 31), LocalDateTime.of(2026, 1, 31, 10, 0), "2026-01-31", "2026-02-31"),
                Arrays.asList(null, LocalDateTime.of(2026, 2, 1, 11, 0, 30, 500_000_000), "x", "2026-03-01"));
    }

    @Test
    void writesCsvThatNoSpreadsheetRuns() {
        var table = new Table(List.of("=cmd", "b"), List.of(List.of("=1+1", -5), List.of("+1", "-2.5"), List.of("@SUM(A1)", "-x"),
                List.of("\tx", "a,\"b\""), Arrays.asList(null, "'quoted'")));
        assertThat(table.toCsv()).isEqualTo("""
                '=cmd,b\r
                '=1+1,-5\r
                +1,-2.5\r
                '@SUM(A1),'-x\r
                '\tx,"a,""b""\"\r
                ,'quoted'\r
                """);
    }

    @Test
    void readsWhatItWrote() throws Exception {
        var lines = List.of(List.of("a", ""), List.of("x\r\ny", "\""));
        var out = new StringBuilder();
        lines.forEach(line -> Csv.write(out, line));
        assertThat(Csv.read(new StringReader(out.toString()))).isEqualTo(lines);
        assertThat(Csv.read(new StringReader("a"))).containsExactly(List.of("a"));
        assertThat(Csv.read(new StringReader(""))).isEmpty();
    }

    @Test
    void stylesItsCells() {
        var table = new Table(List.of("id", "n"), List.of(List.of(1, 10), List.of(2, 30), Arrays.asList(3, null)));
        var look = table.styled(s -> s.hide("id").gradient("n", "white", "red").highlightMin("n", "color: blue")
                .css((row, column, value) -> value == null ? "opacity: 0.5" : "").format("n", n -> "#" + n)).look().orElseThrow();
        assertThat(look.texts()).containsExactly(List.of("#10"), List.of("#30"), List.of(""));
        assertThat(look.css()).containsExactly(List.of("background-color: color-mix(in srgb, red 0%, white); color: blue"),
                List.of("background-color: color-mix(in srgb, red 100%, white)"), List.of("opacity: 0.5"));
        assertThatThrownBy(() -> table.styled(s -> s.hide("z"))).hasMessageContaining("\"z\"");
    }
}
