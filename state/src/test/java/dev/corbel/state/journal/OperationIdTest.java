package dev.corbel.state.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class OperationIdTest {
    private static final String LINEAGE = "3f0c2a6e-0d0a-4f53-9a7e-1d2b3c4d5e6f";

    @Test
    void anIdTellsTheStateThatItWasMadeFor() {
        String id = OperationId.next(LINEAGE);

        assertThat(UUID.fromString(id).version()).isEqualTo(4);
        assertThat(OperationId.isOne(id)).isTrue();
        assertThat(OperationId.isOf(id, LINEAGE)).isTrue();
        assertThat(OperationId.isOf(id, UUID.randomUUID().toString())).isFalse();
        assertThat(OperationId.next(LINEAGE)).isNotEqualTo(id);
    }

    @Test
    void anyOtherTextIsNoId() {
        assertThat(OperationId.isOne("by-hand")).isFalse();
        assertThat(OperationId.isOf("by-hand", LINEAGE)).isFalse();
    }
}
