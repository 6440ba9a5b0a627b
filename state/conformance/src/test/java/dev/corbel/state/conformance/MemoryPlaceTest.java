package dev.corbel.state.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.state.remote.LeaseTime;
import dev.corbel.state.remote.RemoteObjects;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemoryPlaceTest extends RemoteObjectsContract {
    private final MemoryPlace place = new MemoryPlace();

    @Override
    protected RemoteObjects connect(String folder) {
        return place.connect(folder);
    }

    @Test
    void writesWhateverItIsAskedToWhereItIgnoresConditions() throws IOException {
        MemoryPlace careless = MemoryPlace.ignoringConditions();
        careless.connect().create("a", new byte[] {1});
        careless.connect().create("a", new byte[] {2});
        careless.connect().replace("a", new byte[] {3}, "wrong");
        assertThat(careless.contents()).containsOnlyKeys("a");
        assertThat(careless.contents().get("a")).containsExactly(3);
    }

    @Nested
    class WithLeases extends RemoteLeaseContract {
        private final MemoryPlace leasing = MemoryPlace.withLeases(LeaseTime.SYSTEM, Duration.ofSeconds(30));

        @Override
        protected RemoteObjects connect(String folder) {
            return leasing.connect(folder);
        }
    }

    @Nested
    class WithLeasesToo extends RemoteObjectsContract {
        private final MemoryPlace leasing = MemoryPlace.withLeases(LeaseTime.SYSTEM, Duration.ofSeconds(30));

        @Override
        protected RemoteObjects connect(String folder) {
            return leasing.connect(folder);
        }
    }
}
