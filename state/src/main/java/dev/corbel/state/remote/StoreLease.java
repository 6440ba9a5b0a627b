package dev.corbel.state.remote;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The store's own lease on the head, where it has such a thing. It comes on top: the head says who holds the lock. */
final class StoreLease {
    private final SteadyObjects objects;
    private @Nullable RemoteLease lease;
    private boolean offered = true;

    StoreLease(SteadyObjects objects) {
        this.objects = objects;
    }

    /**
     * Takes it; the head must exist.
     *
     * @throws RemoteConflictException where somebody else has it
     */
    synchronized void take() throws IOException {
        lease = objects.repeated(() -> objects.store().lease(HeadObject.NAME)).orElse(null);
        offered = lease != null;
    }

    /** Holds it for another while. One that has run out is taken anew where nobody else has it. */
    synchronized void renew() throws IOException {
        RemoteLease held = lease;
        if (held == null) {
            if (offered) {
                retake();
            }
            return;
        }
        try {
            objects.repeated(() -> {
                held.renew();
                return true;
            });
        } catch (RemoteConflictException lost) {
            retake();
        }
    }

    private void retake() throws IOException {
        try {
            take();
        } catch (RemoteConflictException others) {
            // The head says whose it is now.
            return;
        }
    }

    /** Gives it up for good; it also ends by itself. */
    synchronized void release() {
        if (lease != null) {
            try {
                lease.release();
            } catch (IOException endsByItself) {
                // Nobody needs it any more.
            }
            lease = null;
        }
        offered = false;
    }
}
