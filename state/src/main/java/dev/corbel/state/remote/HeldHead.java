package dev.corbel.state.remote;

import dev.corbel.state.FencedException;
import dev.corbel.state.model.RemoteHead;
import dev.corbel.state.model.RemoteHead.Holding;
import dev.corbel.state.remote.HeadObject.Stored;
import dev.corbel.state.remote.HeadObject.Swap;
import dev.corbel.state.store.HeldLock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The head while this process holds the lock. Nobody takes it from one whose last sign of life was sent less than a lease
 * ago; after that, only a new sign of life tells who holds it.
 */
final class HeldHead implements HeldLock, HeadSource {
    private final HeadObject object;
    private final RemoteProblem problem;
    private final RemoteSettings settings;
    private final Holding holding;
    private final StoreLease lease;

    // The moment at which the last write that succeeded was sent.
    private volatile Sent confirmed;
    private volatile @Nullable FencedException fenced;

    // Guarded by this.
    private Stored stored;
    // Writes since then of which nobody knows whether they arrived. The next one must not look like one of them.
    private long abandoned;
    private LeaseTime.@Nullable Repetition heartbeat;
    private boolean closed;

    /** A moment on both clocks: one stands still while the machine sleeps, the other may be set back. */
    private record Sent(long nanos, Instant wall) {
        Duration age(LeaseTime time) {
            Duration steady = Duration.ofNanos(time.nanos() - nanos);
            Duration seen = Duration.between(wall, time.now());
            return steady.compareTo(seen) > 0 ? steady : seen;
        }
    }

    /** @param sentNanos when the write was sent that took the lock */
    HeldHead(
            HeadObject object,
            RemoteProblem problem,
            RemoteSettings settings,
            StoreLease lease,
            Holding holding,
            Stored stored,
            long sentNanos) {
        this.object = object;
        this.problem = problem;
        this.settings = settings;
        this.lease = lease;
        this.holding = holding;
        this.stored = stored;
        Duration ago = Duration.ofNanos(settings.time().nanos() - sentNanos);
        this.confirmed = new Sent(sentNanos, settings.time().now().minus(ago));
    }

    /** Gives signs of life from now on. */
    synchronized void live() {
        heartbeat = settings.time().repeat(settings.heartbeat(), this::beat);
    }

    private void beat() {
        try {
            if (isOpen()) {
                renew();
            }
        } catch (IOException | RuntimeException known) {
            // The next write finds out the same, and says so; or there is none, since the lock was given back
            // meanwhile.
        }
    }

    private synchronized boolean isOpen() {
        return !closed;
    }

    private void renew() throws IOException {
        lease.renew();
        update(head -> head);
    }

    @Override
    public synchronized RemoteHead head() {
        return stored.head();
    }

    /** The head with the object that it stands in. */
    synchronized Stored stored() {
        return stored;
    }

    @Override
    public synchronized RemoteHead update(UnaryOperator<RemoteHead> change) throws IOException {
        while (true) {
            requireHeld();
            RemoteHead next = change.apply(stored.head()).counted(1 + abandoned);
            Sent sent = new Sent(settings.time().nanos(), settings.time().now());
            Swap swap;
            try {
                swap = object.swap(stored, next);
            } catch (IOException uncertain) {
                abandoned++;
                throw uncertain;
            }
            abandoned = 0;
            Optional<Stored> present = swap.present();
            if (present.isEmpty() || !isOwn(present.get().head())) {
                FencedException lost =
                        problem.fenced(present.flatMap(other -> other.head().holding()));
                fenced = lost;
                throw lost;
            }
            // Where it is another one of this run's, an earlier write arrived late: go on from that.
            stored = present.get();
            if (swap.done()) {
                confirmed = sent;
                return stored.head();
            }
        }
    }

    @Override
    public boolean isHolder() {
        return true;
    }

    private boolean isOwn(RemoteHead head) {
        return head.holding()
                .filter(other -> other.session().equals(holding.session()))
                .isPresent();
    }

    private void requireHeld() {
        FencedException lost = fenced;
        if (lost != null) {
            throw lost;
        }
        if (closed) {
            throw new IllegalStateException("the lock was released");
        }
    }

    @Override
    public void check() {
        FencedException lost = fenced;
        if (lost != null) {
            throw lost;
        }
        if (confirmed.age(settings.time()).compareTo(settings.lease()) >= 0) {
            makeSure();
        }
    }

    /** Finds out whether the lock is still this run's. */
    void makeSure() {
        try {
            renew();
        } catch (IOException unreachable) {
            throw problem.cannotRenew(unreachable);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        if (heartbeat != null) {
            heartbeat.close();
        }
        try {
            update(RemoteHead::released);
        } catch (IOException | RuntimeException endsByItself) {
            // Who comes next waits until the lease is over, and finds out what is wrong.
        } finally {
            closed = true;
            lease.release();
        }
    }
}
