package dev.corbel.providers.aws.fact;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.Fact.Claim;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value inside an object, with the way to it. Below an unknown value all is unknown, and marks of sensitive values are gone:
 * facts tell answers, no values.
 */
public record Part(ValuePath path, Value value) {
    public Part {
        value = value.fullyUnmarked();
    }

    /** The attribute or block of an object. */
    public static Part of(MapValue object, String name) {
        return new Part(ValuePath.of(name), object.get(name));
    }

    /** The attribute of a block. */
    public Part get(String name) {
        return new Part(path.then(name), ValuePath.of(name).in(value));
    }

    /** The elements of a list or set, of which there is one unknown where the list itself is. */
    public List<Part> elements() {
        if (isUnknown()) {
            return List.of(this);
        }
        List<Part> elements = new ArrayList<>();
        if (value instanceof ListValue list) {
            for (int i = 0; i < list.elements().size(); i++) {
                elements.add(new Part(path.then(i), list.elements().get(i)));
            }
        }
        return elements;
    }

    public boolean isUnknown() {
        return value.isUnknown();
    }

    public boolean isNull() {
        return value.isNull();
    }

    /** The text; empty where there is none, or it is not known. */
    public Optional<String> text() {
        return value instanceof StringValue text ? Optional.of(text.value()) : Optional.empty();
    }

    /** The answer whether this is true. */
    public Answer isTrue() {
        return Answer.of(value);
    }

    /** The answer whether there is a value. */
    public Answer isSet() {
        return isUnknown() ? Answer.UNKNOWN : Answer.of(!isNull());
    }

    /** A claim that this decides. */
    public Claim claim(Topic topic, Answer holds, String fault) {
        return new Claim(topic, holds, fault, path);
    }

    /** A claim that holds whatever the attributes are. */
    public static Claim always(Topic topic) {
        return new Claim(topic, Answer.YES, "", ValuePath.ROOT);
    }
}
