package dev.corbel.planner.planning.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanProblemsTest {
    private static final Address A = Address.resource("corbel_data", "a");
    private static final Address B = Address.resource("corbel_data", "b");
    private static final Address C = Address.resource("corbel_data", "c");
    private static final Diagnostic FIRST = Diagnostic.error("first", "");
    private static final Diagnostic SECOND = Diagnostic.warning("second", "");

    private final PlanProblems problems = new PlanProblems();

    @Test
    void anInstanceFailsWithWhatItNeedsAndTakesItsOwnUsersAlong() {
        problems.fail(A, List.of(FIRST));

        assertThat(problems.hasFailed(B, List.of(A))).isTrue();
        assertThat(problems.hasFailed(C, List.of(B))).isTrue();
        assertThat(problems.hasFailed(C)).isTrue();
        assertThat(problems.all()).containsExactly(FIRST);
    }

    @Test
    void aProblemAloneGivesUpOnNothing() {
        problems.add(FIRST);
        problems.addAll(List.of(SECOND));

        assertThat(problems.hasFailed(A, List.of(B))).isFalse();
        assertThat(problems.hasFailed(A)).isFalse();
        assertThat(problems.all()).containsExactly(FIRST, SECOND);
    }
}
