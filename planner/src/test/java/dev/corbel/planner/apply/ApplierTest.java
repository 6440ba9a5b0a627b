package dev.corbel.planner.apply;

import static dev.corbel.planner.apply.TestPlan.address;
import static dev.corbel.planner.apply.TestPlan.declared;
import static dev.corbel.planner.apply.TestPlan.reference;
import static dev.corbel.planner.apply.TestProject.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.OutputValue;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplierTest {
    private static final String A = "sim_object.a";
    private static final String B = "sim_object.b";

    @TempDir
    private Path folder;

    private TestProject project;

    @BeforeEach
    void open() {
        project = new TestProject(folder);
    }

    @Test
    void whatIsCreatedIsRecordedWithValuesOfWhatItRefersTo() {
        ApplyResult result = project.apply(project.plan()
                .create(declared(A).with("value", "x"))
                .create(declared(B).with("value", reference(A, "id")), 0)
                .output("id", reference(A, "id"), false, 1));

        assertThat(result.succeeded()).isTrue();
        assertThat(story(result))
                .containsExactly("CREATE sim_object.a DONE", "CREATE sim_object.b DONE", "OUTPUT id DONE");
        assertThat(attributes(A).get("value")).isEqualTo(Value.of("x"));
        assertThat(attributes(B).get("value")).isEqualTo(attributes(A).get("id"));
        assertThat(project.state().outputs())
                .containsOnly(entry("id", attributes(A).get("id")));
        assertThat(result.state()).isEqualTo(project.state());
        assertThat(result.added()).isEqualTo(2);
    }

    @Test
    void anObjectIsUpdatedInPlaceAndAnotherDeleted() {
        project.apply(project.plan()
                .create(declared(A).with("value", "old"))
                .create(declared(B).with("value", "x")));
        Value id = attributes(A).get("id");

        ApplyResult result = project.apply(
                project.plan().update(declared(A).with("value", "new")).delete(B));

        assertThat(story(result)).containsExactly("UPDATE sim_object.a DONE", "DELETE sim_object.b DONE");
        assertThat(attributes(A).get("value")).isEqualTo(Value.of("new"));
        assertThat(attributes(A).get("id")).isEqualTo(id);
        assertThat(attributes(A).get("revision")).isEqualTo(Value.of(2));
        assertThat(project.state().instances()).containsOnlyKeys(address(A));
    }

    @Test
    void stateChangesOfThePlanAreRecordedFirst() {
        project.apply(project.plan().create(declared(A).with("value", "x")));

        ApplyResult result = project.apply(project.plan().first(new StateChange.Move(address(A), address(B))));

        assertThat(result.succeeded()).isTrue();
        assertThat(project.state().instances()).containsOnlyKeys(address(B));
    }

    @Test
    void aPlanWithoutAnythingToDoLeavesStateAsItIs() {
        ApplyResult result = project.apply(project.plan());

        assertThat(result.succeeded()).isTrue();
        assertThat(project.state().serial()).isZero();
    }

    @Test
    void aForgottenObjectLeavesStateAndStays() {
        project.apply(project.plan().create(declared(A).with("name", "a")));

        project.apply(project.plan().forget(A));

        assertThat(project.state().instances()).isEmpty();
        assertThat(folder.resolve(".simulator/objects")).isDirectoryContaining("glob:**.json");
    }

    @Test
    void aCreationThatFailsWithoutAnObjectStoresNothingAndStopsItsDependentsOnly() {
        ApplyResult result = project.apply(project.plan()
                .create(declared(A).with("fail", failing("create")))
                .create(declared(B).with("value", reference(A, "id")), 0)
                .create(declared("sim_object.c").with("value", "x")));

        assertThat(result.succeeded()).isFalse();
        assertThat(story(result))
                .containsExactly(
                        "CREATE sim_object.a FAILED",
                        "CREATE sim_object.b SKIPPED because of sim_object.a",
                        "CREATE sim_object.c DONE");
        assertThat(project.state().instances()).containsOnlyKeys(address("sim_object.c"));
        assertThat(result.diagnostics()).hasSize(1);
    }

    @Test
    void aCreationThatFailsWithAnObjectStoresItTainted() {
        ApplyResult result = project.apply(
                project.plan().create(declared(A).with("value", "x").with("fail", failing("create-partial"))));

        assertThat(story(result)).containsExactly("CREATE sim_object.a FAILED");
        StateObject object = project.state().current(address(A)).orElseThrow();
        assertThat(object.tainted()).isTrue();
        assertThat(object.attributes().get("value")).isEqualTo(Value.of("x"));
    }

    @Test
    void aFailedDeletionKeepsTheObject() {
        project.apply(project.plan().create(declared(A).with("value", "x").with("fail", failing("delete"))));
        StateObject before = project.state().current(address(A)).orElseThrow();

        ApplyResult result = project.apply(project.plan().delete(A));

        assertThat(story(result)).containsExactly("DELETE sim_object.a FAILED");
        assertThat(project.state().current(address(A))).contains(before);
    }

    @Test
    void aFailedUpdateKeepsWhatIsThere() {
        project.apply(project.plan().create(declared(A).with("value", "x").with("fail", failing("update"))));
        StateObject before = project.state().current(address(A)).orElseThrow();

        ApplyResult result = project.apply(project.plan().update(declared(A).with("value", "y")));

        assertThat(story(result)).containsExactly("UPDATE sim_object.a FAILED");
        assertThat(project.state().current(address(A))).contains(before);
    }

    @Test
    void writeOnlyAttributesAreNeverStored() {
        project.apply(project.plan().create(declared(A).with("value", "x").with("fail", failing("delete"))));

        assertThat(attributes(A).get("fail")).isEqualTo(Value.ofNull());
    }

    @Test
    void aSensitiveValueStaysMarkedInState() {
        project.apply(project.plan()
                .create(declared(A).with("value", Value.sensitive(Value.of("secret"))))
                .output("shown", reference(A, "value"), true, 0));

        assertThat(attributes(A).get("value")).isEqualTo(Value.sensitive(Value.of("secret")));
        assertThat(project.state().outputs().get("shown"))
                .isEqualTo(new OutputValue(Value.sensitive(Value.of("secret")), true));
    }

    @Test
    void createFirstDeposesTheOldObjectAndThenDeletesIt() {
        project.apply(project.plan().create(declared(A).with("fixed", "old")));
        Value old = attributes(A).get("id");

        ApplyResult result = project.apply(project.plan()
                .createFirst(declared(A).with("fixed", "new"), "k1")
                .deleteDeposed(A, "k1", 0));

        assertThat(story(result)).containsExactly("CREATE sim_object.a DONE", "DELETE sim_object.a DONE");
        assertThat(attributes(A).get("id")).isNotEqualTo(old);
        StateObject object = project.state().current(address(A)).orElseThrow();
        assertThat(object.generation()).isEqualTo(1);
        assertThat(project.state().instance(address(A)).orElseThrow().deposed()).isEmpty();
    }

    @Test
    void aCreateFirstThatFailsWithoutAnObjectRestoresTheOldOne() {
        project.apply(project.plan().create(declared(A).with("fixed", "old")));
        StateObject old = project.state().current(address(A)).orElseThrow();

        ApplyResult result = project.apply(project.plan()
                .createFirst(declared(A).with("fixed", "new").with("fail", failing("create")), "k1")
                .deleteDeposed(A, "k1", 0));

        assertThat(story(result))
                .containsExactly("CREATE sim_object.a FAILED", "DELETE sim_object.a SKIPPED because of sim_object.a");
        assertThat(project.state().current(address(A))).contains(old);
        assertThat(project.state().instance(address(A)).orElseThrow().deposed()).isEmpty();
    }

    @Test
    void aCreateFirstThatFailsWithAnObjectKeepsBoth() {
        project.apply(project.plan().create(declared(A).with("fixed", "old")));
        StateObject old = project.state().current(address(A)).orElseThrow();

        project.apply(project.plan()
                .createFirst(declared(A).with("fixed", "new").with("fail", failing("create-partial")), "k1")
                .deleteDeposed(A, "k1", 0));

        assertThat(project.state().current(address(A)).orElseThrow().tainted()).isTrue();
        assertThat(project.state().instance(address(A)).orElseThrow().deposed()).containsEntry("k1", old);
    }

    @Test
    void aDeposedObjectWhoseDeletionFailsStaysDeposed() {
        project.apply(project.plan().create(declared(A).with("fixed", "old").with("fail", failing("delete"))));
        StateObject old = project.state().current(address(A)).orElseThrow();

        ApplyResult result = project.apply(project.plan()
                .createFirst(declared(A).with("fixed", "new"), "k1")
                .deleteDeposed(A, "k1", 0));

        assertThat(story(result)).containsExactly("CREATE sim_object.a DONE", "DELETE sim_object.a FAILED");
        assertThat(project.state().instance(address(A)).orElseThrow().deposed()).containsEntry("k1", old);
        assertThat(attributes(A).get("fixed")).isEqualTo(Value.of("new"));
    }

    @Test
    void aPlannedValueThatComesOutDifferentlyStopsTheOperationBeforeTheCall() {
        int[] calls = new int[1];
        TestPlan.Declared impure = declared(A)
                .with(
                        "value",
                        new dev.corbel.providers.api.expression.Expression.Transformation(
                                dev.corbel.providers.api.expression.Expression.of(Value.of("x")),
                                input -> Value.of(calls[0]++),
                                java.util.Optional.empty()));

        ApplyResult result = project.apply(project.plan().create(impure));

        assertThat(result.diagnostics()).extracting(TestProject::text).containsExactly("""
                sim_object.a: The plan of sim_object.a no longer holds
                The attribute "value" was planned to be 0, but is 1. A value that a plan shows must stay as it is: \
                provider "simulator", or a function in the definition, gives another one each time.""");
        assertThat(project.state().instances()).isEmpty();
        assertThat(folder.resolve(".simulator/objects")).doesNotExist();
    }

    @Test
    void anOutputThatIsNoLongerDeclaredIsRemoved() {
        project.apply(
                project.plan().output("gone", dev.corbel.providers.api.expression.Expression.of(Value.of(1)), false));
        assertThat(project.state().outputs()).hasSize(1);

        project.apply(project.plan().removeOutput("gone"));

        assertThat(project.state().outputs()).isEmpty();
    }

    private MapValue attributes(String address) {
        return project.state().current(address(address)).orElseThrow().attributes();
    }

    private static ListValue failing(String operation) {
        return Value.list(Value.of(operation));
    }

    private static java.util.Map.Entry<String, OutputValue> entry(String name, Value value) {
        return java.util.Map.entry(name, new OutputValue(value, false));
    }
}
