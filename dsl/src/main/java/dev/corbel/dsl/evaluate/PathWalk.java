package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.evaluate.Reference.KeyStep;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.ValuePath;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows the steps of a reference through a type's schema and refuses names that lead nowhere. */
final class PathWalk {
    private final Address address;
    private final SourceRange range;
    private @Nullable Schema schema;
    private @Nullable Type type;
    private boolean listOfBlocks;

    PathWalk(Address address, Schema schema, SourceRange range) {
        this.address = address;
        this.schema = schema;
        this.range = range;
    }

    /** The path one step longer. */
    ValuePath step(ValuePath path, Object step) {
        if (step instanceof KeyStep key && key.key() instanceof Number position) {
            if (listOfBlocks) {
                listOfBlocks = false;
            } else {
                type = element();
                schema = null;
            }
            return path.then(position.intValue());
        }
        String name = step instanceof KeyStep key ? String.valueOf(key.key()) : (String) step;
        if (schema != null) {
            enter(schema, name);
        } else {
            into(path, name);
        }
        return path.then(name);
    }

    private @Nullable Type element() {
        if (type instanceof Type.ListType list) {
            return list.element();
        }
        return type instanceof Type.SetType set ? set.element() : null;
    }

    private void enter(Schema current, String name) {
        if (listOfBlocks) {
            throw refuse(name, "There is a list of these blocks.", "Choose one by its position, or all with *.");
        }
        Attribute attribute = current.attribute(name);
        BlockType block = current.block(name);
        if (attribute != null) {
            type = attribute.type();
            schema = null;
        } else if (block != null) {
            schema = block.schema();
            listOfBlocks = block.nesting() != BlockType.Nesting.SINGLE;
        } else {
            Set<String> names = current.names();
            throw refuse(
                    name,
                    names.size() > 12 ? "" : "It has " + String.join(", ", names) + ".",
                    Suggestion.didYouMean(name, names).orElse(null));
        }
    }

    private void into(ValuePath path, String name) {
        if (type instanceof Type.ObjectType object) {
            if (!object.attributes().containsKey(name)) {
                throw refuse(
                        name,
                        "",
                        Suggestion.didYouMean(name, object.attributes().keySet())
                                .orElse(null));
            }
            type = object.attributes().get(name);
        } else if (type instanceof Type.MapType map) {
            type = map.element();
        } else if (type != null && type != Type.ANY) {
            throw BlockReceiver.error(
                    "\"" + path + "\" of " + address + " has no attribute \"" + name + "\"",
                    "It is a " + type + ".",
                    "To use the value once it is known, write .map { … }.",
                    range);
        }
    }

    private RuntimeException refuse(String name, String detail, @Nullable String hint) {
        return BlockReceiver.error(
                address.last().kind() + "." + address.last().label() + " has no attribute \"" + name + "\"",
                detail,
                hint,
                range);
    }
}
