package dev.corbel.planner.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.testing.FakeType;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The conformity of an object with the promised one. */
class ResultConformityTest {
    private static final Schema SCHEMA =
            new Fixture().catalog.resourceType("fake_object").orElseThrow().schema();
    private static final Value UNKNOWN = Value.unknown();

    private static List<String> between(String name, Value promised, Value actual) {
        MapValue left = FakeType.object(Map.of(name, promised));
        MapValue right = FakeType.object(Map.of(name, actual));
        return ResultConformity.between(SCHEMA, left, right).stream()
                .map(ValuePath::toString)
                .toList();
    }

    private static Value port(Value port, Value id) {
        return Value.map(Map.of("port", port, "protocol", Value.of("tcp"), "rule_id", id));
    }

    @Test
    void knownValuesMustBeThereAgainAndUnknownOnesMayBeAnything() {
        assertThat(between("value", Value.of("x"), Value.of("x"))).isEmpty();
        assertThat(between("value", Value.of("x"), Value.of("y"))).containsExactly("value");
        assertThat(between("value", Value.ofNull(), Value.of("y"))).containsExactly("value");
        assertThat(between("value", UNKNOWN, Value.ofNull())).isEmpty();
    }

    @Test
    void marksAndWriteOnlyAttributesDoNotMatter() {
        assertThat(between("secret", Value.sensitive(Value.of("x")), Value.of("x")))
                .isEmpty();
        assertThat(between("password", Value.of("x"), Value.ofNull())).isEmpty();
    }

    @Test
    void listsAndMapsAreComparedPartByPart() {
        assertThat(between(
                        "value",
                        Value.list(Value.of(1), UNKNOWN, Value.of(3)),
                        Value.list(Value.of(1), Value.of(2), Value.of(4))))
                .containsExactly("value[2]");
        assertThat(between("value", Value.list(UNKNOWN), Value.list())).containsExactly("value");
        assertThat(between(
                        "value",
                        Value.map(Map.of("a", UNKNOWN, "b", Value.of(1))),
                        Value.map(Map.of("a", Value.of(1), "b", Value.of(2)))))
                .containsExactly("value.b");
        assertThat(between("value", Value.map(Map.of("a", UNKNOWN)), Value.map(Map.of("b", Value.of(1)))))
                .containsExactly("value");
        assertThat(between("value", Value.list(UNKNOWN), Value.of("x"))).containsExactly("value");
    }

    @Test
    void blocksAreComparedByPlaceInListsAndByContentInSets() {
        assertThat(between(
                        "step", Value.list(port(Value.of(1), UNKNOWN)), Value.list(port(Value.of(2), Value.of("r")))))
                .containsExactly("step[0].port");
        assertThat(between(
                        "rule",
                        Value.list(port(Value.of(1), Value.of("a")), port(Value.of(2), UNKNOWN)),
                        Value.list(port(Value.of(1), Value.of("a")), port(Value.of(2), Value.of("b")))))
                .isEmpty();
        assertThat(between(
                        "rule",
                        Value.list(port(Value.of(1), Value.of("a")), port(Value.of(2), UNKNOWN)),
                        Value.list(port(Value.of(2), Value.of("b")))))
                .containsExactly("rule");
    }
}
