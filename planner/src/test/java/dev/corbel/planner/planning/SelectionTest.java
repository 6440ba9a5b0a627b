package dev.corbel.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans for a part of the environment. */
class SelectionTest extends PlannedFixture {
    private static final String WARNING = """
            warning: This plan is about a part of the environment
                --target and --exclude leave changes out. They are for exceptions, such as to recover from a mistake.
            """;

    private static PlanOptions targets(PlanMode mode, String... texts) {
        return options(mode).withTargets(patterns(texts));
    }

    private static PlanOptions excludes(PlanMode mode, String... texts) {
        return options(mode).withExcludes(patterns(texts));
    }

    private void chain() {
        given.resource("corbel_data.base").with("input", "new");
        given.resource("corbel_data.middle").with("input", "corbel_data.base", "input");
        given.resource("corbel_data.top").with("input", "corbel_data.middle", "input");
        given.resource("corbel_data.other").with("input", "new");
        given.state
                .data("corbel_data.base", "old")
                .data("corbel_data.middle", "old", "corbel_data.base")
                .data("corbel_data.top", "old", "corbel_data.middle")
                .data("corbel_data.other", "old");
    }

    @Test
    void aTargetIsTakenWithAllThatItNeeds() {
        chain();
        given.output("top", Fixture.reference("corbel_data.top", "input"));
        given.output("middle", Fixture.reference("corbel_data.middle", "input"));

        assertThat(planned(targets(PlanMode.NORMAL, "corbel_data.middle"))).isEqualTo("""
                update corbel_data.base
                    input: old → new
                    output: old → (known after apply)
                update corbel_data.middle
                    input: old → new
                    output: old → (known after apply)
                output middle: null → new
                0. update corbel_data.base
                1. update corbel_data.middle after [0]
                2. output middle after [1]
                """ + WARNING);
    }

    @Test
    void anExclusionIsDroppedWithAllThatDependsOnIt() {
        chain();

        assertThat(planned(excludes(PlanMode.NORMAL, "corbel_data.middle"))).isEqualTo("""
                update corbel_data.base
                    input: old → new
                    output: old → (known after apply)
                update corbel_data.other
                    input: old → new
                    output: old → (known after apply)
                0. update corbel_data.base
                1. update corbel_data.other
                """ + WARNING);
    }

    @Test
    void aPatternThatNamesNothingIsAnErrorWithWhatWasMeant() {
        given.resource("corbel_data.database").with("input", "x");
        given.state.data("corbel_data.gone[\"a\"]", "x");
        PlanOptions options = options(PlanMode.NORMAL)
                .withTargets(patterns("corbel_data.database", "corbel_data.databse", "corbel_data.zz*"))
                .withExcludes(patterns("corbel_data.gon"));

        assertThat(problems(options)).containsExactly("""
                --target corbel_data.databse names nothing
                Neither the definition nor state has a resource of such an address.
                Did you mean "corbel_data.database"?""", """
                --target corbel_data.zz* names nothing
                Neither the definition nor state has a resource of such an address.
                """, """
                --exclude corbel_data.gon names nothing
                Neither the definition nor state has a resource of such an address.
                Did you mean "corbel_data.gone"?""");
        assertThat(problems(options(PlanMode.DESTROY).withTargets(patterns("corbel_data.gone[b]"))))
                .containsExactly("""
                --target corbel_data.gone[b] names nothing
                Neither the definition nor state has a resource of such an address.
                Did you mean "corbel_data.gone["a"]"?""");
    }

    @Test
    void aReplacementThatNamesNothingIsAnErrorToo() {
        given.resource("corbel_data.a").with("input", "x");
        given.state.data("corbel_data.gone", "x");

        assertThat(problems(options(PlanMode.NORMAL).withReplace(patterns("corbel_data.gone"))))
                .containsExactly("""
                --replace corbel_data.gone names nothing
                The definition does not have a resource of such an address.
                """);
    }

    private List<String> problems(PlanOptions options) {
        return assertThatExceptionOfType(DiagnosticsException.class)
                .isThrownBy(() -> plan(options))
                .actual()
                .diagnostics()
                .stream()
                .map(problem -> problem.summary() + "\n" + problem.detail() + "\n"
                        + problem.hint().orElse(""))
                .toList();
    }

    @Test
    void destroyingATargetDestroysWhatUsesIt() {
        chain();

        assertThat(planned(targets(PlanMode.DESTROY, "corbel_data.middle"))).isEqualTo("""
                delete corbel_data.middle
                delete corbel_data.top
                0. delete corbel_data.top
                1. delete corbel_data.middle after [0]
                """ + WARNING);
    }

    @Test
    void destroyingWithAnExclusionKeepsWhatThatNeeds() {
        chain();

        assertThat(planned(excludes(PlanMode.DESTROY, "corbel_data.middle"))).isEqualTo("""
                delete corbel_data.other
                delete corbel_data.top
                0. delete corbel_data.other
                1. delete corbel_data.top
                """ + WARNING);
    }

    @Test
    void aTargetThatIsNoLongerDeclaredGoesWithWhatUsedItAndIsNoLongerDeclared() {
        given.state
                .data("corbel_data.a", "x")
                .data("corbel_data.b", "x", "corbel_data.a")
                .data("corbel_data.c", "x");

        assertThat(planned(targets(PlanMode.NORMAL, "corbel_data.a"))).isEqualTo("""
                delete corbel_data.a # delete_because_no_resource_config
                delete corbel_data.b # delete_because_no_resource_config
                0. delete corbel_data.b
                1. delete corbel_data.a after [0]
                """ + WARNING);
    }

    @Test
    void whatIsLeftOutIsSeenAsItIs() {
        given.resource("corbel_data.a").with("input", "new");
        given.resource("corbel_data.b").with("input", "x");
        given.output("a", Fixture.reference("corbel_data.a", "input"));
        given.check(
                "a",
                new Expression.Transformation(
                        Fixture.reference("corbel_data.a", "input"),
                        value -> Value.of(value.equals(Value.of("old"))),
                        java.util.Optional.empty()),
                "a is not old");
        given.state.data("corbel_data.a", "old");

        assertThat(planned(targets(PlanMode.NORMAL, "corbel_data.b"))).isEqualTo("""
                create corbel_data.b
                    input = x
                    id = (known after apply)
                    output = (known after apply)
                check a: PASS
                0. create corbel_data.b
                """ + WARNING);
    }
}
