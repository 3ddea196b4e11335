package io.gradio4j.war.parity;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an app's author can use: the public classes of the project, without the runtime's. */
final class Library {

    private final Map<String, Class<?>> types;

    Library() {
        types = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.gradio4j", "io.gradio4j.components", "io.gradio4j.spi").stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && isForAuthors(type.getPackageName()))
                .collect(Collectors.toMap(type -> type.getName().substring(type.getPackageName().length() + 1).replace('$', '.'),
                        JavaClass::reflect, (a, b) -> a, TreeMap::new));
    }

    private static boolean isForAuthors(String name) {
        return name.equals("io.gradio4j") || name.startsWith("io.gradio4j.components") || name.startsWith("io.gradio4j.spi");
    }

    Optional<Class<?>> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** Whether there is a class {@code Name}, a method {@code Name.method} or a constructor {@code Name.new}. */
    boolean has(String target) {
        var dot = target.lastIndexOf('.');
        return types.containsKey(target) || dot > 0 && type(target.substring(0, dot)).filter(type -> hasMember(type, target.substring(dot + 1))).isPresent();
    }

    private static boolean hasMember(Class<?> type, String name) {
        return name.equals("new") ? type.getConstructors().length > 0 : has(type, name);
    }

    /** Whether a class has a public method, inherited ones included. */
    static boolean has(Class<?> type, String method) {
        return Arrays.stream(type.getMethods()).map(member -> member.getName()).anyMatch(method::equals);
    }

    /** How a name of Gradio's would be written in Java: {@code elem_id} is {@code elemId}. */
    static String camelCase(String name) {
        var words = name.split("_");
        return words[0] + Arrays.stream(words).skip(1).map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
