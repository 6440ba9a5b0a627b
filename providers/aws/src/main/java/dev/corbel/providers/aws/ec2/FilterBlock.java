package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;

/** The block {@code filter} of data sources. */
final class FilterBlock {
    private FilterBlock() {}

    /** @param call the call that says which filters there are */
    static BlockType of(String call) {
        return BlockType.set(
                "filter",
                Schema.builder()
                        .attribute(Attribute.required("name", Type.STRING).describedAs("As in " + call + "."))
                        .attribute(Attribute.required("values", Type.set(Type.STRING)))
                        .build());
    }
}
