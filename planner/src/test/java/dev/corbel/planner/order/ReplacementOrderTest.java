package dev.corbel.planner.order;

import static dev.corbel.planner.order.ReplacementOrder.CREATE_FIRST;
import static dev.corbel.planner.order.ReplacementOrder.DELETE_FIRST;
import static dev.corbel.planner.order.ReplacementOrder.DONT_CARE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.order.ReplacementOrder.Candidate;
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
        assertThat(ReplacementOrder.decide(
                        List.of(new Candidate(A, true, false, List.of()), new Candidate(B, false, false, List.of(A)))))
                .isEqualTo(Map.of(A, DELETE_FIRST, B, DONT_CARE));
    }

    @Test
    void createFirstSpreadsToWhatIsUsedAndNotToWhatUses() {
        assertThat(ReplacementOrder.decide(List.of(
                        new Candidate(A, true, false, List.of()),
                        new Candidate(B, false, true, List.of(A)),
                        new Candidate(C, true, false, List.of(B)))))
                .isEqualTo(Map.of(A, CREATE_FIRST, B, CREATE_FIRST, C, DELETE_FIRST));
    }

    @Test
    void severalCandidatesOfOneAddressCountTogether() {
        assertThat(ReplacementOrder.decide(List.of(
                        new Candidate(A, false, true, List.of()),
                        new Candidate(A, true, false, List.of(B)),
                        new Candidate(B, true, false, List.of()))))
                .isEqualTo(Map.of(A, CREATE_FIRST, B, CREATE_FIRST));
    }

    @Test
    void whatIsUsedAndIsNoCandidateIsNotDecided() {
        assertThat(ReplacementOrder.decide(List.of(new Candidate(A, true, true, List.of(B)))))
                .isEqualTo(Map.of(A, CREATE_FIRST));
    }
}
