package io.gradio4j.components.dataframe;

/**
 * A table that people read, sort, search and edit. Handlers see a {@link Table}; with {@link #of} they see records, with {@link #asArray} lists.
 *
 * {@snippet :
 * var people = new Dataframe("People").value(Table.of(List.of(new Person("Ada", 36))));
 * var typed = Dataframe.of(Person.class);       // its handlers take and return List<Person>
 * }
 *
 * <p>What a person sees may be sorted and filtered; the value is not, unless an applied search says so.
 */
public final class Dataframe extends BaseDataframe<Table, Dataframe> {

    /** Makes a table without a label. */
    public Dataframe() {
    }

    /**
     * Makes a table.
     *
     * @param label the text above it
     */
    public Dataframe(String label) {
        label(label);
    }

    /**
     * A table of records, with a column for each component of the record. Headers and datatypes follow from it.
     *
     * @param type the record's class
     * @param <R> the record
     * @return the component
     */
    public static <R extends Record> RecordDataframe<R> of(Class<R> type) {
        return new RecordDataframe<>(type);
    }

    /** A table whose handlers see a list of rows, each a list of cells. */
    public static ArrayDataframe asArray() {
        return new ArrayDataframe();
    }

    @Override
    Table seen(Table table) {
        return table;
    }

    @Override
    Table table(Table value) {
        return value;
    }

    @Override
    String kind() {
        return "pandas";
    }
}
