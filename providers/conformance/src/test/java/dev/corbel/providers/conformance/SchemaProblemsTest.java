package dev.corbel.providers.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.NormalForm;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaProblemsTest {
    @Test
    void aSoundSchemaHasNone() {
        Schema inner = Schema.builder()
                .attribute(Attribute.required("port", Type.NUMBER).immutable())
                .build();
        Schema schema = Schema.builder()
                .attribute(Attribute.optional("size", Type.NUMBER)
                        .defaultsTo(Value.of(1))
                        .validatedBy(Validation.between(1, 9)))
                .attribute(
                        Attribute.optional("password", Type.STRING).writeOnly().sensitive())
                .attribute(Attribute.optionalComputed("zone", Type.STRING).immutable())
                .attribute(Attribute.optionalComputed("comment", Type.STRING).defaultsTo(Value.of("Managed")))
                .attribute(Attribute.computed("id", Type.STRING))
                .block(BlockType.list("ingress", inner).times(0, 5))
                .build();

        assertThat(SchemaProblems.of(schema)).isEmpty();
    }

    @Test
    void allOfAnUnsoundOneAreFound() {
        Attribute nobody = new Attribute(
                "nobody", Type.STRING, Set.of(), Optional.empty(), List.of(), NormalForm.LITERAL, Optional.empty(), "");
        Schema inner = Schema.builder()
                .attribute(Attribute.optional("Port", Type.NUMBER))
                .build();
        Schema schema = Schema.builder()
                .version(-1)
                .attribute(nobody)
                .attribute(Attribute.computed("id", Type.STRING)
                        .immutable()
                        .defaultsTo(Value.of("x"))
                        .validatedBy(Validation.oneOf("x")))
                .attribute(Attribute.optionalComputed("secret", Type.STRING).writeOnly())
                .attribute(Attribute.optional("size", Type.NUMBER).defaultsTo(Value.of("1")))
                .attribute(Attribute.optional("count", Type.NUMBER).defaultsTo(Value.of("many")))
                .attribute(Attribute.optional("port", Type.NUMBER)
                        .defaultsTo(Value.of(0))
                        .validatedBy(Validation.between(1, 9)))
                .block(BlockType.single("rule", inner).times(0, 2))
                .block(BlockType.list("other", Schema.EMPTY).times(2, 1))
                .build();

        assertThat(SchemaProblems.of(schema))
                .containsExactly(
                        "the version is negative",
                        "nobody can be set by nobody",
                        "id has a default, though no definition may set it",
                        "id is validated, though no definition may set it",
                        "id is immutable, though no definition may set it",
                        "secret is write-only, and yet computed",
                        "size has a default that is not in the form of its type",
                        "count has a default that must be a number, but is a string",
                        "port has a default that is refused: it must be between 1 and 9",
                        "rule is a single block that may stand more than once",
                        "rule.Port is no name",
                        "other stands from 2 to 1 times");
    }

    @Test
    void namesMustBeTheirOwn() {
        Schema schema = new Schema(
                0,
                Map.of("a", Attribute.optional("b", Type.STRING).build()),
                Map.of("c", BlockType.list("d", Schema.EMPTY)));

        assertThat(SchemaProblems.of(schema)).containsExactly("a calls itself b", "c calls itself d");
    }
}
