package dev.corbel.state.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.state.remote.LeaseTime;
import dev.corbel.state.remote.ObjectStore;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InMemoryObjectStoreTest extends ObjectStoreContract {
    private final InMemoryObjectStore place = new InMemoryObjectStore();

    @Override
    protected ObjectStore connect(String folder) {
        return place.connect(folder);
    }

    @Test
    void writesWhateverItIsAskedToWhereItIgnoresConditions() throws IOException {
        InMemoryObjectStore careless = InMemoryObjectStore.ignoringConditions();
        careless.connect().create("a", new byte[] {1});
        careless.connect().create("a", new byte[] {2});
        careless.connect().replace("a", new byte[] {3}, "wrong");
        assertThat(careless.contents()).containsOnlyKeys("a");
        assertThat(careless.contents().get("a")).containsExactly(3);
    }

    @Nested
    class WithLeases extends RemoteLeaseContract {
        private final InMemoryObjectStore leasing =
                InMemoryObjectStore.withLeases(LeaseTime.SYSTEM, Duration.ofSeconds(30));

        @Override
        protected ObjectStore connect(String folder) {
            return leasing.connect(folder);
        }
    }

    @Nested
    class WithLeasesToo extends ObjectStoreContract {
        private final InMemoryObjectStore leasing =
                InMemoryObjectStore.withLeases(LeaseTime.SYSTEM, Duration.ofSeconds(30));

        @Override
        protected ObjectStore connect(String folder) {
            return leasing.connect(folder);
        }
    }
}
