package dev.corbel.providers.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which object follows from what a definition says and what there is. */
class ProposedObjectTest {
    private static final NormalForm LOWER = NormalForm.ofTexts(text -> text.toLowerCase(Locale.ROOT));
    private static final NormalForm EMPTY_IS_NONE =
            value -> value.equals(Value.of("")) || value.equals(Value.list()) ? Value.ofNull() : value;

    private static final NormalForm LAST_PART =
            NormalForm.ofTexts(text -> text.substring(text.lastIndexOf('/') + 1), text -> text.startsWith("/"));

    private static final Schema FILTER = Schema.builder()
            .attribute(Attribute.optional("prefix", Type.STRING).comparedAs(EMPTY_IS_NONE))
            .attribute(Attribute.optional("type", Type.STRING).defaultsTo(Value.of("usual")))
            .build();

    private static final Schema RULE = Schema.builder()
            .attribute(Attribute.required("domain", Type.STRING).comparedAs(LOWER))
            .attribute(Attribute.computed("id", Type.STRING))
            .build();

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.optional("domain", Type.STRING).comparedAs(LOWER))
            .attribute(Attribute.optional("names", Type.set(Type.STRING)).comparedAs(EMPTY_IS_NONE.after(LOWER)))
            .attribute(Attribute.optional("literal", Type.STRING))
            .attribute(Attribute.optional("key", Type.STRING).comparedAs(EMPTY_IS_NONE.after(LAST_PART)))
            .attribute(Attribute.optional("secret", Type.STRING).writeOnly().comparedAs(LOWER))
            .attribute(Attribute.optionalComputed("comment", Type.STRING).defaultsTo(Value.of("made here")))
            .block(BlockType.single("filter", FILTER).orNone())
            .block(BlockType.single("other", FILTER))
            .block(BlockType.set("rule", RULE))
            .build();

    private static Value proposed(String name, Value prior, Value configured) {
        return ProposedObject.of(SCHEMA, Value.map(Map.of(name, prior)), Value.map(Map.of(name, configured)))
                .get(name);
    }

    private static Value text(String text) {
        return Value.of(text);
    }

    @Test
    void whatMeansTheSameStaysInTheWordsOfTheObject() {
        assertThat(proposed("domain", text("acme.example"), text("Acme.Example")))
                .isEqualTo(text("acme.example"));
        assertThat(proposed("domain", text("acme.example"), text("other.example")))
                .isEqualTo(text("other.example"));
        assertThat(proposed("literal", text("a"), text("A"))).isEqualTo(text("A"));
    }

    @Test
    void twoCompleteNamesAreComparedAsTheyAre() {
        assertThat(proposed("key", text("/eu/a"), text("a"))).isEqualTo(text("/eu/a"));
        assertThat(proposed("key", text("a"), text("/us/a"))).isEqualTo(text("a"));
        assertThat(proposed("key", text("/eu/a"), text("/us/a"))).isEqualTo(text("/us/a"));
    }

    @Test
    void aNewObjectGetsTheWordsOfTheDefinition() {
        assertThat(ProposedObject.of(SCHEMA, Value.ofNull(), Value.map(Map.of("domain", text("Acme"))))
                        .get("domain"))
                .isEqualTo(text("Acme"));
    }

    @Test
    void elementsOfSetsAreComparedWhateverTheirOrder() {
        Value prior = Value.list(text("a"), text("b"));

        assertThat(proposed("names", prior, Value.list(text("B"), text("a")))).isEqualTo(prior);
        assertThat(proposed("names", Value.ofNull(), Value.list())).isEqualTo(Value.ofNull());
        assertThat(proposed("names", Value.list(), Value.ofNull())).isEqualTo(Value.list());
    }

    @Test
    void whatIsUnknownMeansNothingYet() {
        assertThat(proposed("domain", text("acme"), Value.unknown())).isEqualTo(Value.unknown());
        assertThat(proposed("names", Value.list(text("a")), Value.list(Value.unknown())))
                .isEqualTo(Value.list(Value.unknown()));
    }

    @Test
    void aMarkOfTheDefinitionStaysOnWhatIsKept() {
        assertThat(proposed("domain", text("acme"), Value.sensitive(text("ACME"))))
                .isEqualTo(Value.sensitive(text("acme")));
        assertThat(proposed("domain", Value.sensitive(text("acme")), text("ACME")))
                .isEqualTo(text("acme"));
    }

    @Test
    void writeOnlyValuesAreNeverCompared() {
        assertThat(proposed("secret", text("a"), text("A"))).isEqualTo(text("A"));
    }

    @Test
    void aDefaultOfAComputedAttributeIsForNewObjectsAlone() {
        assertThat(ProposedObject.of(SCHEMA, Value.ofNull(), MapValue.EMPTY).get("comment"))
                .isEqualTo(text("made here"));
        assertThat(proposed("comment", text("theirs"), Value.ofNull())).isEqualTo(text("theirs"));
        assertThat(proposed("comment", text("theirs"), text("mine"))).isEqualTo(text("mine"));
        assertThat(proposed("comment", Value.ofNull(), Value.ofNull())).isEqualTo(Value.ofNull());
    }

    private static Value filter(Value prefix, Value type) {
        return Value.map(Map.of("prefix", prefix, "type", type));
    }

    @Test
    void anEmptyBlockMeansNoneWhereTheSchemaSaysSo() {
        Value empty = filter(Value.ofNull(), Value.ofNull());
        Value blank = filter(text(""), Value.ofNull());
        Value full = filter(text("a"), Value.ofNull());
        Value usual = filter(Value.ofNull(), text("usual"));

        assertThat(proposed("filter", Value.ofNull(), empty)).isEqualTo(Value.ofNull());
        assertThat(proposed("filter", blank, Value.ofNull())).isEqualTo(blank);
        assertThat(proposed("filter", blank, empty)).isEqualTo(blank);
        assertThat(proposed("filter", full, Value.ofNull())).isEqualTo(Value.ofNull());
        assertThat(proposed("filter", Value.ofNull(), usual)).isEqualTo(Value.ofNull());
        assertThat(proposed("other", Value.ofNull(), empty)).isEqualTo(empty);
    }

    @Test
    void anElementOfASetFindsTheOneThatMeansTheSame() {
        Value prior = Value.list(
                Value.map(Map.of("domain", text("a"), "id", text("1"))),
                Value.map(Map.of("domain", text("b"), "id", text("2"))));
        Value configured = Value.list(
                Value.map(Map.of("domain", text("B"), "id", Value.ofNull())),
                Value.map(Map.of("domain", text("c"), "id", Value.ofNull())));

        assertThat(proposed("rule", prior, configured))
                .isEqualTo(Value.list(
                        Value.map(Map.of("domain", text("b"), "id", text("2"))),
                        Value.map(Map.of("domain", text("c"), "id", Value.unknown()))));
    }
}
