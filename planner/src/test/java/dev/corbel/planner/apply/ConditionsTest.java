package dev.corbel.planner.apply;

import static dev.corbel.planner.apply.TestPlan.RANGE;
import static dev.corbel.planner.apply.TestPlan.address;
import static dev.corbel.planner.apply.TestPlan.declared;
import static dev.corbel.planner.apply.TestPlan.reference;
import static dev.corbel.planner.apply.TestProject.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.model.CheckDeclaration;
import dev.corbel.dsl.model.Condition;
import dev.corbel.dsl.model.Lifecycle;
import dev.corbel.planner.plan.CheckResult;
import dev.corbel.planner.plan.CheckResult.Status;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conditions that only applying can evaluate. */
class ConditionsTest {
    private static final String A = "fake_object.a";
    private static final String B = "fake_object.b";

    @TempDir
    private Path folder;

    private final ScriptedProvider fake = new ScriptedProvider();
    private TestProject project;

    @BeforeEach
    void open() {
        project = new TestProject(folder, fake);
    }

    @Test
    void aPreconditionThatFailsStopsTheCallAndWhatDependsOnIt() {
        ApplyResult result = project.apply(project.plan()
                .create(declared(A))
                .create(declared(B).lifecycle(before(idOf(A, id -> id.equals("other")))), 0)
                .create(declared("fake_object.c").with("value", reference(B, "id")), 1));

        assertThat(story(result))
                .containsExactly(
                        "CREATE fake_object.a DONE",
                        "CREATE fake_object.b FAILED",
                        "CREATE fake_object.c SKIPPED because of fake_object.b");
        assertThat(fake.calls).containsExactly("create fake_object.a");
        assertThat(result.diagnostics())
                .extracting(TestProject::text)
                .containsExactly("fake_object.b: Precondition failed\nThe id is made.");
        assertThat(result.checks())
                .containsExactly(new CheckResult(
                        Optional.empty(), Optional.of(address(B)), Status.FAIL, List.of("The id is made.")));
    }

    @Test
    void aPostconditionThatFailsKeepsTheObjectAndStopsWhatDependsOnIt() {
        ApplyResult result = project.apply(project.plan()
                .create(declared(A).lifecycle(after(idOf(A, id -> id.equals("other")))))
                .create(declared(B).with("value", reference(A, "id")), 0));

        assertThat(story(result))
                .containsExactly(
                        "CREATE fake_object.a FAILED", "CREATE fake_object.b SKIPPED because of fake_object.a");
        assertThat(result.diagnostics())
                .extracting(TestProject::text)
                .containsExactly("fake_object.a: Postcondition failed\nThe id is made.");
        assertThat(project.state().instances()).containsOnlyKeys(address(A));
        assertThat(project.state().current(address(A)).orElseThrow().tainted()).isFalse();
    }

    @Test
    void conditionsOfAnUnchangedInstanceAreEvaluatedAtItsOperation() {
        project.apply(project.plan().create(declared(A)));

        ApplyResult result = project.apply(
                project.plan().unchanged(declared(A).lifecycle(after(idOf(A, id -> id.equals("other"))))));

        assertThat(story(result)).containsExactly("EVALUATE fake_object.a FAILED");
    }

    @Test
    void conditionsNeverStandInTheWayOfADestroy() {
        Lifecycle never = before(idOf(A, id -> false));
        project.apply(project.plan().create(declared(A)));

        ApplyResult result = project.apply(project.plan().delete(A));

        assertThat(never.preconditions()).hasSize(1);
        assertThat(result.succeeded()).isTrue();
    }

    @Test
    void aCheckThatFailsIsAWarningAndStopsNothing() {
        ApplyResult result = project.apply(project.plan()
                .create(declared(A))
                .check(new CheckDeclaration("id", List.of(idOf(A, id -> id.equals("other"))), RANGE), 0)
                .check(new CheckDeclaration("passing", List.of(idOf(A, id -> true)), RANGE), 0));

        assertThat(result.succeeded()).isTrue();
        assertThat(result.diagnostics())
                .extracting(TestProject::text)
                .containsExactly("Check \"id\" failed\nThe id is made.");
        assertThat(result.checks())
                .containsExactlyInAnyOrder(
                        new CheckResult(Optional.of("id"), Optional.empty(), Status.FAIL, List.of("The id is made.")),
                        new CheckResult(Optional.of("passing"), Optional.empty(), Status.PASS, List.of()));
    }

    @Test
    void aConditionThatIsNeitherTrueNorFalseIsAnError() {
        Condition wrong = new Condition(reference(A, "id"), Expression.of(Value.of("")), RANGE);

        ApplyResult result = project.apply(project.plan().create(declared(A).lifecycle(after(wrong))));

        assertThat(result.diagnostics())
                .extracting(TestProject::text)
                .containsExactly("fake_object.a: Postcondition failed\nThe condition gives neither true nor false.");
    }

    private static Lifecycle before(Condition condition) {
        return new Lifecycle(false, Optional.empty(), List.of(), List.of(), List.of(condition), List.of());
    }

    private static Lifecycle after(Condition condition) {
        return new Lifecycle(false, Optional.empty(), List.of(), List.of(), List.of(), List.of(condition));
    }

    private static Condition idOf(String address, Predicate<String> holds) {
        Expression id = reference(address, "id");
        Expression.Function function = value -> Value.of(holds.test(value.toString()));
        return new Condition(
                new Expression.Transformation(id, function, Optional.empty()),
                new Expression.Template(
                        List.of(Expression.of(Value.of("The id is ")), id, Expression.of(Value.of(".")))),
                RANGE);
    }
}
