package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;

/** The blocks of definitions for the conditions of rules. */
final class ConditionBlocks {
    private static final Schema VALUES = values(Schema.builder()).build();

    private static final Schema HTTP_HEADER = values(
                    Schema.builder().attribute(Attribute.required("http_header_name", Type.STRING)))
            .build();

    private static final Schema QUERY_STRING = Schema.builder()
            .attribute(Attribute.optional("key", Type.STRING))
            .attribute(Attribute.required("value", Type.STRING))
            .build();

    static final Schema CONDITION = Schema.builder()
            .block(BlockType.single("host_header", VALUES))
            .block(BlockType.single("http_header", HTTP_HEADER))
            .block(BlockType.single("http_request_method", VALUES))
            .block(BlockType.single("path_pattern", VALUES))
            .block(BlockType.set("query_string", QUERY_STRING))
            .block(BlockType.single("source_ip", VALUES))
            .build();

    private ConditionBlocks() {}

    private static Schema.Builder values(Schema.Builder schema) {
        return schema.attribute(
                Attribute.required("values", Type.set(Type.STRING)).describedAs("Any of them fulfils the condition."));
    }

    static List<Diagnostic> problems(MapValue configuration) {
        return new DesiredAttributes(configuration)
                .blocks("condition").stream()
                        .filter(condition -> condition.attributes().entries().values().stream()
                                        .filter(ConditionBlocks::isThere)
                                        .count()
                                != 1)
                        .map(condition -> Diagnostic.error(
                                "A condition must have one kind of test",
                                "Write one of the blocks " + String.join(", ", CONDITION.names())
                                        + " in it, and further conditions for more; a request must fulfil all."))
                        .toList();
    }

    private static boolean isThere(Value block) {
        return !block.isNull()
                && !(block.unmarked() instanceof ListValue list
                        && list.elements().isEmpty());
    }
}
