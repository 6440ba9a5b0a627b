package dev.corbel.state.remote;

import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.RemoteHead;
import dev.corbel.state.model.RemoteHead.Holding;
import dev.corbel.state.model.RemoteHead.JournalPosition;
import dev.corbel.state.remote.HeadObject.Stored;
import dev.corbel.state.remote.HeadObject.Swap;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One attempt at taking the lock, from nobody or from a holder that is gone. */
final class LockTaking {
    private final RemoteParts remote;
    private final HeadObject object;
    private final StoreLease lease;

    LockTaking(RemoteParts remote, HeadObject object) {
        this.remote = remote;
        this.object = object;
        this.lease = new StoreLease(remote.objects());
    }

    /** Empty where somebody else was faster. */
    Optional<HeldHead> take(Optional<Stored> present, LockHolder holder) throws IOException {
        RemoteHead before = present.map(Stored::head).orElseGet(() -> RemoteHead.first(remote.environment()));
        List<String> journals = remote.objects().list(JournalNames.FOLDER);
        if (present.isPresent() && !leased()) {
            return Optional.empty();
        }
        boolean done = false;
        HeldHead held = null;
        try {
            Holding holding = new Holding(UUID.randomUUID().toString(), holder);
            boolean clean = before.holding().isEmpty()
                    && (present.isEmpty()
                            || JournalNames.live(journals, before.live()).isEmpty());
            RemoteHead next = before.taken(holding);
            if (clean) {
                next = next.from(new JournalPosition(next.fence(), 1));
            }
            long sent = remote.settings().time().nanos();
            Swap swap = object.swap(present.orElse(null), next.counted(1));
            if (!swap.done() || swap.present().isEmpty()) {
                return Optional.empty();
            }
            held = new HeldHead(
                    object,
                    remote.problem(),
                    remote.settings(),
                    lease,
                    holding,
                    swap.present().get(),
                    sent);
            held.live();
            if (present.isEmpty()) {
                lease.renew();
                // Of an environment that was here before: names that this one is going to use.
                remote.objects().delete(journals);
            }
            expectConditions(held, present.isPresent() ? present : swap.present());
            if (!clean) {
                seal(held);
            }
            remote.discard(superfluous(journals, held.head()));
            done = true;
            return Optional.of(held);
        } finally {
            if (!done) {
                release(held);
            }
        }
    }

    private void release(@org.jspecify.annotations.Nullable HeldHead held) {
        if (held == null) {
            lease.release();
        } else {
            held.close();
        }
    }

    private boolean leased() throws IOException {
        try {
            lease.take();
            return true;
        } catch (RemoteConflictException others) {
            return false;
        }
    }

    /** A former holder may be about to write another object; or one that was, and whoever came next gave up half-way. */
    private void seal(HeldHead held) throws IOException {
        RemoteHead head = held.head();
        JournalPosition seal = new JournalSeal(remote).set(head.live(), head.fence());
        held.update(now -> now.sealed(JournalNames.of(seal)));
    }

    private static List<String> superfluous(List<String> journals, RemoteHead head) {
        return journals.stream()
                .filter(name -> !head.seals().contains(name))
                .filter(name -> JournalNames.position(name)
                        .filter(position -> position.compareTo(head.live()) < 0)
                        .isPresent())
                .toList();
    }

    /**
     * Some stores that speak like others do not know conditions and write whatever they are asked to. What is written here
     * stands there already.
     */
    private void expectConditions(HeldHead held, Optional<Stored> former) throws IOException {
        synchronized (held) {
            if (former.isPresent() && former.get().isSame(held.stored())) {
                held.update(head -> head);
            }
            Stored now = held.stored();
            byte[] data = now.object().data();
            String stale = former.map(Stored::version).orElse(now.version());
            if (!refuses(() -> remote.objects().store().create(HeadObject.NAME, data))
                    || !refuses(() -> remote.objects().store().replace(HeadObject.NAME, data, stale))) {
                throw remote.problem().ignoresConditions();
            }
        }
    }

    private boolean refuses(SteadyObjects.Call<String> write) throws IOException {
        try {
            remote.objects().repeated(write);
            return false;
        } catch (RemoteConflictException asItShould) {
            return true;
        }
    }
}
