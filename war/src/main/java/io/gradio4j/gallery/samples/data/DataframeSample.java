package io.gradio4j.gallery.samples.data;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.dataframe.Dataframe;
import io.gradio4j.components.dataframe.ShowSearch;
import io.gradio4j.components.dataframe.Table;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** An order to be edited, and its totals. */
@ApplicationScoped
@AppPath("/components/dataframe")
public class DataframeSample extends Sample {

    record Line(String item, int count, double price, boolean gift) {
    }

    record Total(String item, double total) {
    }

    @Override
    protected String about() {
        return "A table to read, sort, search and edit, with records as its rows.";
    }

    @Override
    protected Block live() {
        var order = Dataframe.of(Line.class).label("Order").showSearch(ShowSearch.SEARCH).value(List.of(
                new Line("Tea", 3, 4.5, false), new Line("Milk", 12, 1.2, false), new Line("Cake", 1, 24, true)));
        var totals = new Dataframe("Totals").interactive(false).value(order, DataframeSample::totals);
        return new Column(order, totals);
    }

    private static Table totals(List<Line> order) {
        var lines = order.stream().map(l -> new Total(l.item(), l.gift() ? 0 : l.count() * l.price())).toList();
        return Table.of(Total.class, lines).styled(s -> s.format("total", "%.2f €").highlightMax("total", "font-weight: bold"));
    }
}
