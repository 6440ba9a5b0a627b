package dev.corbel.providers.aws.resource;

import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/** Turns values into objects of the SDK and back, by the names that the service has for their fields. */
public final class SdkObjects {
    private SdkObjects() {}

    /**
     * Sets what a map says, which may write names in another case or with underscores. What is null or unknown says nothing.
     *
     * @param renamed fields that are called otherwise here: their own names by those of the entries
     * @throws IllegalArgumentException where there is no such field, or it takes something else; the message says so to
     *     who wrote the map
     */
    public static <B extends SdkPojo> B fill(B builder, MapValue values, Map<String, String> renamed) {
        values.entries().forEach((name, value) -> {
            if (!value.isNull() && !value.isUnknown()) {
                SdkField<?> field = field(builder, renamed.getOrDefault(name, name))
                        .orElseThrow(() -> new IllegalArgumentException("there is no \"" + name + "\" here"));
                field.set(builder, sdk(field, name, value.unmarked(), renamed));
            }
        });
        return builder;
    }

    /** The field of a name; case and underscores don't count. */
    static Optional<SdkField<?>> field(SdkPojo object, String name) {
        String plain = plain(name);
        return object.sdkFields().stream()
                .<SdkField<?>>map(field -> field)
                .filter(field -> plain(field.locationName()).equals(plain))
                .findFirst();
    }

    static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static Object sdk(SdkField<?> field, String name, Value value, Map<String, String> renamed) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO && value instanceof MapValue map) {
            return ((Buildable) fill(field.constructor().get(), map, renamed)).build();
        }
        if (type == MarshallingType.LIST && value instanceof ListValue list) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            return list.elements().stream()
                    .map(element -> sdk(member, name, element.unmarked(), renamed))
                    .toList();
        }
        if (type == MarshallingType.MAP && value instanceof MapValue map) {
            SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
            Map<String, Object> entries = new LinkedHashMap<>();
            map.entries().forEach((key, entry) -> entries.put(key, sdk(member, key, entry.unmarked(), renamed)));
            return entries;
        }
        try {
            return scalar(type, value);
        } catch (ArithmeticException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be " + value, wrong);
        }
    }

    private static Object scalar(MarshallingType<?> type, Value value) {
        if (type == MarshallingType.STRING && value instanceof StringValue text) {
            return text.value();
        }
        if (type == MarshallingType.BOOLEAN && value instanceof BooleanValue flag) {
            return flag.value();
        }
        if (value instanceof NumberValue || value instanceof StringValue) {
            BigDecimal number = new BigDecimal(value.toString());
            if (type == MarshallingType.INTEGER) {
                return number.intValueExact();
            }
            if (type == MarshallingType.LONG) {
                return number.longValueExact();
            }
            if (type == MarshallingType.DOUBLE) {
                return number.doubleValue();
            }
        }
        throw new IllegalArgumentException(type + " takes something else");
    }

    /** Everything that an object says, under the names that the service has; lists and maps without elements too. */
    public static MapValue read(SdkPojo object) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (SdkField<?> field : object.sdkFields()) {
            Value value = read(field, object);
            if (!value.isNull()) {
                values.put(field.locationName(), value);
            }
        }
        return new MapValue(values);
    }

    /** What an object says in one field; null where it says nothing. */
    static Value read(SdkField<?> field, SdkPojo object) {
        return value(field.getValueOrDefault(object));
    }

    static Value value(@Nullable Object answer) {
        if (answer == null || answer instanceof SdkAutoConstructList || answer instanceof SdkAutoConstructMap) {
            return Value.ofNull();
        }
        if (answer instanceof SdkPojo object) {
            return read(object);
        }
        if (answer instanceof List<?> list) {
            return Value.list(list.stream().map(SdkObjects::value).toList());
        }
        if (answer instanceof Map<?, ?> map) {
            Map<String, Value> entries = new LinkedHashMap<>();
            map.forEach((key, entry) -> entries.put(String.valueOf(key), value(entry)));
            return new MapValue(entries);
        }
        if (answer instanceof Boolean flag) {
            return Value.of(flag.booleanValue());
        }
        return answer instanceof Number number
                ? Value.of(new BigDecimal(number.toString()))
                : Value.of(answer.toString());
    }
}
