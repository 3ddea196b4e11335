package io.gradio4j.components.navbar;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasChange;
import io.gradio4j.Schema;
import io.gradio4j.Visibility;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * Changes the bar that links the pages of an app, on the page on which it stands. An app of one page has no bar. Its value is the list of
 * further links.
 *
 * {@snippet :
 * new Navbar(new Navbar.Link("Source", "https://example.org/source")).mainPageName("Start");
 * }
 */
public final class Navbar extends Component<List<Navbar.Link>, Navbar> implements HasChange {

    private static final Defaults DEFAULTS = Defaults.of("value", null, "visible", true, "main_page_name", "Home", "elem_id", null, "elem_classes", List.of(),
            "key", null);

    /**
     * A link of the bar.
     *
     * @param name its text
     * @param target the path of a page of the app, or an {@code http} or {@code https} URL, which opens in a new tab
     */
    public record Link(String name, String target) {
    }

    /**
     * Makes a bar.
     *
     * @param links further links, behind those to the app's pages
     */
    public Navbar(Link... links) {
        super("navbar");
        if (links.length > 0) {
            value(List.of(links));
        }
    }

    @Override
    protected List<Link> preprocess(JsonValue payload, Conversion conversion) {
        if (payload == JsonValue.NULL) {
            return List.of();
        }
        if (!(payload instanceof JsonArray links)) {
            throw expected("a list of names and targets", payload);
        }
        return links.stream().map(link -> {
            if (!(link instanceof JsonArray pair && pair.size() == 2 && pair.get(0) instanceof JsonString name && pair.get(1) instanceof JsonString target)) {
                throw expected("a list of names and targets", payload);
            }
            return new Link(name.getString(), target.getString());
        }).toList();
    }

    @Override
    protected JsonValue postprocess(List<Link> value, Conversion conversion) {
        var links = Json.createArrayBuilder();
        value.forEach(link -> links.add(Json.createArrayBuilder().add(link.name()).add(link.target())));
        return links.build();
    }

    @Override
    public Schema schema() {
        return Schema.of(JsonValue.EMPTY_JSON_OBJECT, JsonValue.NULL);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    @Override
    protected boolean oneOnAPage() {
        return true;
    }

    /**
     * Whether the bar is shown.
     *
     * @param visible default: true
     * @return this bar
     */
    @Override
    public Navbar visible(boolean visible) {
        return super.visible(visible ? Visibility.SHOWN : Visibility.HIDDEN);
    }

    /**
     * Whether the bar is shown.
     *
     * @param visible default: {@link Visibility#SHOWN}; the other two are the same here
     * @return this bar
     */
    @Override
    public Navbar visible(Visibility visible) {
        return visible(visible == Visibility.SHOWN);
    }

    /**
     * The text of the link to the main page.
     *
     * @param name default: "Home"
     * @return this bar
     */
    public Navbar mainPageName(String name) {
        return set("main_page_name", name);
    }

    /**
     * Leaves the main page out of the bar.
     *
     * @return this bar
     */
    public Navbar withoutMainPage() {
        return set("main_page_name", false);
    }
}
