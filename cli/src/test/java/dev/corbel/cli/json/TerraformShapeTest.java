package dev.corbel.cli.json;

import static dev.corbel.providers.api.schema.Attribute.optional;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerraformShapeTest {
    private static final Schema INNER =
            Schema.builder().attribute(optional("status", Type.STRING)).build();
    private static final Schema SCHEMA = Schema.builder()
            .attribute(optional("name", Type.STRING))
            .attribute(optional(
                    "ingress",
                    Type.set(Type.object(Map.of(
                            "about", Type.STRING,
                            "self", Type.BOOLEAN,
                            "port", Type.NUMBER,
                            "from", Type.list(Type.STRING))))))
            .block(BlockType.single("versioning", INNER))
            .block(BlockType.list(
                    "rule",
                    Schema.builder().block(BlockType.single("filter", INNER)).build()))
            .build();

    private static Value shaped(Map<String, Value> object) {
        return TerraformShape.of(SCHEMA, Value.map(object));
    }

    @Test
    void makesListsOfSingleBlocksAtAnyDepth() {
        Value block = Value.map(Map.of("status", Value.of("Enabled")));
        Value rule = Value.map(Map.of("filter", block));

        assertThat(shaped(Map.of("versioning", block, "rule", Value.list(rule), "ingress", Value.unknown())))
                .isEqualTo(Value.map(Map.of(
                        "versioning", Value.list(block),
                        "rule", Value.list(Value.map(Map.of("filter", Value.list(block)))),
                        "ingress", Value.unknown())));
    }

    @Test
    void writesNoBlockAsAnEmptyList() {
        assertThat(shaped(Map.of("versioning", Value.ofNull(), "name", Value.ofNull())))
                .isEqualTo(Value.map(Map.of("name", Value.ofNull(), "versioning", Value.list(), "rule", Value.list())));
        assertThat(shaped(Map.of("versioning", Value.unknown())))
                .isEqualTo(Value.map(Map.of("versioning", Value.unknown(), "rule", Value.list())));
        assertThat(TerraformShape.of(SCHEMA, Value.ofNull())).isEqualTo(Value.ofNull());
    }

    @Test
    void fillsObjectsInListsThatAreAttributes() {
        Value rule = Value.map(Map.of("port", Value.ofNull(), "about", Value.ofNull(), "self", Value.unknown()));
        Value filled = Value.map(
                Map.of("port", Value.ofNull(), "about", Value.of(""), "self", Value.unknown(), "from", Value.list()));

        assertThat(shaped(Map.of("ingress", Value.list(rule))))
                .isEqualTo(Value.map(
                        Map.of("ingress", Value.list(filled), "versioning", Value.list(), "rule", Value.list())));
    }

    @Test
    void leadsPathsIntoTheLists() {
        assertThat(TerraformShape.of(SCHEMA, ValuePath.of("versioning", "status")))
                .hasToString("versioning[0].status");
        assertThat(TerraformShape.of(
                        SCHEMA, ValuePath.of("rule").then(2).then("filter").then("status")))
                .hasToString("rule[2].filter[0].status");
        assertThat(TerraformShape.of(SCHEMA, ValuePath.of("name"))).hasToString("name");
        assertThat(TerraformShape.of(SCHEMA, ValuePath.of("ingress").then(0).then("versioning")))
                .hasToString("ingress[0].versioning");
    }
}
