package dev.corbel.dsl.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.dsl.scope.KeyStep;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.expression.WhenMissing;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way of a reference through the schema of a type. */
class PathWalkTest {
    private static final Schema RULE =
            Schema.builder().attribute(Attribute.required("port", Type.NUMBER)).build();
    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.computed("id", Type.STRING))
            .attribute(Attribute.optional("tags", Type.map(Type.STRING)))
            .attribute(Attribute.optional("names", Type.list(Type.STRING)))
            .attribute(Attribute.optional("anything", Type.ANY))
            .block(BlockType.list("rule", RULE))
            .block(BlockType.single("disk", RULE))
            .build();

    private final PathWalk walk =
            new PathWalk(new Address(List.of(new Step("test_server", "main", null))), SCHEMA, TestScopes.HERE);

    @Test
    void declaredNamesMayBeUnsetWhileKeysAndPositionsMustBeThere() {
        go("rule", new KeyStep(0), "port");
        assertThat(walk.path()).hasToString("rule[0].port");
        assertThat(walk.rules()).containsExactly(WhenMissing.UNSET, WhenMissing.ERROR, WhenMissing.UNSET);
    }

    @Test
    void aKeyOfAMapMustBeThereUnlessTheStepIsSoft() {
        walk.step("tags", false);
        walk.step("team", true);
        assertThat(walk.path()).hasToString("tags.team");
        assertThat(walk.rules()).containsExactly(WhenMissing.UNSET, WhenMissing.NULL);
    }

    @Test
    void theFirstOfASingleBlockIsTheBlockItself() {
        go("disk", new KeyStep(0), "port");
        assertThat(walk.path()).hasToString("disk.port");
    }

    @Test
    void anotherPositionOfASingleBlockIsAnError() {
        walk.step("disk", false);
        assertFails(new KeyStep(1), "\"disk\" of test_server.main has no element 1");
    }

    @Test
    void anythingMayFollowWhereTheTypeIsNotKnown() {
        go("anything", "deep", new KeyStep(3), "deeper");
        assertThat(walk.path()).hasToString("anything.deep[3].deeper");
    }

    @Test
    void namesThatLeadNowhereAreErrors() {
        assertFails("idd", "test_server.main has no attribute \"idd\"");
        walk.step("id", false);
        assertFails("x", "\"id\" of test_server.main has no attribute \"x\"");
    }

    @Test
    void aListOfBlocksNeedsAPosition() {
        walk.step("rule", false);
        assertFails("port", "test_server.main has no attribute \"port\"");
    }

    @Test
    void theElementsOfAListBeginWaysOfTheirOwn() {
        walk.step("rule", false);
        walk.each();
        walk.step("port", false);
        assertThat(walk.path()).hasToString("port");
        assertThat(walk.rules()).containsExactly(WhenMissing.UNSET);
    }

    private void go(Object... steps) {
        for (Object step : steps) {
            walk.step(step, false);
        }
    }

    private void assertFails(Object step, String summary) {
        assertThatThrownBy(() -> walk.step(step, false)).hasMessageContaining(summary);
    }
}
