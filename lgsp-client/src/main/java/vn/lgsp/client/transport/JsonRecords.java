package vn.lgsp.client.transport;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.lgsp.client.model.Code;

/**
 * Reads and writes the records of {@code vn.lgsp.client.model}: members are named as components. Members that a record does not have
 * are passed over (the platform may grow), absent ones are null or an empty list, and the record itself says what it requires.
 */
public final class JsonRecords {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private JsonRecords() {}

    /** JSON-P's provider, looked up once. */
    public static JsonProvider json() {
        return JSON;
    }

    /**
     * Makes a record of an object.
     *
     * @throws IllegalArgumentException when a member has another type, or a required one is missing
     */
    public static <T extends Record> T read(JsonObject object, Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            try {
                values[i] = value(object.get(name), components[i].getGenericType());
            } catch (RuntimeException wrong) {
                throw new IllegalArgumentException(
                        type.getSimpleName() + "." + name + ": " + wrong.getMessage(), wrong);
            }
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException missing) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + ": " + missing.getCause().getMessage(), missing.getCause());
        } catch (ReflectiveOperationException notARecordOfThisModule) {
            throw new IllegalStateException(notARecordOfThisModule);
        }
    }

    /** Makes an object of a record; null components are left out. */
    public static JsonObject write(Record value) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                Object member = component.getAccessor().invoke(value);
                if (member != null) {
                    object.add(component.getName(), json(member));
                }
            } catch (ReflectiveOperationException notARecordOfThisModule) {
                throw new IllegalStateException(notARecordOfThisModule);
            }
        }
        return object.build();
    }

    /** A time in the form of the interface: UTC with milliseconds. */
    public static String timestamp(Instant time) {
        return MILLISECONDS.format(time);
    }

    private static Object value(JsonValue json, Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list(json, list.getActualTypeArguments()[0]);
        }
        Class<?> raw = (Class<?>) type;
        if (json == null || json.getValueType() == JsonValue.ValueType.NULL) {
            return absent(raw);
        }
        if (raw == boolean.class) {
            return bool(json);
        }
        if (raw == int.class) {
            return ((JsonNumber) json).intValueExact();
        }
        if (raw == long.class || raw == Long.class) {
            return ((JsonNumber) json).longValueExact();
        }
        if (raw.isRecord()) {
            return read((JsonObject) json, raw.asSubclass(Record.class));
        }
        return word(((JsonString) json).getString(), raw);
    }

    private static Object absent(Class<?> raw) {
        if (raw == boolean.class) {
            return false;
        }
        if (raw.isPrimitive()) {
            throw new IllegalArgumentException("missing");
        }
        return null;
    }

    private static boolean bool(JsonValue json) {
        if (json != JsonValue.TRUE && json != JsonValue.FALSE) {
            throw new IllegalArgumentException("not a boolean");
        }
        return json == JsonValue.TRUE;
    }

    private static List<Object> list(JsonValue json, Type item) {
        List<Object> values = new ArrayList<>();
        if (json != null && json.getValueType() != JsonValue.ValueType.NULL) {
            ((JsonArray) json).forEach(element -> values.add(value(element, item)));
        }
        return values;
    }

    private static Object word(String text, Class<?> raw) {
        if (raw == String.class) {
            return text;
        }
        if (raw == UUID.class) {
            return UUID.fromString(text);
        }
        if (raw == byte[].class) {
            return Base64.getDecoder().decode(text);
        }
        if (raw == Instant.class) {
            return Instant.parse(text);
        }
        Object unknown = null;
        for (Object constant : raw.getEnumConstants()) {
            String code = ((Code) constant).code();
            if (code.equals(text)) {
                return constant;
            }
            unknown = code.equals("unknown") ? constant : unknown;
        }
        return unknown;
    }

    /** Makes JSON of a record, a list, a number, a truth value, a time, a code, or the text of anything else. */
    public static JsonValue json(Object value) {
        if (value instanceof Record nested) {
            return write(nested);
        }
        if (value instanceof List<?> list) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            list.forEach(item -> array.add(json(item)));
            return array.build();
        }
        if (value instanceof Boolean bool) {
            return bool ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Number number) {
            return JSON.createValue(number.longValue());
        }
        if (value instanceof byte[] bytes) {
            return JSON.createValue(Base64.getEncoder().encodeToString(bytes));
        }
        if (value instanceof Instant time) {
            return JSON.createValue(timestamp(time));
        }
        return JSON.createValue(value instanceof Code word ? word.code() : value.toString());
    }
}
