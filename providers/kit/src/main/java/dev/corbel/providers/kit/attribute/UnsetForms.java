package dev.corbel.providers.kit.attribute;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.NormalForm;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.Value;

/**
 * Gives all ways to leave an attribute unset one meaning: left out, empty, and, where the service has no choice of its own,
 * false. For services that make no difference themselves and give back the one for the other.
 */
public final class UnsetForms {
    private static final NormalForm OFF_IS_NONE = value -> PlainForm.saysNothing(value) ? Value.ofNull() : value;

    /** The service may choose true where it is not told. */
    private static final NormalForm EMPTY_IS_NONE =
            value -> value instanceof BooleanValue ? value : OFF_IS_NONE.of(value);

    private UnsetForms() {}

    /** The same schema, in which all ways to leave an attribute unset are equal. */
    public static Schema equal(Schema schema) {
        Schema.Builder quiet = Schema.builder().version(schema.version());
        schema.attributes().values().forEach(attribute -> quiet.attribute(equal(attribute)));
        schema.blocks().values().forEach(block -> quiet.block(equal(block)));
        return quiet.build();
    }

    private static BlockType equal(BlockType block) {
        return block.of(equal(block.schema()));
    }

    private static Attribute equal(Attribute attribute) {
        boolean means = !attribute.isConfigurable()
                || attribute
                        .defaultValue()
                        .filter(value -> !PlainForm.saysNothing(value))
                        .isPresent();
        if (means) {
            return attribute;
        }
        NormalForm none = attribute.isComputed() ? EMPTY_IS_NONE : OFF_IS_NONE;
        return attribute.comparedAs(none.after(attribute.normalForm()));
    }
}
