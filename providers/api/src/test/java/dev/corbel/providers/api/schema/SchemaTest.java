package dev.corbel.providers.api.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaTest {
    @Test
    void keepsTheOrderOfTheReference() {
        Schema schema = Schema.builder()
                .version(2)
                .attribute(Attribute.required("zone", Type.STRING))
                .attribute(Attribute.computed("arn", Type.STRING))
                .block(BlockType.single("timeouts", Schema.EMPTY))
                .build();

        assertThat(schema.version()).isEqualTo(2);
        assertThat(schema.attributes().keySet()).containsExactly("zone", "arn");
        assertThat(schema.names()).containsExactly("arn", "timeouts", "zone");
        assertThat(schema.attribute("none")).isNull();
        assertThat(schema.block("timeouts")).isEqualTo(BlockType.single("timeouts", Schema.EMPTY));
    }

    @Test
    void aNameStandsOnce() {
        assertThatThrownBy(() -> Schema.builder()
                        .attribute(Attribute.required("a", Type.STRING))
                        .block(BlockType.list("a", Schema.EMPTY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the schema has two of the name a");
    }

    @Test
    void attributesKnowHowTheyBehave() {
        Attribute required = Attribute.required("a", Type.STRING)
                .immutable()
                .sensitive()
                .writeOnly()
                .build();
        assertThat(required.isRequired()).isTrue();
        assertThat(required.isConfigurable()).isTrue();
        assertThat(required.isComputed()).isFalse();
        assertThat(required.isImmutable()).isTrue();
        assertThat(required.isSensitive()).isTrue();
        assertThat(required.isWriteOnly()).isTrue();
        assertThat(Attribute.computed("a", Type.STRING).build().isConfigurable())
                .isFalse();
        assertThat(Attribute.optional("a", Type.STRING).build().isConfigurable())
                .isTrue();
        Attribute both = Attribute.optionalComputed("a", Type.STRING).build();
        assertThat(both.isConfigurable() && both.isComputed()).isTrue();
    }

    @Test
    void aRequiredAttributeHasNoDefault() {
        assertThatThrownBy(() -> Attribute.required("a", Type.STRING)
                        .defaultsTo(Value.of("x"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a is required, so it is neither computed nor has a default");
    }

    @Test
    void blocksHaveLimits() {
        BlockType block = BlockType.set("rule", Schema.EMPTY).times(1, 3).asImmutable();

        assertThat(block).isEqualTo(new BlockType("rule", BlockType.Nesting.SET, Schema.EMPTY, 1, 3, true, false));
        assertThat(BlockType.single("a", Schema.EMPTY).maximum()).isEqualTo(1);
        assertThat(BlockType.list("a", Schema.EMPTY).maximum()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void typesHaveNames() {
        assertThat(Type.list(Type.map(Type.set(Type.NUMBER)))).hasToString("list of map of set of number");
        assertThat(Type.object(java.util.Map.of("b", Type.ANY, "a", Type.BOOLEAN)))
                .hasToString("object with a, b");
    }

    @Test
    void validationsSayWhatIsWrong() {
        Validation color = Validation.oneOf("red", "green");
        assertThat(color.problem(Value.of("red"))).isEmpty();
        assertThat(color.problem(Value.of("blue"))).contains("must be one of \"red\", \"green\"");

        Validation port = Validation.between(1, 65535);
        assertThat(port.problem(Value.of(65535))).isEmpty();
        assertThat(port.problem(Value.of(0))).contains("must be between 1 and 65535");
        assertThat(port.problem(Value.of(new BigDecimal("65535.5")))).contains("must be between 1 and 65535");

        Validation name = Validation.matching("[a-z]+", "lower-case letters");
        assertThat(name.problem(Value.of("abc"))).isEmpty();
        assertThat(name.problem(Value.of("abc1"))).contains("must be lower-case letters");
    }

    @Test
    void aRuleThatQuotesASensitiveValueIsNotQuoted() {
        Validation quoting = value -> Optional.of("must not be " + value);
        Value secret = Value.sensitive(Value.of("hunter2"));
        Optional<String> withheld = Optional.of("is not valid; it is sensitive, so what is wrong with it is not shown");

        assertThat(quoting.told(Value.of("open"))).contains("must not be open");
        assertThat(quoting.told(secret)).isEqualTo(withheld);
        assertThat(quoting.told(Value.list(secret))).isEqualTo(withheld);
        assertThat(quoting.told(Value.map(Map.of("hunter", secret)))).isEqualTo(withheld);
        assertThat(Validation.oneOf("a", "b").told(secret)).contains("must be one of \"a\", \"b\"");
        assertThat(Validation.between(1, 3).told(Value.sensitive(Value.of(42)))).contains("must be between 1 and 3");
        assertThat(Validation.matching(".{0,3}", "short").told(secret)).contains("must be short");
        assertThat(Validation.matching(".{10,}", "long").told(secret)).contains("must be long");
        assertThat(Validation.oneOf("hunter2").told(secret)).isEmpty();
    }
}
