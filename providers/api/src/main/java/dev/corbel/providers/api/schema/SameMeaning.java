package dev.corbel.providers.api.schema;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;

/**
 * Compares what an object has with what a definition says by what it means, so that an object that somebody else made, or
 * changed to other words for the same, is left as it is.
 */
public final class SameMeaning {
    private SameMeaning() {}

    /** Whether two values of an attribute mean the same, whatever their marks. Unknown values mean nothing yet. */
    public static boolean is(Attribute attribute, Value one, Value other) {
        Value left = one.fullyUnmarked();
        Value right = other.fullyUnmarked();
        return left.equals(right)
                || (attribute.normalForm() != NormalForm.LITERAL
                        && left.isWhollyKnown()
                        && right.isWhollyKnown()
                        && normal(attribute, left).equals(normal(attribute, right))
                        && !attribute.normalForm().tellsApart(left, right));
    }

    /** The attribute as the object has it where that means what the definition says, else as the definition says it. */
    public static Value keep(Attribute attribute, Value prior, Value configured) {
        boolean literal = attribute.isWriteOnly() || attribute.normalForm() == NormalForm.LITERAL;
        return literal || !is(attribute, prior, configured) ? configured : as(prior, configured);
    }

    /** The same of a single block that need not stand there: none may mean the same as one with nothing but defaults. */
    public static Value keep(BlockType block, Value prior, Value configured) {
        boolean same = block.emptyIsNone()
                && prior.isNull() != configured.isNull()
                && saysNothing(block.schema(), prior.fullyUnmarked())
                && saysNothing(block.schema(), configured.fullyUnmarked());
        return same ? as(prior, configured) : configured;
    }

    /** Whether anything below a schema can mean the same in several words. */
    public static boolean isIn(Schema schema) {
        return schema.attributes().values().stream().anyMatch(attribute -> attribute.normalForm() != NormalForm.LITERAL)
                || schema.blocks().values().stream().anyMatch(block -> block.emptyIsNone() || isIn(block.schema()));
    }

    private static Value as(Value prior, Value configured) {
        Value bare = prior.fullyUnmarked();
        return configured.containsSensitive() ? Value.sensitive(bare) : bare;
    }

    private static Value normal(Attribute attribute, Value value) {
        Value normal = attribute.normalForm().of(value);
        try {
            return Conversion.convert(normal, attribute.type());
        } catch (Conversion.MismatchException other) {
            return normal;
        }
    }

    private static boolean saysNothing(Attribute attribute, Value value) {
        return is(attribute, value, Value.ofNull())
                || attribute
                        .defaultValue()
                        .filter(usual -> is(attribute, value, usual))
                        .isPresent();
    }

    private static boolean saysNothing(Schema schema, Value value) {
        if (!(value instanceof MapValue block)) {
            return value.isNull();
        }
        return schema.attributes().values().stream()
                        .allMatch(attribute -> saysNothing(attribute, block.get(attribute.name())))
                && schema.blocks().values().stream().allMatch(inner -> {
                    Value inside = block.get(inner.name());
                    return inside.equals(ListValue.EMPTY) || saysNothing(inner.schema(), inside);
                });
    }
}
