package io.gradio4j.impl.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The JDK's types that {@link JavaText} knows, by short names. */
final class JavaTypes {

    /** A list of no special kind. */
    static final String LIST = "ArrayList";

    private static final Map<Class<?>, Function<String, Object>> PLAIN = new HashMap<>(Map.of(Long.class, Long::valueOf, Double.class, Double::valueOf,
            Float.class, Float::valueOf, Short.class, Short::valueOf, Byte.class, Byte::valueOf, Character.class, text -> text.charAt(0),
            BigDecimal.class, BigDecimal::new, BigInteger.class, BigInteger::new, UUID.class, UUID::fromString, URI.class, URI::create));
    private static final Map<Class<?>, Supplier<Object>> COLLECTIONS = Map.of(ArrayList.class, ArrayList::new, LinkedList.class, LinkedList::new,
            ArrayDeque.class, ArrayDeque::new, HashSet.class, HashSet::new, LinkedHashSet.class, LinkedHashSet::new, TreeSet.class, TreeSet::new,
            HashMap.class, HashMap::new, LinkedHashMap.class, LinkedHashMap::new, TreeMap.class, TreeMap::new, ConcurrentHashMap.class,
            ConcurrentHashMap::new);
    private static final Map<String, Class<?>> ELEMENTS = List.of(boolean.class, byte.class, char.class, short.class, int.class, long.class, float.class,
            double.class, String.class, Object.class).stream().collect(Collectors.toMap(Class::getName, type -> type));

    static {
        PLAIN.putAll(Map.of(Instant.class, Instant::parse, Duration.class, Duration::parse, LocalDate.class, LocalDate::parse, LocalTime.class,
                LocalTime::parse, LocalDateTime.class, LocalDateTime::parse, OffsetDateTime.class, OffsetDateTime::parse, ZonedDateTime.class,
                ZonedDateTime::parse, Path.class, Path::of));
    }

    private JavaTypes() {
    }

    /** The name of a value that is as good as its text. */
    static Optional<String> plain(Object value) {
        Class<?> type = value instanceof Path ? Path.class : value.getClass();
        return PLAIN.containsKey(type) ? Optional.of(type.getSimpleName()) : Optional.empty();
    }

    /** The value of a name and a text. */
    static Object plain(String name, String text) {
        return PLAIN.entrySet().stream().filter(e -> e.getKey().getSimpleName().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no kind of value '" + name + "'")).getValue().apply(text);
    }

    /** The name of a collection's or map's kind; those that the JDK hides are called by the one that is most like them. */
    static String collection(Object values) {
        if (!values.getClass().getName().startsWith("java.")) {
            throw new IllegalArgumentException("it has a " + values.getClass().getName() + "; use one of the JDK's collections instead");
        }
        Class<?> type = COLLECTIONS.containsKey(values.getClass()) ? values.getClass() : switch (values) {
            case SortedMap<?, ?> map -> TreeMap.class;
            case Map<?, ?> map -> LinkedHashMap.class;
            case SortedSet<?> set -> TreeSet.class;
            case Set<?> set -> LinkedHashSet.class;
            default -> ArrayList.class;
        };
        return type.getSimpleName();
    }

    /** The collection or map of a name; of a map, keys and values are in turn. */
    @SuppressWarnings("unchecked")
    static Object collection(String name, List<@Nullable Object> values) {
        var made = COLLECTIONS.entrySet().stream().filter(e -> e.getKey().getSimpleName().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no kind of collection '" + name + "'")).getValue().get();
        if (made instanceof Map<?, ?> map) {
            for (var i = 0; i + 1 < values.size(); i += 2) {
                ((Map<Object, @Nullable Object>) map).put(values.get(i), values.get(i + 1));
            }
        } else {
            ((Collection<@Nullable Object>) made).addAll(values);
        }
        return made;
    }

    /** The name of an array's element type. */
    static String element(Class<?> type) {
        if (!ELEMENTS.containsKey(type.getName())) {
            throw new IllegalArgumentException("it has an array of " + type.getName() + "; use a list instead");
        }
        return type.getName();
    }

    /** The element type of a name. */
    static Class<?> element(String name) {
        return Optional.<Class<?>>ofNullable(ELEMENTS.get(name))
                .orElseThrow(() -> new IllegalArgumentException("There is no array of '" + name + "'"));
    }
}
