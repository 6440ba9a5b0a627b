package dev.corbel.planner.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.providers.api.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs do not outlive what they are made of. */
class LostOutputsTest {
    private static final String TWO = """
            resource('sim_object', 'a') { name = 'a'; fixed = 1; value = 1 }
            resource('sim_object', 'b') { name = 'b' }
            output('of_a') { value = sim_object.a.id }
            output('of_both') { value = "${sim_object.a.id} ${sim_object.b.id}" }
            output('of_b') { value = sim_object.b.id }
            output('text') { value = 'x' }
            """;

    @TempDir
    Path folder;

    private Environment environment = new Environment(Path.of("."));

    @BeforeEach
    void begin() {
        environment = new Environment(folder);
        environment.is(TWO);
        environment.apply();
    }

    private ApplyResult apply(PlanMode mode) {
        return environment.apply(PlanOptions.of(mode));
    }

    @Test
    void aRefreshDropsTheOutputsOfWhatIsGone() {
        environment.lose("a");
        assertThat(environment.plan(PlanOptions.of(PlanMode.REFRESH_ONLY))).contains("output of_a: ", " → null");

        ApplyResult result = apply(PlanMode.REFRESH_ONLY);

        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.succeeded()).isTrue();
        assertThat(environment.state().outputs()).containsOnlyKeys("of_b", "text");
        assertThat(environment.plan(PlanOptions.of(PlanMode.REFRESH_ONLY))).doesNotContain("output");
    }

    @Test
    void aRefreshDropsWhatComesThroughADataSourceOfWhatIsGone() {
        environment.is(TWO + """
                data('sim_object', 'copy') { name = sim_object.a.name }
                output('copied') { value = data.sim_object.copy.id }
                """);
        environment.apply();
        assertThat(environment.state().outputs()).containsKey("copied");
        environment.lose("a");

        ApplyResult result = apply(PlanMode.REFRESH_ONLY);

        assertThat(result.diagnostics()).isEmpty();
        assertThat(environment.state().outputs()).containsOnlyKeys("of_b", "text");
    }

    @Test
    void aRefreshFollowsWhatChanged() {
        environment.is(TWO + "output('value') { value = sim_object.a.value }\n");
        environment.apply();
        environment.tamper("a", object -> object.with("value", Value.of("theirs")));

        assertThat(apply(PlanMode.REFRESH_ONLY).succeeded()).isTrue();

        assertThat(Objects.requireNonNull(environment.state().outputs().get("value"))
                        .value())
                .isEqualTo(Value.of("theirs"));
    }

    @Test
    void destroyingATargetDropsItsOutputs() {
        ApplyResult result = environment.apply(
                PlanOptions.of(PlanMode.DESTROY).withTargets(List.of(AddressPattern.parse("sim_object.a"))));

        assertThat(result.succeeded()).isTrue();
        assertThat(environment.state().outputs()).containsOnlyKeys("of_b", "text");
    }

    @Test
    void aDestroyThatFailsKeepsTheOutputsOfWhatIsThere() {
        environment.tamper("a", object -> object.with("fail", Value.list(Value.of("delete"))));

        assertThat(apply(PlanMode.DESTROY).succeeded()).isFalse();

        assertThat(environment.state().outputs()).containsOnlyKeys("of_a", "of_both");
    }

    @Test
    void aReplacementThatFailsHalfWayDropsTheOutputsOfTheOldObject() {
        environment.is(TWO.replace("fixed = 1;", "fixed = 2; fail = ['create'];"));

        ApplyResult result = apply(PlanMode.NORMAL);

        assertThat(result.succeeded()).isFalse();
        assertThat(environment.state().outputs()).containsOnlyKeys("of_b", "text");
    }

    @Test
    void anUpdateThatFailsKeepsTheOutputs() {
        environment.is(TWO.replace("value = 1 }", "value = 2; fail = ['update'] }"));

        ApplyResult result = apply(PlanMode.NORMAL);

        assertThat(result.succeeded()).isFalse();
        assertThat(environment.state().outputs()).containsOnlyKeys("of_a", "of_b", "of_both", "text");
    }
}
