package dev.corbel.dsl.resolve;

import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.KeyStep;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.expression.WhenMissing;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows the steps of a reference through a type's schema and refuses names that lead nowhere. */
final class PathWalk {
    /** As many names fit into a sentence that somebody reads. */
    private static final int MOST_LISTED = 16;

    private final Address address;
    private final SourceRange range;
    private final List<WhenMissing> rules = new ArrayList<>();
    private ValuePath path = ValuePath.ROOT;
    private @Nullable Schema schema;
    private @Nullable Type type;
    private boolean listOfBlocks;
    /** Tells whether what was entered last is one object, which Terraform's users may call the first of a list. */
    private boolean oneObject;

    PathWalk(Address address, Schema schema, SourceRange range) {
        this.address = address;
        this.schema = schema;
        this.range = range;
    }

    /** Goes the way of a reference again. */
    void follow(Expression.Reference reference) {
        List<ValuePath.Step> steps = reference.path().steps();
        for (int i = 0; i < steps.size(); i++) {
            boolean soft = i < reference.rules().size() && reference.rules().get(i) == WhenMissing.NULL;
            step(
                    steps.get(i) instanceof ValuePath.Index index
                            ? new KeyStep(index.index())
                            : ((ValuePath.Name) steps.get(i)).name(),
                    soft);
        }
    }

    /**
     * Goes one step.
     *
     * @param soft whether it may lead nowhere
     */
    void step(Object step, boolean soft) {
        if (step instanceof KeyStep key && key.key() instanceof Number number && !(type instanceof Type.MapType)) {
            position(number.intValue(), soft);
            return;
        }
        String name = step instanceof KeyStep key ? String.valueOf(key.key()) : (String) step;
        boolean declared = schema != null || type instanceof Type.ObjectType;
        if (schema != null) {
            enter(schema, name);
        } else {
            into(name);
        }
        add(path.then(name), declared ? WhenMissing.UNSET : WhenMissing.ERROR, soft);
    }

    /** Goes to each element of a list; what follows is a way inside of the element. */
    void each() {
        element();
        path = ValuePath.ROOT;
        rules.clear();
    }

    private void position(int position, boolean soft) {
        if (oneObject && (position == 0 || position == -1)) {
            oneObject = false;
            return;
        }
        if (oneObject) {
            throw Problem.error(
                    "\"" + path + "\" of " + address + " has no element " + position,
                    "There is one of it; no position is needed.",
                    "Write " + path + " without [" + position + "].",
                    range);
        }
        element();
        add(path.then(position), WhenMissing.ERROR, soft);
    }

    private void element() {
        oneObject = false;
        if (listOfBlocks) {
            listOfBlocks = false;
            return;
        }
        schema = null;
        if (type instanceof Type.ListType list) {
            type = list.element();
        } else {
            type = type instanceof Type.SetType set ? set.element() : null;
        }
    }

    private void add(ValuePath longer, WhenMissing rule, boolean soft) {
        path = longer;
        rules.add(soft ? WhenMissing.NULL : rule);
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
            oneObject = type instanceof Type.ObjectType;
        } else if (block != null) {
            schema = block.schema();
            listOfBlocks = block.nesting() != BlockType.Nesting.SINGLE;
            oneObject = !listOfBlocks;
        } else {
            Set<String> names = current.names();
            throw refuse(
                    name,
                    names.size() > MOST_LISTED ? "" : "It has " + String.join(", ", names) + ".",
                    Suggestion.didYouMean(name, names).orElse(null));
        }
    }

    private void into(String name) {
        oneObject = false;
        if (type instanceof Type.ObjectType object) {
            if (!object.attributes().containsKey(name)) {
                throw refuse(
                        name,
                        "",
                        Suggestion.didYouMean(name, object.attributes().keySet())
                                .orElse(null));
            }
            type = object.attributes().get(name);
            oneObject = type instanceof Type.ObjectType;
        } else if (type instanceof Type.MapType map) {
            type = map.element();
        } else if (type != null && type != Type.ANY) {
            throw Problem.error(
                    "\"" + path + "\" of " + address + " has no attribute \"" + name + "\"",
                    "It is a " + type + ".",
                    "To use the value once it is known, write .map { … }.",
                    range);
        }
    }

    /** The way so far. */
    ValuePath path() {
        return path;
    }

    /** The rules for steps of the way that lead nowhere. */
    List<WhenMissing> rules() {
        return rules;
    }

    /** The reference to what the way leads to. */
    Expression.Reference reference() {
        return new Expression.Reference(address, path, Optional.of(range), rules);
    }

    private RuntimeException refuse(String name, String detail, @Nullable String hint) {
        return Problem.error(
                address.last().kind() + "." + address.last().label() + " has no attribute \"" + name + "\"",
                detail,
                hint,
                range);
    }
}
