package io.gradio4j.impl.json;

import io.gradio4j.Conversion;
import io.gradio4j.FileData;
import io.gradio4j.ValidationException;
import io.gradio4j.WireProperty;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Java values as JSON and back. Plain values are converted here; everything else by JSON-B, which starts when first needed. Files are left
 * to whoever knows them.
 */
public abstract class JsonbConversion implements Conversion {

    static final class Holder {
        static final Jsonb JSONB = JsonbBuilder.create();
    }

    /** Has no state but JSON-B's. */
    protected JsonbConversion() {
    }

    @Override
    public JsonValue toJson(@Nullable Object value) {
        return switch (value) {
            case null -> JsonValue.NULL;
            case JsonValue json -> json;
            case String text -> Jsons.string(text);
            case Boolean bool -> Jsons.bool(bool);
            case Number number -> Jsons.number(number);
            case FileData file -> file.json();
            case WireProperty property -> property.json(this);
            case Enum<?> constant -> Jsons.string(constant.name().toLowerCase(Locale.ROOT));
            case Map<?, ?> map -> {
                var object = Jsons.object();
                map.forEach((k, v) -> object.add(String.valueOf(k), toJson(v)));
                yield object.build();
            }
            case Collection<?> items -> {
                var array = Jsons.array();
                items.forEach(item -> array.add(toJson(item)));
                yield array.build();
            }
            default -> Jsons.read(Holder.JSONB.toJson(value));
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T fromJson(JsonValue json, Type type) {
        if (type == FileData.class) {
            return (T) FileData.from(json);
        }
        try {
            WholeNumbers.requireIn(json, type);
            return Holder.JSONB.fromJson(JsonText.of(json), type);
        } catch (JsonbException | ArithmeticException e) {
            throw new ValidationException("Expected " + type.getTypeName() + ", got " + abbreviate(JsonText.of(json)));
        }
    }

    /** At most 200 characters of a value, for messages. */
    public static String abbreviate(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
