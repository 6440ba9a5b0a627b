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

    private static Map<Address, ReplacementOrder> decide(List<Candidate> candidates) {
        return ReplacementOrder.decide(candidates, List.of());
    }

    @Test
    void anInstanceIsDeletedFirstUnlessSomethingAsksOtherwise() {
        assertThat(decide(List.of(
                        new Candidate(A, Old.REPLACED, false, List.of(), List.of()),
                        new Candidate(B, Old.STAYS, false, List.of(A), List.of()))))
                .isEqualTo(Map.of(A, DELETE_FIRST, B, DONT_CARE));
    }

    @Test
    void createFirstSpreadsToWhatIsUsedAndNotToWhatUses() {
        assertThat(decide(List.of(
                        new Candidate(A, Old.REPLACED, false, List.of(), List.of()),
                        new Candidate(B, Old.STAYS, true, List.of(A), List.of()),
                        new Candidate(C, Old.REPLACED, false, List.of(B), List.of()))))
                .isEqualTo(Map.of(A, CREATE_FIRST, B, CREATE_FIRST, C, DELETE_FIRST));
    }

    @Test
    void severalCandidatesOfOneAddressCountTogether() {
        assertThat(decide(List.of(
                        new Candidate(A, Old.STAYS, true, List.of(), List.of()),
                        new Candidate(A, Old.REPLACED, false, List.of(B), List.of()),
                        new Candidate(B, Old.REPLACED, false, List.of(), List.of()))))
                .isEqualTo(Map.of(A, CREATE_FIRST, B, CREATE_FIRST));
    }

    @Test
    void whatIsUsedAndIsNoCandidateIsNotDecided() {
        assertThat(decide(List.of(new Candidate(A, Old.REPLACED, true, List.of(B), List.of()))))
                .isEqualTo(Map.of(A, CREATE_FIRST));
    }

    @Test
    void whatIsInTheWayGoesFirstWhateverAsksOtherwise() {
        assertThat(decide(List.of(
                        new Candidate(A, Old.IN_THE_WAY, true, List.of(C), List.of()),
                        new Candidate(B, Old.STAYS, true, List.of(A), List.of()),
                        new Candidate(C, Old.REPLACED, false, List.of(), List.of()))))
                .isEqualTo(Map.of(A, ReplacementOrder.CLEAR_FIRST, B, CREATE_FIRST, C, CREATE_FIRST));
    }

    @Test
    void whatIsInTheWayStaysWhereAnotherOldObjectOutlivesIt() {
        for (Old old : List.of(Old.REPLACED, Old.ENDS)) {
            assertThat(decide(List.of(
                            new Candidate(A, Old.IN_THE_WAY, true, List.of(), List.of()),
                            new Candidate(B, old, true, List.of(A), List.of()))))
                    .isEqualTo(Map.of(A, CREATE_FIRST, B, CREATE_FIRST));
        }
        assertThat(decide(List.of(
                        new Candidate(A, Old.IN_THE_WAY, true, List.of(), List.of()),
                        new Candidate(B, Old.REPLACED, false, List.of(A), List.of()))))
                .isEqualTo(Map.of(A, ReplacementOrder.CLEAR_FIRST, B, DELETE_FIRST));
    }

    @Test
    void theOldObjectOfAReplacementKeepsWhatItWasRecordedToUse() {
        for (Old old : List.of(Old.REPLACED, Old.ENDS)) {
            assertThat(decide(List.of(
                            new Candidate(A, Old.REPLACED, false, List.of(), List.of()),
                            new Candidate(B, old, true, List.of(), List.of(A)))))
                    .containsEntry(A, CREATE_FIRST);
        }
        assertThat(decide(List.of(
                        new Candidate(A, Old.REPLACED, false, List.of(), List.of()),
                        new Candidate(B, Old.STAYS, true, List.of(), List.of(A)))))
                .isEqualTo(Map.of(A, DELETE_FIRST, B, CREATE_FIRST));
    }

    @Test
    void whatADeposedObjectUsesIsReplacedCreateFirst() {
        assertThat(ReplacementOrder.decide(
                        List.of(
                                new Candidate(A, Old.REPLACED, false, List.of(B), List.of()),
                                new Candidate(B, Old.REPLACED, false, List.of(), List.of()),
                                new Candidate(C, Old.REPLACED, false, List.of(), List.of())),
                        List.of(A)))
                .isEqualTo(Map.of(A, CREATE_FIRST, B, CREATE_FIRST, C, DELETE_FIRST));
    }

    @Test
    void whatIsInTheWayStaysWhereADeposedObjectUsesIt() {
        assertThat(ReplacementOrder.decide(
                        List.of(new Candidate(A, Old.IN_THE_WAY, true, List.of(), List.of())), List.of(A)))
                .isEqualTo(Map.of(A, CREATE_FIRST));
    }
}
