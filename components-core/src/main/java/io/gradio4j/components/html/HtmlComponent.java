package io.gradio4j.components.html;

import io.gradio4j.Block;
import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.Event;
import io.gradio4j.Functions.Fn0;
import io.gradio4j.Functions.Fn1;
import io.gradio4j.Functions.Fn2;
import io.gradio4j.Request;
import io.gradio4j.Schema;
import io.gradio4j.ServerFunction;
import io.gradio4j.ToolbarItem;
import io.gradio4j.Update;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The base of components that are written in HTML, CSS and JavaScript by an app's author. A class of one's own extends it; for a single use
 * there is {@link HTML}.
 *
 * {@snippet :
 * final class Stars extends HtmlComponent<Integer, Stars> {
 *     Stars(String label) {
 *         super(Integer.class);
 *         label(label).prop("most", 5)
 *                 .htmlTemplate("<h2>${label}</h2>${Array.from({length: most}, (_, i) => `<button>${i < value ? '★' : '☆'}</button>`).join('')}")
 *                 .cssTemplate("button { font-size: 2em }")
 *                 .jsOnLoad("element.addEventListener('click', e => props.value = [...element.querySelectorAll('button')].indexOf(e.target) + 1)");
 *     }
 * }
 * }
 *
 * <p><b>Templates.</b> In {@code ${…}} stands a JavaScript expression, in which {@code value}, {@code label}, {@code visible} and the
 * {@linkplain #prop properties} are known; {@code {{…}}} is Handlebars' language. Templates and {@link #jsOnLoad} are served as files when
 * the app starts and cannot be changed after that. A backslash stands for itself; {@code \`} and {@code \${} are the signs without their meaning.
 * What a template fills in is data: no expression and no tag of Handlebars in it is ever evaluated.
 *
 * <p><b>Safety.</b> The result is cleaned of everything that runs, whoever wrote the value: scripts, handlers in attributes, addresses with
 * scripts. See {@link #sanitizeHtml} for values that others wrote.
 *
 * <p>The value is any JSON; a handler sees it as the class's {@code T}, or null for none.
 *
 * @param <T> the value a handler sees
 * @param <S> the component's own type
 */
public abstract class HtmlComponent<T extends @Nullable Object, S extends HtmlComponent<T, S>> extends Component<T, S> implements HtmlEvents {

    private static final System.Logger LOG = System.getLogger(HtmlComponent.class.getName());
    private static final Pattern SCRIPT = Pattern.compile("<script\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final String VALUE = "${value}";
    private static final String CLICK = "element.addEventListener('click', function() { trigger('click') });";

    /** What an update does not carry as it stands. */
    private static final List<String> FIXED = List.of("props", "html_template", "css_template", "js_on_load", "head");

    private final Type values;
    private final Map<String, ServerFunction> functions = new LinkedHashMap<>();
    private final AtomicBoolean warned = new AtomicBoolean();
    private List<Block> inner = List.of();

    /**
     * Makes a component.
     *
     * @param values the class of its values; {@code String.class} takes all other JSON as text
     */
    protected HtmlComponent(Type values) {
        super("html");
        this.values = values;
    }

    @Override
    protected Defaults defaults() {
        return Defaults.of("_retryable", false, "_undoable", false, "likeable", false, "streamable", false, "value", null, "label", null,
                "html_template", VALUE, "css_template", "", "js_on_load", CLICK, "apply_default_css", true, "show_label", false, "scale", null,
                "min_width", null, "visible", true, "elem_id", null, "elem_classes", List.of(), "key", null, "preserved_by_key",
                List.of("value"), "min_height", null, "max_height", null, "container", false, "padding", false, "autoscroll", false, "buttons",
                List.of(), "head", null, "props", Map.of(), "component_class_name", className());
    }

    private String className() {
        var name = getClass().getSimpleName();
        return name.isEmpty() || getClass() == HtmlOf.class ? "HTML" : name;
    }

    @Override
    protected String name() {
        return className().toLowerCase(Locale.ROOT);
    }

    @Override
    protected List<String> usedTypes() {
        return List.of("markdown");
    }

    @Override
    protected Map<String, Object> whenListened(String event) {
        return switch (event) {
            case "retry" -> Map.of("_retryable", true);
            case "undo" -> Map.of("_undoable", true);
            case "like" -> Map.of("likeable", true);
            default -> Map.of();
        };
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"})
    protected T preprocess(JsonValue payload, Conversion conversion) {
        if (payload == JsonValue.NULL) {
            return null;
        }
        if (values == String.class) {
            return (T) (payload instanceof JsonString text ? text.getString() : payload.toString());
        }
        return conversion.fromJson(payload, values);
    }

    @Override
    protected JsonValue postprocess(T value, Conversion conversion) {
        return value instanceof String text ? Conversion.JSON.createValue(checked(text)) : conversion.toJson(value);
    }

    /** Says once that scripts in HTML never run, to an author who wonders why nothing happens. */
    private String checked(String html) {
        if (SCRIPT.matcher(html).find() && warned.compareAndSet(false, true)) {
            LOG.log(System.Logger.Level.WARNING, "{0}: a <script> in its HTML is taken out and never runs; use jsOnLoad(…) for it, or head(…) for a library", describe());
        }
        return html;
    }

    @Override
    public Schema schema() {
        return values == String.class ? Schema.string().example(Conversion.JSON.createValue("<p>Hello</p>"))
                : Schema.of(values);
    }

    private String text(String property) {
        return String.valueOf(property(property).orElse(""));
    }

    @Override
    protected Map<String, String> scripts() {
        var scripts = new LinkedHashMap<String, String>();
        template("html_template").ifPresent(module -> scripts.put("html", module));
        template("css_template").ifPresent(module -> scripts.put("css", module));
        var load = text("js_on_load");
        if (!load.isBlank() && !load.equals(CLICK)) {
            scripts.put("load", "export default async (element, trigger, props, server, upload, watch) => {\n" + load + "\n};\n");
        }
        return scripts;
    }

    /** A template with expressions as a function of what is known in them; its tag decides what is made of the parts. */
    private Optional<String> template(String property) {
        var text = text(property);
        if (text.equals(VALUE) || !text.contains("${")) {
            return Optional.empty();
        }
        var known = new LinkedHashSet<>(List.of("value", "label", "visible"));
        known.addAll(props().keySet());
        return Optional.of("export default ({ " + String.join(", ", known) + " }, $fill) => $fill`" + text + "`;\n");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> props() {
        return (Map<String, Object>) properties().getOrDefault("props", Map.of());
    }

    @Override
    protected Optional<List<Block>> inner() {
        return Optional.of(inner);
    }

    @Override
    protected Map<String, ServerFunction> serverFunctions() {
        return functions;
    }

    /** Properties of one's own go to the page one by one, so that those that are not named stay as they are. What cannot be changed is left out. */
    @Override
    public Update as(S target) {
        var all = new LinkedHashMap<>(properties());
        all.keySet().removeAll(FIXED);
        all.putAll(props());
        return new Update.OfProperties(target, all);
    }

    /**
     * A property of one's own, known in templates and as {@code props.name} in {@link #jsOnLoad}. An update sets it with the same method.
     *
     * @param name an identifier of JavaScript, no name of a property that all HTML components have
     * @param value anything that JSON-B can write
     * @return this component
     * @throws IllegalArgumentException if it can't have that name
     */
    public S prop(String name, Object value) {
        if (!NAME.matcher(name).matches() || defaults().names().contains(name)) {
            throw new IllegalArgumentException(describe() + ": a property of its own can't have the name \"" + name + "\"");
        }
        var all = new LinkedHashMap<>(props());
        all.put(name, value);
        return set("props", all);
    }

    /**
     * Properties of one's own, see {@link #prop}.
     *
     * @param props values by name
     * @return this component
     * @throws IllegalArgumentException if one can't have its name
     */
    public S props(Map<String, ?> props) {
        props.forEach(this::prop);
        return self();
    }

    /**
     * The template of what is shown.
     *
     * @param template HTML; default: {@code ${value}}. {@code @children}, on its top level, is where {@link #children} stand
     * @return this component
     */
    public S htmlTemplate(String template) {
        return set("html_template", checked(template));
    }

    /**
     * The template of the style sheet, which holds within this component alone; rules without a selector are about its root element.
     *
     * @param template CSS; default: none
     * @return this component
     */
    public S cssTemplate(String template) {
        return set("css_template", template);
    }

    /**
     * What runs once when the component has been drawn: the body of an asynchronous function of {@code element}, its root;
     * {@code trigger(event, data)}, which fires an event; {@code props}, whose properties can be read and set; {@code server}, with the
     * {@linkplain #serverFunction server functions}; {@code upload(file)}, which gives {@code {path, url}}; {@code watch(names, callback)},
     * which calls back after the app has changed a property.
     *
     * @param script default: a click fires {@code click}
     * @return this component
     */
    public S jsOnLoad(String script) {
        return set("js_on_load", script);
    }

    /**
     * Whether headings, lists, links and so on have the look of the app's theme.
     *
     * @param apply default: true
     * @return this component
     */
    public S applyDefaultCss(boolean apply) {
        return set("apply_default_css", apply);
    }

    /**
     * The least height.
     *
     * @param pixels default: none
     * @return this component
     */
    public S minHeight(int pixels) {
        return set("min_height", pixels);
    }

    /**
     * The least height.
     *
     * @param css a CSS length, such as {@code 10em}
     * @return this component
     */
    public S minHeight(String css) {
        return set("min_height", css);
    }

    /**
     * The greatest height; more content is scrolled.
     *
     * @param pixels default: none
     * @return this component
     */
    public S maxHeight(int pixels) {
        return set("max_height", pixels);
    }

    /**
     * The greatest height; more content is scrolled.
     *
     * @param css a CSS length, such as {@code 50vh}
     * @return this component
     */
    public S maxHeight(String css) {
        return set("max_height", css);
    }

    /**
     * Whether there is room around the content, in a container.
     *
     * @param padding default: false
     * @return this component
     */
    public S padding(boolean padding) {
        return set("padding", padding);
    }

    /**
     * Whether the end of the content is kept in view when it grows, unless the person has scrolled up.
     *
     * @param autoscroll default: false
     * @return this component
     */
    public S autoscroll(boolean autoscroll) {
        return set("autoscroll", autoscroll);
    }

    /**
     * Buttons of the app's own in the toolbar, which is shown with the label.
     *
     * @param buttons default: none
     * @return this component
     */
    public S buttons(ToolbarItem... buttons) {
        return set("buttons", ToolbarItem.toProperty(buttons));
    }

    /**
     * What is put into the page's head before {@link #jsOnLoad} runs: libraries, style sheets. The same script or sheet of several components is
     * there once.
     *
     * @param html elements such as {@code <script src="…">}; the page's security policy holds for what they load
     * @return this component
     */
    public S head(String html) {
        return set("head", html);
    }

    /**
     * Whether the content is cleaned like a text that strangers wrote: forms, buttons, style sheets and frames are taken out, too. Scripts are
     * in any case.
     *
     * @param sanitize default: false, for HTML that the app itself writes
     * @return this component
     */
    public S sanitizeHtml(boolean sanitize) {
        return set("sanitize_html", sanitize);
    }

    /**
     * Blocks that stand where the template says {@code @children}.
     *
     * @param children in order
     * @return this component
     */
    public S children(Block... children) {
        inner = List.of(children);
        return self();
    }

    /**
     * A function on the server that {@link #jsOnLoad} may call as {@code await server.name()}, past the queue.
     *
     * @param name an identifier of JavaScript
     * @param function its result is anything that JSON-B can write
     * @return this component
     */
    public S serverFunction(String name, Fn0<?> function) {
        return declare(name, call -> function.apply());
    }

    /**
     * A function on the server of one argument, see {@link #serverFunction(String, Fn0)}.
     *
     * @param name an identifier of JavaScript
     * @param argument the class of the argument; several arguments of a call come as an array
     * @param function its result is anything that JSON-B can write
     * @param <A> the argument's type
     * @return this component
     */
    public <A> S serverFunction(String name, Class<A> argument, Fn1<A, ?> function) {
        return declare(name, call -> function.apply(call.conversion().<A>fromJson(call.argument(), argument)));
    }

    /**
     * A function on the server that knows of the request, too, see {@link #serverFunction(String, Fn0)}.
     *
     * @param name an identifier of JavaScript
     * @param argument the class of the argument; several arguments of a call come as an array
     * @param function its result is anything that JSON-B can write
     * @param <A> the argument's type
     * @return this component
     */
    public <A> S serverFunction(String name, Class<A> argument, Fn2<A, Request, ?> function) {
        return declare(name, call -> function.apply(call.conversion().<A>fromJson(call.argument(), argument), call.request()));
    }

    private S declare(String name, ServerFunction function) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(describe() + ": a server function can't have the name \"" + name + "\"");
        }
        functions.put(name, function);
        return self();
    }

    /**
     * Starts a listener of an event that {@link #jsOnLoad} fires with {@code trigger(name, data)}. A handler gets the data with
     * {@code eventData(Class)}.
     *
     * @param name any name
     * @return the listener's chain
     * @throws IllegalArgumentException if the script, as it was set up to now, has no such name in quotes
     */
    public Event onEvent(String name) {
        var script = text("js_on_load");
        if (List.of("'", "\"", "`").stream().noneMatch(quote -> script.contains(quote + name + quote))) {
            throw new IllegalArgumentException(describe() + ": nothing fires the event \"" + name
                    + "\"; set jsOnLoad(…) with trigger('" + name + "') before");
        }
        return Event.of(this, name);
    }
}
