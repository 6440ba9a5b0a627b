package dev.corbel.planner.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.planner.testing.Fixture;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceGraphTest {
    private final Fixture given = new Fixture();

    private List<String> circles() {
        List<String> circles = new ArrayList<>();
        assertThatThrownBy(() -> ResourceGraph.of(given.definition()))
                .isInstanceOfSatisfying(DiagnosticsException.class, problem -> {
                    for (Diagnostic diagnostic : problem.diagnostics()) {
                        circles.add(diagnostic.summary() + "\n" + diagnostic.detail());
                    }
                });
        return circles;
    }

    @Test
    void whatIsNeededComesFirstWhateverTheOrderOfDeclaration() {
        given.resource("corbel_data.c").with("input", "corbel_data.b", "id");
        given.resource("corbel_data.b").dependsOn("corbel_data.a");
        given.resource("corbel_data.a");

        assertThat(ResourceGraph.of(given.definition()).order())
                .map(Object::toString)
                .containsExactly("corbel_data.a", "corbel_data.b", "corbel_data.c");
    }

    @Test
    void theShortestCircleIsReportedWithTheLineOfEachEdge() {
        given.resource("corbel_data.a").with("input", "corbel_data.b", "id");
        given.resource("corbel_data.b").with("input", "corbel_data.c", "id");
        given.resource("corbel_data.c")
                .with("input", "corbel_data.a", "id")
                .with("triggers_replace", "corbel_data.b", "id");

        assertThat(circles()).containsExactly("""
                These need each other in a cycle: corbel_data.b → corbel_data.c → corbel_data.b
                corbel_data.b needs corbel_data.c (environments/test.groovy:32:5)
                corbel_data.c needs corbel_data.b (environments/test.groovy:63:5)""");
    }

    @Test
    void eachGroupOfCirclesIsReported() {
        given.resource("corbel_data.a").with("input", "corbel_data.a", "id");
        given.resource("corbel_data.x").dependsOn("corbel_data.y");
        given.resource("corbel_data.y").dependsOn("corbel_data.x");
        given.resource("corbel_data.innocent").dependsOn("corbel_data.x");

        assertThat(circles()).containsExactly("""
                These need each other in a cycle: corbel_data.a → corbel_data.a
                corbel_data.a needs corbel_data.a (environments/test.groovy:2:5)""", """
                These need each other in a cycle: corbel_data.x → corbel_data.y → corbel_data.x
                corbel_data.x needs corbel_data.y (environments/test.groovy:31:1)
                corbel_data.y needs corbel_data.x (environments/test.groovy:61:1)""");
    }

    @Test
    void aPostconditionMayLookAtItsOwnResource() {
        given.resource("corbel_data.a").promising(Fixture.reference("corbel_data.a", "id"), "");

        assertThat(ResourceGraph.of(given.definition()).order()).hasSize(1);
    }

    @Test
    void aPreconditionMayNot() {
        given.resource("corbel_data.a").requiring(Fixture.reference("corbel_data.a", "id"), "m");
        given.resource("corbel_data.x").dependsOn("corbel_data.y");
        given.resource("corbel_data.y").dependsOn("corbel_data.x");

        assertThatThrownBy(() -> ResourceGraph.of(given.definition()))
                .isInstanceOfSatisfying(DiagnosticsException.class, problems -> {
                    assertThat(problems.diagnostics()).hasSize(2);
                    assertThat(problems.diagnostics().get(0))
                            .isEqualTo(Diagnostic.error(
                                            "A precondition of corbel_data.a refers to corbel_data.a itself",
                                            "A precondition is evaluated before its object is made, changed or read, so"
                                                    + " it would wait for itself: a cycle.")
                                    .at(Fixture.address("corbel_data.a"))
                                    .at(SourceRange.at("environments/test.groovy", 21, 5))
                                    .withHint("Write a postcondition, which is evaluated afterwards."));
                });
    }

    @Test
    void aProviderMakesItsResourcesNeedWhatItNeeds() {
        given.provider("late", Fixture.reference("corbel_data.place", "output"));
        given.resource("fake_object.a").at("late");
        given.resource("corbel_data.place");
        given.data("data.fake_lookup.d", Expression.of(Value.of("x")));

        assertThat(ResourceGraph.of(given.definition()).resourceDependencies(Fixture.address("fake_object.a")))
                .containsExactly(Fixture.address("corbel_data.place"));
    }

    @Test
    void aVeryLongCircleIsFoundToo() {
        for (int i = 0; i < 20_000; i++) {
            given.resource("corbel_data.r" + i).dependsOn("corbel_data.r" + (i + 1) % 20_000);
        }

        assertThat(circles()).singleElement().asString().contains("corbel_data.r19999 needs corbel_data.r0 ");
    }
}
