package dev.corbel.providers.aws.resource;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.NormalForm;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.Value;

/**
 * Lets every attribute of a type that says nothing mean the same: left out, empty, and, where AWS does not choose, false.
 * AWS itself makes no difference, and gives back the one for the other.
 */
final class Silence {
    private static final NormalForm OFF_IS_NONE = value -> PlainForm.saysNothing(value) ? Value.ofNull() : value;

    /** AWS may choose true where it is not told. */
    private static final NormalForm EMPTY_IS_NONE =
            value -> value instanceof BooleanValue ? value : OFF_IS_NONE.of(value);

    private Silence() {}

    /** The same schema, in which saying nothing is the same however it is done. */
    static Schema in(Schema schema) {
        Schema.Builder quiet = Schema.builder().version(schema.version());
        schema.attributes().values().forEach(attribute -> quiet.attribute(in(attribute)));
        schema.blocks().values().forEach(block -> quiet.block(in(block)));
        return quiet.build();
    }

    private static BlockType in(BlockType block) {
        return block.of(in(block.schema()));
    }

    private static Attribute in(Attribute attribute) {
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
