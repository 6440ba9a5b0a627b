package dev.corbel.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.testing.FakeType;
import dev.corbel.planner.testing.StateBuilder;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What targets are asked about before anything is done, and changes that they never make. */
class PreflightTest extends PlannedFixture {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void answer() {
        given.fake.preflight(requests -> {
            requests.forEach(request -> asked.add(request.step() + " " + request.address()));
            return requests.stream()
                    .filter(request -> request.attributes().get("value").equals(Value.of("taken")))
                    .map(request -> Diagnostic.error("It is taken", "").at(request.address()))
                    .toList();
        });
    }

    private static MapValue object(String id, String fixed) {
        return FakeType.object(Map.of("id", Value.of(id), "fixed", Value.of(fixed)));
    }

    private void existing(String address, String id, String fixed) {
        given.state.put(address, StateBuilder.object(address, object(id, fixed)));
        given.fake.reality.put(id, object(id, fixed));
    }

    @Test
    void isAskedOfCreationsDeletionsAndBothSidesOfReplacements() {
        given.resource("fake_object.new").with("value", "free");
        given.resource("fake_object.changed").with("fixed", "after");
        given.resource("fake_object.same").with("fixed", "same");
        existing("fake_object.changed", "id-1", "before");
        existing("fake_object.same", "id-2", "same");
        existing("fake_object.gone", "id-3", "gone");

        assertThat(plan(options(PlanMode.NORMAL)).diagnostics()).isEmpty();
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "CREATE fake_object.new",
                        "DELETE fake_object.changed",
                        "CREATE fake_object.changed",
                        "DELETE fake_object.gone");
    }

    @Test
    void tellsProblemsAtTheirResources() {
        given.resource("fake_object.new").with("value", "taken");

        assertThat(plan(options(PlanMode.NORMAL)).diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.summary()).isEqualTo("It is taken");
            assertThat(problem.range()).isPresent();
        });
    }

    @Test
    void isNotAskedWhereNothingIsRead() {
        given.resource("fake_object.new").with("value", "taken");

        assertThat(plan(options(PlanMode.NORMAL).withRefresh(false)).diagnostics())
                .isEmpty();
        assertThat(plan(options(PlanMode.REFRESH_ONLY)).diagnostics()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void anUpdateThatTheTypeRefusesIsAProblemOfItsResource() {
        given.resource("fake_object.a").with("value", "smaller").with("fixed", "same");
        existing("fake_object.a", "id-1", "same");
        given.fake.refuse(planned -> planned.get("value").equals(Value.of("smaller"))
                ? List.of(Diagnostic.error("It never shrinks", ""))
                : List.of());

        assertThat(plan(options(PlanMode.NORMAL)).diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.summary()).isEqualTo("It never shrinks");
            assertThat(problem.address()).isPresent();
            assertThat(problem.range()).isPresent();
        });
    }
}
