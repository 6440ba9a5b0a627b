package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The attributes of a type that AWS keeps as text under keys. */
record KeyedAttributes(Schema schema, List<KeyedAttribute> all) {

    /** What to set so that an object gets its planned attributes. */
    Map<String, String> changes(String kind, MapValue planned, Map<String, String> actual) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (KeyedAttribute attribute : all) {
            Value desired = planned.get(attribute.name()).unmarked();
            if (attribute.kinds().contains(kind)
                    && !desired.isNull()
                    && !desired.isUnknown()
                    && !desired.equals(value(attribute, actual))) {
                changes.put(attribute.key(), desired.toString());
            }
        }
        return changes;
    }

    /** Shows what an object has. What its kind has not stays as it is known. */
    void show(Attributes attributes, String kind, MapValue known, Map<String, String> actual) {
        for (KeyedAttribute attribute : all) {
            Value before = known.get(attribute.name());
            boolean kept = !attribute.kinds().contains(kind) && before.isWhollyKnown() && !before.isNull();
            attributes.value(attribute.name(), kept ? before : value(attribute, actual));
        }
    }

    /** AWS does not mention all that is as it is by default. */
    private Value value(KeyedAttribute attribute, Map<String, String> actual) {
        String text = actual.get(attribute.key());
        Attribute declared = declared(attribute);
        return text == null ? declared.defaultValue().orElse(Value.ofNull()) : converted(Value.of(text), declared);
    }

    private Attribute declared(KeyedAttribute attribute) {
        Attribute declared = schema.attribute(attribute.name());
        if (declared == null) {
            throw new IllegalArgumentException("the schema has no " + attribute.name());
        }
        return declared;
    }

    private static Value converted(Value text, Attribute declared) {
        try {
            return Conversion.convert(text, declared.type());
        } catch (Conversion.MismatchException otherwise) {
            return Value.ofNull();
        }
    }

    /** What the definition sets that this kind has not; the description completes "does not go with …". */
    List<Diagnostic> problems(String kind, String description, MapValue configuration) {
        return all.stream()
                .filter(attribute -> !attribute.kinds().contains(kind))
                .filter(attribute -> isSet(configuration.get(attribute.name()), declared(attribute)))
                .map(attribute -> Diagnostic.error(
                        attribute.name() + " does not go with " + description, "Take it away, or choose another kind."))
                .toList();
    }

    private static boolean isSet(Value value, Attribute declared) {
        return !value.isNull()
                && !value.isUnknown()
                && !value.unmarked().equals(declared.defaultValue().orElse(Value.ofNull()));
    }
}
