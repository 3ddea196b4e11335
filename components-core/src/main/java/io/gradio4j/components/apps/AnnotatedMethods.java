package io.gradio4j.components.apps;

import io.gradio4j.Blocks;
import io.gradio4j.Component;
import io.gradio4j.GradioInterface;
import io.gradio4j.InMany;
import io.gradio4j.Info;
import io.gradio4j.Updates;
import io.gradio4j.Values;
import io.gradio4j.components.dropdown.Dropdown;
import io.gradio4j.components.number.NumberField;
import io.gradio4j.spi.ComponentType;
import io.gradio4j.spi.MethodApps;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link Interface} of a method with {@link GradioInterface}: each parameter becomes the natural component of its type, and so
 * does the result. Which one that is, {@link ComponentType#values()} says; an enum is a {@link Dropdown} of its constants.
 */
public final class AnnotatedMethods implements MethodApps {

    /** Made by the service loader. */
    public AnnotatedMethods() {
    }

    @Override
    public Blocks build(Method method, GradioInterface settings, Collection<ComponentType> types, Target target) {
        var inputs = Stream.of(method.getParameters()).<Component<?, ?>>map(p -> input(types, method, p)).toList();
        var chain = Interface.inputs(inputs).apiName(method.getName());
        if (!settings.description().isEmpty()) {
            chain.apiDescription(settings.description());
        }
        var app = end(chain, types, method, inputs, target)
                .title(settings.title().isEmpty() ? words(method.getName()) : settings.title());
        return (settings.description().isEmpty() ? app : app.description(settings.description())).blocks();
    }

    private static Interface end(InMany<Interface> chain, Collection<ComponentType> types, Method method, List<Component<?, ?>> inputs,
            Target target) {
        if (method.getReturnType() == void.class) {
            return chain.run(values -> {
                target.call(arguments(method, inputs, values));
            });
        }
        var output = component(types, method, method.getGenericReturnType().getTypeName(), method.getReturnType(), "output");
        return chain.outputs(List.of(output)).run(values -> update(output, target.call(arguments(method, inputs, values))));
    }

    private static Component<?, ?> input(Collection<ComponentType> types, Method method, Parameter parameter) {
        if (!parameter.isNamePresent()) {
            throw new IllegalArgumentException(method + ": its parameters have no names; compile the class with -parameters");
        }
        var component = component(types, method, "the parameter " + parameter.getName() + " of type " + parameter.getType().getTypeName(),
                parameter.getType(), parameter.getName());
        var info = parameter.getAnnotation(Info.class);
        return info == null ? component : component.info(info.value());
    }

    private static Component<?, ?> component(Collection<ComponentType> types, Method method, String what, Class<?> type, String label) {
        if (type.isEnum()) {
            return constants(type, label);
        }
        var found = types.stream().filter(t -> t.factory().isPresent() && t.values().contains(type)).findFirst().flatMap(ComponentType::factory)
                .orElseThrow(() -> new IllegalArgumentException("@GradioInterface on " + method + ": no component shows " + what
                        + "; known are " + known(types)));
        var component = found.apply(label);
        return component instanceof NumberField number && Numbers.whole(type) ? number.precision(0) : component;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Component<?, ?> constants(Class<?> type, String label) {
        return Dropdown.of((Class) type).label(label);
    }

    private static String known(Collection<ComponentType> types) {
        return types.stream().flatMap(t -> t.values().stream()).map(Class::getSimpleName).distinct().toList().toString();
    }

    private static Object[] arguments(Method method, List<Component<?, ?>> inputs, Values values) {
        var arguments = new ArrayList<@Nullable Object>();
        for (var i = 0; i < inputs.size(); i++) {
            arguments.add(Numbers.argument(method.getParameters()[i], values.get(inputs.get(i))));
        }
        return arguments.toArray();
    }

    @SuppressWarnings("unchecked")
    private static Updates update(Component<?, ?> output, @Nullable Object result) {
        var value = output instanceof NumberField && result instanceof Number n ? n.doubleValue() : result;
        return Updates.none().and((Component<@Nullable Object, ?>) output, value);
    }

    /** {@code countLetters} in words: "Count letters". */
    private static String words(String name) {
        var spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('_', ' ').strip();
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1).toLowerCase(Locale.ROOT);
    }
}
