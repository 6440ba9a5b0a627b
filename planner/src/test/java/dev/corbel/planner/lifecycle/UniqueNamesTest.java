package dev.corbel.planner.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.plan.PlanMode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that only one object can have, and what is renamed or was left half-made under them. */
class UniqueNamesTest {
    private static final String TAINTED = """
            resource('sim_object', 'a') {
                name = 'NAME'
                fixed = FIXED
                fail = FAIL
                lifecycle { createBeforeDestroy = true }
            }
            resource('sim_object', 'user') { name = 'user'; value = sim_object.a.id }
            """;

    @TempDir
    Path folder;

    private Environment environment = new Environment(Path.of("."));

    @BeforeEach
    void begin() {
        environment = new Environment(folder);
    }

    private static String tainted(String name, int fixed, String fail) {
        return TAINTED.replace("NAME", name)
                .replace("FIXED", Integer.toString(fixed))
                .replace("FAIL", fail);
    }

    private ApplyResult apply() {
        return environment.apply(PlanOptions.of(PlanMode.NORMAL));
    }

    private void halfMade() {
        environment.is(tainted("same", 1, "['create-partial']"));
        assertThat(apply().succeeded()).isFalse();
        environment.forgetCalls();
    }

    private void nothingIsLeftToDo() {
        assertThat(environment.plan().lines()).allMatch(line -> line.startsWith("no_op "));
    }

    @Test
    void aBlockThatWasRenamedIsToldAboutMoved() {
        environment.is("""
                resource('sim_object', 'a') { name = 'same' }
                resource('sim_object', 'u') { name = 'u'; value = sim_object.a.id }
                """);
        environment.apply();
        String renamed = """
                resource('sim_object', 'z') { name = 'same' }
                resource('sim_object', 'u') { name = 'u'; value = sim_object.z.id }
                """;
        environment.is(renamed);

        assertThat(apply().diagnostics())
                .map(problem -> problem.hint().orElse(""))
                .containsExactly(
                        "State has the object of this name as sim_object.a, which is no longer declared. To keep it under its new address: moved(from: sim_object.a, to: sim_object.z)");

        environment.is("moved(from: sim_object.a, to: sim_object.z)\n" + renamed);
        environment.apply();
        nothingIsLeftToDo();
    }

    @Test
    void aNameThatIsDeclaredTwiceIsToldSo() {
        environment.is("resource('sim_object', 'a') { name = 'same' }\n");
        environment.apply();
        environment.is("""
                resource('sim_object', 'a') { name = 'same' }
                resource('sim_object', 'b') { name = 'same' }
                """);

        assertThat(apply().diagnostics())
                .map(problem -> problem.hint().orElse(""))
                .containsExactly("sim_object.a has this name already. Choose another one for sim_object.b.");
    }

    @Test
    void aNameOfAnObjectThatStateDoesNotKnowMayBeAdopted() {
        environment.is("resource('sim_object', 'a') { name = 'same' }\n");
        environment.apply();
        environment.is("removed(sim_object.a) { destroy = false }\n");
        environment.apply();
        environment.is("resource('sim_object', 'a') { name = 'same' }\n");

        assertThat(apply().diagnostics())
                .map(problem -> problem.hint().orElse(""))
                .containsExactly("Choose another name, or take over the object with adopt and this id.");
    }

    @Test
    void aTaintedObjectWhoseNameIsTakenByItselfIsDeletedFirst() {
        halfMade();
        environment.is(tainted("same", 1, "null"));
        environment.apply();

        assertThat(environment.writes()).containsExactly("delete same", "create same", "create user");
        nothingIsLeftToDo();
    }

    @Test
    void soItIsWhereSomethingElseOfItWasMended() {
        halfMade();
        environment.is(tainted("same", 2, "null"));
        environment.apply();

        assertThat(environment.writes()).containsExactly("delete same", "create same", "create user");
        nothingIsLeftToDo();
    }

    @Test
    void aTaintedObjectThatGetsAnotherNameIsReplacedCreateFirst() {
        halfMade();
        environment.is(tainted("other", 1, "null"));
        environment.apply();

        assertThat(environment.writes()).containsExactlyInAnyOrder("create other", "create user", "delete same");
        assertThat(environment.writes().get(0)).isEqualTo("create other");
        nothingIsLeftToDo();
    }

    @Test
    void aTaintedReplacementGoesBeforeItsOwnDeposedObject() {
        environment.is(tainted("one", 1, "null"));
        environment.apply();
        environment.is(tainted("two", 2, "['create-partial']"));
        assertThat(apply().succeeded()).isFalse();
        environment.forgetCalls();
        environment.is(tainted("two", 2, "null"));
        environment.apply();

        assertThat(environment.writes()).containsExactly("delete two", "create two", "update user", "delete one");
        nothingIsLeftToDo();
    }

    @Test
    void usersThatAreReplacedDeleteFirstGoBeforeIt() {
        environment.is("""
                resource('sim_object', 'a') { name = 'same'; lifecycle { createBeforeDestroy = true } }
                resource('sim_object', 'user') { name = 'user'; fixed = sim_object.a.id }
                """);
        environment.apply();
        environment.forgetCalls();
        environment.taint("sim_object.a");
        environment.apply();

        assertThat(environment.writes()).containsExactly("delete user", "delete same", "create same", "create user");
        nothingIsLeftToDo();
    }

    @Test
    void aNameThatThePlanSetsFreeIsThereAtTheNextApply() {
        environment.is("resource('sim_object', 'a') { name = 'same'; fail = ['delete'] }\n");
        environment.apply();
        environment.is("""
                resource('sim_object', 'a') { name = 'other'; fixed = 2; fail = ['delete'] }
                resource('sim_object', 'b') { name = 'same' }
                """);

        assertThat(apply().diagnostics())
                .map(problem -> problem.hint().orElse(""))
                .contains("sim_object.a has this name until this plan gives it another one. Apply again.");
    }
}
