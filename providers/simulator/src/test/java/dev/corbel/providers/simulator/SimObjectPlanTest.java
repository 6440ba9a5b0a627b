package dev.corbel.providers.simulator;

import static dev.corbel.providers.simulator.SimulatorFixture.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimObjectPlanTest {
    private static final MapValue PRIOR = attributes(
            "name", Value.of("a"),
            "value", Value.of(1),
            "fixed", Value.ofNull(),
            "fail", Value.ofNull(),
            "identity", Value.ofNull(),
            "id", Value.of("sim-1"),
            "revision", Value.of(3),
            "checksum", Value.of("abc"));

    private final ResourceType type = new SimObjectType();

    private MapValue planned(Value prior, MapValue proposed) {
        return type.plan(new ResourceType.PlanRequest(prior, proposed, proposed))
                .attributes();
    }

    @Test
    void onCreationEverythingComputedIsUnknown() {
        assertThat(planned(Value.ofNull(), attributes("name", Value.of("a"))))
                .isEqualTo(attributes(
                        "name", Value.of("a"),
                        "id", Value.unknown(),
                        "revision", Value.unknown(),
                        "checksum", Value.unknown()));
    }

    @Test
    void withoutAChangeEverythingStays() {
        assertThat(planned(PRIOR, PRIOR)).isEqualTo(PRIOR);
        assertThat(planned(PRIOR, PRIOR.with("value", Value.sensitive(Value.of(1)))))
                .isEqualTo(PRIOR.with("value", Value.sensitive(Value.of(1))));
    }

    @Test
    void anotherValueMakesRevisionAndChecksumUnknown() {
        for (Value value : List.of(Value.of(2), Value.ofNull(), Value.unknown(), Value.list(Value.unknown()))) {
            MapValue proposed = PRIOR.with("value", value);

            assertThat(planned(PRIOR, proposed))
                    .isEqualTo(proposed.with("revision", Value.unknown()).with("checksum", Value.unknown()));
        }
    }

    @Test
    void anotherIdentityMakesTheRevisionUnknownAndKeepsTheChecksum() {
        MapValue proposed = PRIOR.with("identity", Value.of("none"));

        assertThat(planned(PRIOR, proposed)).isEqualTo(proposed.with("revision", Value.unknown()));
    }

    @Test
    void anotherKindOrPlaceOfDataMakesTheRevisionUnknown() {
        for (String name : new String[] {"stores", "region"}) {
            MapValue proposed = PRIOR.with(name, Value.of("backup"));

            assertThat(planned(PRIOR, proposed)).isEqualTo(proposed.with("revision", Value.unknown()));
        }
    }

    @Test
    void onlySomeKindsOfDataAreStored() {
        assertThat(problem("stores", Value.of("log"))).isEmpty();
        assertThat(problem("stores", Value.of("state")))
                .contains("must be one of \"primary\", \"replica\", \"backup\", \"log\"");
    }

    @Test
    void theIdentityIsTheNameOrElseTheToken() {
        assertThat(type.identityClass(attributes("name", Value.of("a")))).isEqualTo(IdentityClass.NATURAL_KEY);
        assertThat(type.identityClass(attributes("name", Value.unknown()))).isEqualTo(IdentityClass.NATURAL_KEY);
        assertThat(type.identityClass(attributes("name", Value.ofNull()))).isEqualTo(IdentityClass.CLIENT_TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "natural-key, NATURAL_KEY",
        "natural key, NATURAL_KEY",
        "client-token, CLIENT_TOKEN",
        "tag, TAG",
        "none, NONE"
    })
    void theIdentityCanBeOverridden(String text, IdentityClass expected) {
        assertThat(type.identityClass(attributes("name", Value.of("a"), "identity", Value.of(text))))
                .isEqualTo(expected);
        assertThat(problem("identity", Value.of(text))).isEmpty();
    }

    @Test
    void anUnknownIdentityIsAProblem() {
        assertThat(problem("identity", Value.of("nature")))
                .contains("must be one of \"natural-key\", \"client-token\", \"tag\", \"none\"");
    }

    @Test
    void aNaturalKeyNeedsAName() {
        assertThat(type.validate(attributes("identity", Value.of("natural-key"))))
                .containsExactly(Diagnostic.error(
                        "The identity \"natural-key\" needs a name", "An object without a name has no natural key."));
        assertThat(type.validate(attributes("identity", Value.of("natural-key"), "name", Value.unknown())))
                .isEmpty();
        assertThat(type.validate(attributes("identity", Value.unknown()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "create-partial", "read", "update", "delete"})
    void failTakesTheNamesOfCalls(String call) {
        assertThat(problem("fail", Value.list(Value.of(call), Value.unknown()))).isEmpty();
    }

    @Test
    void failTakesNothingElse() {
        assertThat(problem("fail", Value.list(Value.of("read"), Value.of("write"))))
                .contains("must contain only \"create\", \"create-partial\", \"read\", \"update\", \"delete\","
                        + " and has \"write\"");
    }

    @Test
    void anEmptyNameIsAProblem() {
        assertThat(problem("name", Value.of("")))
                .contains("must not be empty; leave it out for an object without a name");
    }

    private Optional<String> problem(String name, Value value) {
        Attribute attribute = type.schema().attributes().get(name);
        assertThat(attribute).isNotNull();
        return attribute.validations().get(0).problem(value);
    }
}
