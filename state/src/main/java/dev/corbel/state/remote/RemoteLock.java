package dev.corbel.state.remote;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.RemoteHead;
import dev.corbel.state.model.RemoteHead.Holding;
import dev.corbel.state.remote.HeadObject.Stored;
import dev.corbel.state.store.LockProblems;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The lock of an environment: who stands in the head has it for as long as the head changes. One who stands there while
 * nothing changes is gone, and the next one takes the lock from it.
 */
final class RemoteLock {
    private final RemoteParts remote;
    private final HeadObject object;
    private final LockProblems refusals;

    RemoteLock(RemoteParts remote, HeadObject object) {
        this.remote = remote;
        this.object = object;
        this.refusals = new LockProblems(remote.environment());
    }

    /** The lock, and what was odd about taking it. */
    record Acquired(HeldHead head, List<Diagnostic> warnings) {}

    /**
     * Takes the lock, within the time or with an error that names the holder. Whether a holder lives takes longer to find out
     * than no time at all.
     */
    Acquired acquire(LockHolder holder, Duration timeout) {
        LeaseTime time = remote.settings().time();
        LockWatch watch = new LockWatch(time);
        long start = time.nanos();
        Optional<LockHolder> named = Optional.empty();
        Duration patience = timeout.compareTo(remote.settings().lease()) > 0
                ? timeout
                : remote.settings().lease().multipliedBy(2);
        try {
            while (true) {
                Optional<Stored> present = object.read();
                Optional<LockHolder> other = holder(present);
                watch.see(present);
                boolean silent = watch.silentFor(remote.settings().lease());
                if (other.isEmpty() || silent) {
                    Optional<HeldHead> taken = new LockTaking(remote, object).take(present, holder);
                    if (taken.isPresent()) {
                        return new Acquired(
                                taken.get(),
                                other.map(remote.problem()::takenOver).stream().toList());
                    }
                    if (!giveWay(watch, present) && other.isEmpty() && time.nanos() - start >= patience.toNanos()) {
                        throw remote.problem().leasedElsewhere();
                    }
                    continue;
                }
                if (watch.seenAlive() && time.nanos() - start >= timeout.toNanos()) {
                    throw refusals.locked(
                            other,
                            "Wait for it with --lock-timeout 5m. A run that was killed has the lock for "
                                    + remote.settings().lease().toSeconds() + " s more.");
                }
                if (!other.equals(named)) {
                    named = other;
                    remote.settings().notices().accept(remote.problem().waiting(other.get()));
                }
                time.sleep(remote.settings().poll());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw refusals.interrupted(stopped);
        } catch (IOException failure) {
            throw cannotLock(failure);
        }
    }

    /**
     * Somebody else was faster; or the place's own lease of one that is gone ends later than what the head says.
     *
     * @return whether the head has changed
     */
    private boolean giveWay(LockWatch watch, Optional<Stored> present) throws IOException, InterruptedException {
        Optional<Stored> now = object.read();
        boolean same = now.isPresent()
                ? present.filter(before -> before.isSame(now.get())).isPresent()
                : present.isEmpty();
        if (same) {
            remote.settings().time().sleep(remote.settings().poll());
        } else {
            watch.outrun();
        }
        return !same;
    }

    /** The holder in the head. */
    Optional<LockHolder> holder() {
        try {
            return holder(object.read());
        } catch (IOException failure) {
            throw remote.problem().cannotRead(failure);
        }
    }

    private static Optional<LockHolder> holder(Optional<Stored> present) {
        return present.map(Stored::head).flatMap(RemoteHead::holding).map(Holding::holder);
    }

    /**
     * Takes the lock from a holder that is gone. An error where it lives, or is not the one with this id. The other one
     * learns of it before it writes again.
     */
    HeldHead takeFrom(String id) {
        LeaseTime time = remote.settings().time();
        LockWatch watch = new LockWatch(time);
        Duration patience = remote.settings().heartbeat().multipliedBy(3).dividedBy(2);
        try {
            while (true) {
                Optional<Stored> present = object.read();
                LockHolder other = holder(present).orElseThrow(refusals::notLocked);
                if (!other.id().equals(id)) {
                    throw refusals.otherId(id, other);
                }
                watch.see(present);
                if (watch.seenAlive()) {
                    throw refusals.running(other);
                }
                if (watch.silentFor(patience)) {
                    Optional<HeldHead> taken =
                            new LockTaking(remote, object).take(present, LockHolder.ofThisProcess("unlock"));
                    if (taken.isPresent()) {
                        return taken.get();
                    }
                    giveWay(watch, present);
                }
                time.sleep(remote.settings().poll());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw refusals.interrupted(stopped);
        } catch (IOException failure) {
            throw cannotLock(failure);
        }
    }

    private DiagnosticsException cannotLock(IOException failure) {
        // A call that is interrupted fails like any other one.
        return Thread.currentThread().isInterrupted()
                ? refusals.interrupted(failure)
                : remote.problem().cannotLock(failure);
    }
}
