package io.gradio4j.components.apps;

import io.gradio4j.ValidationException;
import java.lang.reflect.Parameter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts the numbers of fields to the types of a method's parameters. */
final class Numbers {

    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class,
            byte.class, Byte.class);

    private Numbers() {
    }

    /** Whether a type holds whole numbers only. */
    static boolean whole(Class<?> type) {
        return WHOLE.contains(type);
    }

    /**
     * A field's value as the argument of a parameter.
     *
     * @throws ValidationException if the parameter's type cannot hold it; the message names the parameter
     */
    static @Nullable Object argument(Parameter parameter, @Nullable Object value) {
        var type = parameter.getType();
        if (value == null && type.isPrimitive()) {
            throw new ValidationException(parameter.getName() + " needs a number.");
        }
        if (!(value instanceof Double number) || type == double.class || type == Double.class) {
            return value;
        }
        if (type == float.class || type == Float.class) {
            return number.floatValue();
        }
        if (type == long.class || type == Long.class) {
            return inRange(parameter, number, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (type == int.class || type == Integer.class) {
            return (int) inRange(parameter, number, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type == short.class || type == Short.class) {
            return (short) inRange(parameter, number, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        if (type == byte.class || type == Byte.class) {
            return (byte) inRange(parameter, number, Byte.MIN_VALUE, Byte.MAX_VALUE);
        }
        return number;
    }

    private static long inRange(Parameter parameter, double number, long least, long greatest) {
        if (number < least || number > greatest) {
            throw new ValidationException(parameter.getName() + " must be between " + least + " and " + greatest + ", not " + number + ".");
        }
        return (long) number;
    }
}
