package dev.corbel.providers.kit.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.Value;
import org.junit.jupiter.api.Test;

class UnsetFormsTest {
    private static final Schema SCHEMA = UnsetForms.equal(Schema.builder()
            .version(3)
            .attribute(Attribute.optional("description", Type.STRING))
            .attribute(Attribute.optional("enabled", Type.BOOLEAN))
            .attribute(Attribute.optionalComputed("public", Type.BOOLEAN))
            .attribute(Attribute.optional("retries", Type.STRING).defaultsTo(Value.of("3")))
            .block(BlockType.single(
                    "logging",
                    Schema.builder()
                            .attribute(Attribute.optional("prefix", Type.STRING))
                            .build()))
            .build());

    private static Value form(Schema schema, String attribute, Value value) {
        Attribute found = schema.attribute(attribute);
        if (found == null) {
            throw new IllegalArgumentException(attribute);
        }
        return found.normalForm().of(value);
    }

    @Test
    void emptyAndFalseAreUnset() {
        assertThat(form(SCHEMA, "description", Value.of(""))).isEqualTo(Value.ofNull());
        assertThat(form(SCHEMA, "description", Value.of("x"))).isEqualTo(Value.of("x"));
        assertThat(form(SCHEMA, "enabled", Value.of(false))).isEqualTo(Value.ofNull());
        assertThat(form(SCHEMA, "enabled", Value.of(true))).isEqualTo(Value.of(true));
    }

    @Test
    void falseMeansSomethingWhereTheServiceMayChooseTrue() {
        assertThat(form(SCHEMA, "public", Value.of(false))).isEqualTo(Value.of(false));
    }

    @Test
    void anAttributeWithADefaultIsComparedAsItIs() {
        assertThat(form(SCHEMA, "retries", Value.of(""))).isEqualTo(Value.of(""));
    }

    @Test
    void blocksAreTreatedAlikeAndTheVersionStays() {
        BlockType logging = SCHEMA.blocks().get("logging");

        assertThat(logging).isNotNull();
        assertThat(form(logging.schema(), "prefix", Value.of(""))).isEqualTo(Value.ofNull());
        assertThat(SCHEMA.version()).isEqualTo(3);
    }
}
