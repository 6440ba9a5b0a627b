package dev.corbel.state.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.state.remote.ObjectStore;
import dev.corbel.state.remote.RemoteConflictException;
import dev.corbel.state.remote.RemoteLease;
import dev.corbel.state.remote.RemoteObject;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of a store with leases of its own, beside {@link ObjectStoreContract}. */
public abstract class RemoteLeaseContract {
    private static final byte[] DATA = "data".getBytes(UTF_8);
    private static final byte[] OTHER = "other".getBytes(UTF_8);

    private final String folder = "leases-" + UUID.randomUUID();

    /** Connects to a folder of the place, as for {@link ObjectStoreContract#connect}. */
    protected abstract ObjectStore connect(String folder) throws IOException;

    private static RemoteLease lease(ObjectStore objects) throws IOException {
        return objects.lease("head.json").orElseThrow(() -> new AssertionError("there is no lease"));
    }

    @Test
    public final void keepsOthersFromWriting() throws IOException {
        try (ObjectStore holder = connect(folder);
                ObjectStore other = connect(folder)) {
            String version = holder.create("head.json", DATA);
            RemoteLease lease = lease(holder);
            assertThatExceptionOfType(RemoteConflictException.class).isThrownBy(() -> other.lease("head.json"));
            assertThatExceptionOfType(RemoteConflictException.class)
                    .isThrownBy(() -> other.replace("head.json", OTHER, version));
            assertThat(other.get("head.json").map(RemoteObject::data)).contains(DATA);
            String next = holder.replace("head.json", OTHER, version);
            lease.renew();
            holder.replace("head.json", DATA, next);
            lease.release();
        }
    }

    @Test
    public final void isFreeForOthersOnceItIsReleased() throws IOException {
        try (ObjectStore holder = connect(folder);
                ObjectStore other = connect(folder)) {
            String version = holder.create("head.json", DATA);
            RemoteLease first = lease(holder);
            first.release();
            first.release();
            RemoteLease second = lease(other);
            assertThatExceptionOfType(RemoteConflictException.class).isThrownBy(first::renew);
            assertThatExceptionOfType(RemoteConflictException.class)
                    .isThrownBy(() -> holder.replace("head.json", OTHER, version));
            other.replace("head.json", OTHER, version);
            first.release();
            second.renew();
            second.release();
        }
    }

    /** An answer may have been lost. */
    @Test
    public final void mayBeAskedForAgainByWhoHasIt() throws IOException {
        try (ObjectStore holder = connect(folder);
                ObjectStore other = connect(folder)) {
            String version = holder.create("head.json", DATA);
            lease(holder);
            RemoteLease again = lease(holder);
            assertThatExceptionOfType(RemoteConflictException.class).isThrownBy(() -> other.lease("head.json"));
            holder.replace("head.json", OTHER, version);
            again.release();
            lease(other).release();
        }
    }

    @Test
    public final void needsAnObject() throws IOException {
        try (ObjectStore holder = connect(folder)) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> holder.lease("head.json"));
        }
    }
}
