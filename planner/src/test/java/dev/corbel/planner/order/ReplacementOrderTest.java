package dev.corbel.planner.order;

import static dev.corbel.planner.order.ReplacementOrder.CREATE_FIRST;
import static dev.corbel.planner.order.ReplacementOrder.DELETE_FIRST;
import static dev.corbel.planner.order.ReplacementOrder.DONT_CARE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.order.ReplacementOrder.Candidate;
import dev.corbel.planner.order.ReplacementOrder.Old;
import dev.corbel.providers.api.address.Address;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplacementOrderTest {
    private static final Address A = Address.resource("corbel_data", "a");
    private static final Address B = Address.resource("corbel_data", "b");
    private static final Address C = Address.resource("corbel_data", "c");

    @Test
    void anInstanceIsDeletedFirstUnlessSomethingAsksOtherwise() {
        assertThat(ReplacementOrder.decide(List.of(
                        new Candidate(A, Old.REPLACED, false, List.of()),
                        new Candidate(B, Old.STAYS, false, List.of(A)))))
                .isEqualTo(Map.of(A, DELETE_FIRST, B, DONT_CARE));
    }

    @Test
    void createFirstSpreadsToWhatIsUsedAndNotToWhatUses() {
        assertThat(ReplacementOrder.decide(List.of(
                        new Candidate(A, Old.REPLACED, false, List.of()),
                        new Candidate(B, Old.STAYS, true, List.of(A)),
                        new Candidate(C, Old.REPLACED, false, List.of(B)))))
                .isEqualTo(Map.of(A, CREATE_FIRST, B, CREATE_FIRST, C, DELETE_FIRST));
    }

    @Test
    void severalCandidatesOfOneAddressCountTogether() {
        assertThat(ReplacementOrder.decide(List.of(
                        new Candidate(A, Old.STAYS, true, List.of()),
                        new Candidate(A, Old.REPLACED, false, List.of(B)),
                        new Candidate(B, Old.REPLACED, false, List.of()))))
                .isEqualTo(Map.of(A, CREATE_FIRST, B, CREATE_FIRST));
    }

    @Test
    void whatIsUsedAndIsNoCandidateIsNotDecided() {
        assertThat(ReplacementOrder.decide(List.of(new Candidate(A, Old.REPLACED, true, List.of(B)))))
                .isEqualTo(Map.of(A, CREATE_FIRST));
    }

    @Test
    void whatIsInTheWayGoesFirstWhateverAsksOtherwise() {
        assertThat(ReplacementOrder.decide(List.of(
                        new Candidate(A, Old.IN_THE_WAY, true, List.of(C)),
                        new Candidate(B, Old.STAYS, true, List.of(A)),
                        new Candidate(C, Old.REPLACED, false, List.of()))))
                .isEqualTo(Map.of(A, ReplacementOrder.CLEAR_FIRST, B, CREATE_FIRST, C, CREATE_FIRST));
    }

    @Test
    void whatIsInTheWayStaysWhereAnotherOldObjectOutlivesIt() {
        for (Old old : List.of(Old.REPLACED, Old.ENDS)) {
            assertThat(ReplacementOrder.decide(List.of(
                            new Candidate(A, Old.IN_THE_WAY, true, List.of()),
                            new Candidate(B, old, true, List.of(A)))))
                    .isEqualTo(Map.of(A, CREATE_FIRST, B, CREATE_FIRST));
        }
        assertThat(ReplacementOrder.decide(List.of(
                        new Candidate(A, Old.IN_THE_WAY, true, List.of()),
                        new Candidate(B, Old.REPLACED, false, List.of(A)))))
                .isEqualTo(Map.of(A, ReplacementOrder.CLEAR_FIRST, B, DELETE_FIRST));
    }
}
