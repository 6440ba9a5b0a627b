package dev.corbel.planner.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.providers.api.value.Value;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments from their first plan to their destruction. Every step ends in a plan without changes. */
class EnvironmentLifecycleTest {
    @TempDir
    Path folder;

    private Environment environment = new Environment(Path.of("."));

    @BeforeEach
    void begin() {
        environment = new Environment(folder);
    }

    private void nothingIsLeftToDo() {
        assertThat(environment.plan().lines()).allMatch(line -> line.startsWith("no_op "));
    }

    private void applied(String definition) {
        environment.is(definition);
        environment.apply();
        nothingIsLeftToDo();
        environment.forgetCalls();
    }

    @Test
    void aPlanIsEmptyAfterEveryStepFromCreationToDestruction() {
        applied("""
                resource('sim_object', 'base') { name = 'base'; value = 'v1' }
                resource('sim_object', 'user') { name = 'user'; value = sim_object.base.checksum }
                resource('corbel_data', 'text') { input = "base is ${sim_object.base.id}" }
                output('base') { value = sim_object.base.checksum }
                """);
        applied("""
                resource('sim_object', 'base') { name = 'base'; value = 'v2' }
                resource('sim_object', 'user') { name = 'user'; value = sim_object.base.checksum }
                resource('corbel_data', 'text') { input = "base is ${sim_object.base.id}" }
                output('base') { value = sim_object.base.checksum }
                """);
        applied("""
                resource('sim_object', 'base') { name = 'base'; value = 'v2' }
                """);

        environment.apply(PlanOptions.of(PlanMode.DESTROY));

        assertThat(environment.state().instances()).isEmpty();
        assertThat(environment.state().outputs()).isEmpty();
        assertThat(environment.writes()).containsExactly("delete base");
    }

    @Test
    void anUpdateThatTurnsOutToChangeNothingIsNotMade() {
        applied("""
                resource('sim_object', 'base') { name = 'base'; value = 'v1'; fixed = 1 }
                resource('sim_object', 'user') { name = 'user'; value = sim_object.base.checksum }
                """);
        environment.is("""
                resource('sim_object', 'base') { name = 'base'; value = 'v1'; fixed = 2 }
                resource('sim_object', 'user') { name = 'user'; value = sim_object.base.checksum }
                """);

        environment.apply();

        assertThat(environment.writes()).containsExactly("delete base", "create base");
        nothingIsLeftToDo();
    }

    @Test
    void deleteFirstReplacesBackwardsAndForwards() {
        String definition = """
                resource('sim_object', 'a') { name = 'a'; fixed = 'FIXED' }
                resource('sim_object', 'b') { name = 'b'; fixed = sim_object.a.id }
                """;
        applied(definition.replace("FIXED", "1"));
        applied(definition.replace("FIXED", "2"));
        environment.is(definition.replace("FIXED", "3"));

        environment.apply();

        assertThat(environment.writes()).containsExactly("delete b", "delete a", "create a", "create b");
        nothingIsLeftToDo();
    }

    @Test
    void createFirstCreatesUpdatesAndDeletes() {
        String definition = """
                resource('sim_object', 'a') {
                    name = 'a-FIXED'
                    fixed = 'FIXED'
                    lifecycle { createBeforeDestroy = true }
                }
                resource('sim_object', 'b') { name = 'b'; value = sim_object.a.id }
                """;
        applied(definition.replace("FIXED", "1"));
        environment.is(definition.replace("FIXED", "2"));

        environment.apply();

        assertThat(environment.writes()).containsExactly("create a-2", "update b", "delete a-1");
        nothingIsLeftToDo();
    }

    @Test
    void whatUsedAnObjectGoesBeforeTheObjectIsUpdated() {
        applied("""
                resource('sim_object', 'a') { name = 'a'; value = 1 }
                resource('sim_object', 'b') { name = 'b'; value = sim_object.a.id }
                """);
        environment.is("""
                resource('sim_object', 'a') { name = 'a'; value = 2 }
                """);

        environment.apply();

        assertThat(environment.writes()).containsExactly("delete b", "update a");
        nothingIsLeftToDo();
    }

    @Test
    void aDeposedObjectWhoseDeletionFailedIsDeletedByTheNextRun() {
        String definition = """
                resource('sim_object', 'a') {
                    name = 'a-FIXED'
                    fixed = 'FIXED'
                    lifecycle { createBeforeDestroy = true }
                }
                """;
        applied(definition.replace("FIXED", "1"));
        environment.tamper("a-1", object -> object.with("fail", Value.list(Value.of("delete"))));
        environment.is(definition.replace("FIXED", "2"));
        ApplyResult failed = environment.apply(PlanOptions.of(PlanMode.NORMAL));
        assertThat(failed.succeeded()).isFalse();
        environment.tamper("a-1", object -> object.with("fail", Value.ofNull()));
        environment.forgetCalls();

        environment.apply();

        assertThat(environment.writes()).containsExactly("delete a-1");
        nothingIsLeftToDo();
    }

    @Test
    void aHalfCreatedObjectIsTaintedAndReplaced() {
        environment.is("resource('sim_object', 'a') { name = 'a'; fail = ['create-partial'] }\n");
        assertThat(environment.apply(PlanOptions.of(PlanMode.NORMAL)).succeeded())
                .isFalse();
        environment.is("resource('sim_object', 'a') { name = 'a' }\n");
        assertThat(environment.plan()).startsWith("replace_delete_first sim_object.a # replace_because_tainted\n");
        environment.forgetCalls();

        environment.apply();

        assertThat(environment.writes()).containsExactly("delete a", "create a");
        nothingIsLeftToDo();
    }

    @Test
    void driftIsFoundAndRepaired() {
        applied("resource('sim_object', 'a') { name = 'a'; value = 'mine' }\n");
        environment.tamper("a", object -> object.with("value", Value.of("theirs")));
        assertThat(environment.plan()).contains("value: theirs → mine").contains("drift update sim_object.a");

        environment.apply();

        assertThat(environment.writes()).containsExactly("update a");
        nothingIsLeftToDo();
    }

    @Test
    void refreshOnlyChangesStateAlone() {
        applied("resource('sim_object', 'a') { name = 'a'; value = 'mine' }\n");
        environment.tamper("a", object -> object.with("value", Value.of("theirs")));

        environment.apply(PlanOptions.of(PlanMode.REFRESH_ONLY));

        assertThat(environment.writes()).isEmpty();
        assertThat(environment.state().instances().values())
                .map(instance -> instance.current().orElseThrow().attributes().get("value"))
                .containsExactly(Value.of("theirs"));
        assertThat(environment.plan(PlanOptions.of(PlanMode.REFRESH_ONLY))).isEqualTo("no_op sim_object.a\n");
    }

    @Test
    void movesKeysAndRemovalsHappenWithoutACall() {
        applied("""
                resource('sim_object', 'old') { name = 'a' }
                resource('sim_object', 'each', forEach: ['x', 'y'] as Set) { key, value -> name = key }
                """);
        environment.is("""
                moved(from: sim_object.old, to: sim_object.new)
                removed('sim_object.each') { destroy = false }
                resource('sim_object', 'new') { name = 'a' }
                """);

        environment.apply();

        assertThat(environment.writes()).isEmpty();
        assertThat(environment.state().instances().keySet())
                .map(Object::toString)
                .containsExactly("sim_object.new");
        nothingIsLeftToDo();
    }

    @Test
    void aTargetIsAppliedWithWhatItNeedsAlone() {
        environment.is("""
                resource('sim_object', 'a') { name = 'a' }
                resource('sim_object', 'b') { name = 'b'; value = sim_object.a.id }
                resource('sim_object', 'c') { name = 'c' }
                """);

        environment.apply(PlanOptions.of(PlanMode.NORMAL).withTargets(List.of(AddressPattern.parse("sim_object.b"))));

        assertThat(environment.writes()).containsExactly("create a", "create b");
    }

    @Test
    void anOldObjectStaysUntilItsLeftOutUsersAreUpdated() {
        String definition = """
                resource('sim_object', 'a') {
                    name = 'a-FIXED'
                    fixed = 'FIXED'
                    lifecycle { createBeforeDestroy = true }
                }
                resource('sim_object', 'b') { name = 'b'; value = sim_object.a.id }
                resource('sim_object', 'c') { name = 'c'; value = sim_object.a.id }
                """;
        for (PlanOptions part : List.of(
                PlanOptions.of(PlanMode.NORMAL).withTargets(List.of(AddressPattern.parse("sim_object.a"))),
                PlanOptions.of(PlanMode.NORMAL)
                        .withExcludes(List.of(AddressPattern.parse("sim_object.b"), AddressPattern.parse("*.c"))))) {
            applied(definition.replace("FIXED", "1"));
            environment.is(definition.replace("FIXED", "2"));
            assertThat(environment.plan(part))
                    .contains("warning: The old object of sim_object.a stays for now")
                    .contains("sim_object.b, sim_object.c, left out of this plan, may still use it.");

            ApplyResult result = environment.apply(part);

            assertThat(environment.writes()).containsExactly("create a-2");
            assertThat(result.destroyed()).isZero();
            assertThat(environment.plan(part)).contains("stays for now").doesNotContain("delete sim_object");
            environment.forgetCalls();
            environment.apply();
            assertThat(environment.writes()).endsWith("delete a-1").hasSize(3);
            nothingIsLeftToDo();
        }
    }

    @Test
    void whatAnApplyChangesElsewhereIsNotToldAsAChangeOfSomebodyElse() {
        applied("""
                resource('sim_object', 'a') { name = 'a'; value = 1 }
                resource('sim_object', 'b') { name = 'b'; value = sim_object.a.checksum }
                """);
        environment.tamper("a", object -> object.with("revision", Value.of(7)));
        assertThat(environment.plan()).doesNotContain("drift");
        assertThat(environment.plan(PlanOptions.of(PlanMode.REFRESH_ONLY))).contains("drift update sim_object.a");

        environment.is("""
                resource('sim_object', 'a') { name = 'a'; value = 1 }
                resource('sim_object', 'b') { name = 'b'; value = sim_object.a.checksum }
                output('revision') { value = sim_object.a.revision }
                """);
        assertThat(environment.plan()).contains("drift update sim_object.a");
    }

    @Test
    void usersThatAreLeftOutOfADeleteFirstReplacementAreNamed() {
        String definition = """
                resource('sim_object', 'a') { name = 'a'; fixed = FIXED }
                resource('sim_object', 'b') { name = 'b'; value = sim_object.a.id }
                """;
        environment.is(definition.replace("FIXED", "1"));
        environment.apply();
        environment.is(definition.replace("FIXED", "2"));

        assertThat(environment.plan(
                        PlanOptions.of(PlanMode.NORMAL).withTargets(List.of(AddressPattern.parse("sim_object.a")))))
                .contains("replace_delete_first sim_object.a")
                .contains("warning: sim_object.a is deleted before what uses it is updated")
                .contains("sim_object.b, left out of this plan, may still use it.");
    }
}
