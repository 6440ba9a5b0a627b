package dev.corbel.providers.kit.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attributes that exclude each other: of which one must be set, or one at most. */
class ExclusiveAttributesTest {
    private static final List<String> TARGETS = List.of("gateway_id", "instance_id", "endpoint_id");

    private static List<Diagnostic> oneOf(MapValue configuration) {
        return ExactlyOneOf.problems(configuration, "The route has no target", TARGETS);
    }

    private static List<Diagnostic> conflicts(MapValue configuration) {
        return ConflictsWith.problems(configuration, List.of(List.of("name", "name_prefix"), List.of("cidr", "pool")));
    }

    @Test
    void oneOfThemIsRight() {
        assertThat(oneOf(Values.map("gateway_id", "igw-1"))).isEmpty();
        assertThat(conflicts(Values.map("name", "a", "pool", "p"))).isEmpty();
        assertThat(conflicts(MapValue.EMPTY)).isEmpty();
    }

    @Test
    void noneIsAProblemWhereOneIsNeeded() {
        assertThat(oneOf(Values.map("gateway_id", Value.ofNull())))
                .containsExactly(Diagnostic.error(
                        "The route has no target", "Set one of gateway_id, instance_id, endpoint_id."));
    }

    @Test
    void severalAreNamed() {
        assertThat(oneOf(Values.map("gateway_id", "igw-1", "instance_id", "i-1", "endpoint_id", "vpce-1")))
                .containsExactly(
                        Diagnostic.error("gateway_id conflicts with instance_id and endpoint_id", "Set one of them."));
        assertThat(conflicts(Values.map("name", "a", "name_prefix", "b", "cidr", "c", "pool", "p")))
                .containsExactly(
                        Diagnostic.error("name conflicts with name_prefix", "Set one of them, or neither."),
                        Diagnostic.error("cidr conflicts with pool", "Set one of them, or neither."));
    }

    @Test
    void anUnknownOneMayTurnOutEitherWay() {
        assertThat(oneOf(Values.map("gateway_id", Value.unknown()))).isEmpty();
        assertThat(oneOf(Values.map("gateway_id", Value.unknown(), "instance_id", "i-1")))
                .isEmpty();
        assertThat(conflicts(Values.map("name", Value.unknown(), "name_prefix", "b")))
                .isEmpty();
    }
}
