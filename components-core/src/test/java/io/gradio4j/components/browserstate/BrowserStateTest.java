package io.gradio4j.components.browserstate;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.BlockAccess;
import io.gradio4j.Conversion;
import io.gradio4j.ValidationException;
import io.gradio4j.components.ComponentContract;
import io.gradio4j.testing.NoConversion;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BrowserStateTest extends ComponentContract {

    /** Numbers and texts only: what JSON-B does is not tested here. */
    private static final Conversion NUMBERS = new NoConversion() {
        @Override
        public JsonValue toJson(@Nullable Object value) {
            return JSON.createValue((Integer) value);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T fromJson(JsonValue json, Type type) {
            if (type == String.class) {
                return (T) ((JsonString) json).getString();
            }
            assertThat(type).isEqualTo(Integer.class);
            if (!(json instanceof JsonNumber number)) {
                throw new ValidationException("BrowserState got " + json);
            }
            return (T) (Integer) number.intValue();
        }
    };

    @Override
    protected BrowserState<?> fresh() {
        return BrowserState.of(7);
    }

    @Override
    protected Conversion conversion() {
        return NUMBERS;
    }

    @Override
    protected String config() {
        return "default_value: null, storage_key: null, secret: null";
    }

    @Override
    protected List<String> unsettable() {
        return List.of("default_value");
    }

    @Override
    protected List<String> events() {
        return List.of("change");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":{},\"description\":\"any json-serializable value\"}", "\"test\"");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("3", 3);
    }

    @Override
    protected List<String> refused() {
        return List.of("\"three\"", "{}");
    }

    @Override
    protected BrowserState<?> exemplary() {
        return BrowserState.of("text");
    }

    @Test
    void isItsDefaultWhileNothingIsStored() {
        assertThat(BlockAccess.preprocess(fresh(), JsonValue.NULL, NUMBERS)).isEqualTo(7);
        assertThat(fresh().properties()).containsEntry("default_value", 7);
    }

    @Test
    void hasAKeyAndASecretThatNobodyGuesses() {
        assertThat(fresh().properties().get("storage_key")).asString().matches("[A-Za-z0-9]{16}");
        assertThat(fresh().properties().get("secret")).isNotEqualTo(fresh().properties().get("secret"));
        assertThat(BrowserState.of(1).storageKey("key").secret("secret").properties()).containsEntry("storage_key", "key").containsEntry("secret", "secret");
    }
}
