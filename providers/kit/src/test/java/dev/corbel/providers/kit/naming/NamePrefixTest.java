package dev.corbel.providers.kit.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import org.junit.jupiter.api.Test;

class NamePrefixTest {
    private static final String DIGITS = "20261129171322712100000002";
    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.optionalComputed("name", Type.STRING).immutable())
            .attribute(Attribute.optionalComputed("name_prefix", Type.STRING).immutable())
            .build();

    private final NamePrefix prefix = NamePrefix.of(SCHEMA).orElseThrow();

    private Value shown(String name) {
        return prefix.shown(new ObjectState(Values.map("name", name, "name_prefix", Value.ofNull())))
                .attributes()
                .get("name_prefix");
    }

    /** For an object that is there, whose prefix the definition says. */
    private Value planned(String name, String configured) {
        MapValue prior = Values.map("name", name, "name_prefix", shown(name));
        MapValue configuration = Values.map("name", Value.ofNull(), "name_prefix", configured);
        return prefix.plan(new PlanRequest(prior, configuration, prior.with("name_prefix", Value.of(configured))))
                .get("name_prefix");
    }

    private Value foreseen(Value name) {
        MapValue configuration = Values.map("name", name, "name_prefix", Value.ofNull());
        MapValue proposed = configuration.with("name_prefix", Value.unknown());
        return prefix.plan(new PlanRequest(Value.ofNull(), configuration, proposed))
                .get("name_prefix");
    }

    @Test
    void isReadOffANameThatWasMadeUp() {
        assertThat(shown("abc-" + DIGITS)).isEqualTo(Value.of("abc-"));
        assertThat(shown("abc-" + DIGITS + ".fifo")).isEqualTo(Value.of("abc-"));
        assertThat(shown("abc-ABCDEF" + DIGITS.substring(6))).isEqualTo(Value.of("abc-"));
        assertThat(shown("abc-" + DIGITS.substring(1))).isEqualTo(Value.ofNull());
        assertThat(shown("abc-zz" + DIGITS.substring(2))).isEqualTo(Value.ofNull());
        assertThat(shown(DIGITS)).isEqualTo(Value.ofNull());
    }

    @Test
    void isThereWhereTheNameOfSomebodyElseBeginsWithIt() {
        assertThat(planned("abc-production", "abc-")).isEqualTo(Value.ofNull());
        assertThat(planned("abc-" + DIGITS, "abc-")).isEqualTo(Value.of("abc-"));
        assertThat(planned("production", "abc-")).isEqualTo(Value.of("abc-"));
    }

    @Test
    void mayEndInDigitsThatWereTakenForTheOthers() {
        assertThat(planned("abc-99" + DIGITS, "abc-")).isEqualTo(Value.of("abc-99"));
        assertThat(planned("abc-" + DIGITS, "abc-20")).isEqualTo(Value.of("abc-"));
        assertThat(planned("abc-web-" + DIGITS, "abc-")).isEqualTo(Value.of("abc-"));
    }

    @Test
    void isForeseenWhereTheNameIsKnown() {
        assertThat(foreseen(Value.of("production"))).isEqualTo(Value.ofNull());
        assertThat(foreseen(Value.of("abc-" + DIGITS))).isEqualTo(Value.of("abc-"));
        assertThat(foreseen(Value.unknown())).isEqualTo(Value.unknown());
    }

    @Test
    void belongsToANameBesideIt() {
        Schema alone = Schema.builder()
                .attribute(Attribute.optionalComputed("key_prefix", Type.STRING).immutable())
                .build();

        assertThat(NamePrefix.of(alone)).isEmpty();
    }
}
