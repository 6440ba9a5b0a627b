package dev.corbel.state.remote;

import dev.corbel.state.remote.HeadObject.Stored;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Watches a lock that somebody holds: who changes the head lives. Only this machine's own clock counts. */
final class LockWatch {
    private final LeaseTime time;
    private @Nullable Stored last;
    private long since;
    private boolean alive;

    LockWatch(LeaseTime time) {
        this.time = time;
    }

    /** Takes in what is there now; empty where there is no head. */
    void see(Optional<Stored> present) {
        Stored seen = present.orElse(null);
        Stored before = last;
        if (before != null && seen != null && before.isSame(seen)) {
            return;
        }
        alive = before != null || alive;
        last = seen;
        since = time.nanos();
    }

    /** Takes in that somebody else was faster, and so lives. */
    void outrun() {
        alive = true;
        last = null;
    }

    /** Tells whether somebody changed the head since the watch began. */
    boolean seenAlive() {
        return alive;
    }

    /** Tells whether the head has been the same for so long. */
    boolean silentFor(Duration duration) {
        return last != null && time.nanos() - since >= duration.toNanos();
    }
}
