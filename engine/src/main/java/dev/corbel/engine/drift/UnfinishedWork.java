package dev.corbel.engine.drift;

import dev.corbel.planner.drift.DriftKind;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.planner.drift.Finding;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateBackend;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The work of other runs that a look at an environment meets: calls that were interrupted, and those under way. */
final class UnfinishedWork {
    private final Map<Address, Intent> intents = new LinkedHashMap<>();
    private final StateBackend backend;
    private final Optional<LockHolder> holder;

    UnfinishedWork(List<Intent> interrupted, StateBackend backend) {
        interrupted.forEach(intent -> intents.put(intent.address(), intent));
        this.backend = backend;
        this.holder = backend.holder().filter(UnfinishedWork::mayLive);
    }

    /** A process of this machine that is gone left its name in the lock; of another machine nobody can tell. */
    private static boolean mayLive(LockHolder holder) {
        return !holder.host().equals(LockHolder.ofThisProcess("").host())
                || ProcessHandle.of(holder.process()).isPresent();
    }

    /**
     * The findings without those on objects that another run changed meanwhile, and with a note on each object that somebody
     * is or was at work on.
     *
     * @param looked the state that was compared
     */
    List<Finding> heeded(List<Finding> findings, State looked) {
        Set<Address> moving = moved(looked);
        moving.addAll(intents.keySet());
        List<Finding> heeded = new ArrayList<>();
        findings.stream()
                .filter(finding -> finding.address().filter(moving::contains).isEmpty())
                .forEach(heeded::add);
        moving.stream().sorted().forEach(address -> heeded.add(note(address)));
        return heeded;
    }

    private Set<Address> moved(State looked) {
        Set<Address> moved = new HashSet<>();
        try {
            State now = backend.pull().state();
            if (now.serial() == looked.serial() && now.instances().equals(looked.instances())) {
                return moved;
            }
            Set<Address> all = new HashSet<>(looked.instances().keySet());
            all.addAll(now.instances().keySet());
            all.stream()
                    .filter(address -> !Objects.equals(
                            looked.instances().get(address), now.instances().get(address)))
                    .forEach(moved::add);
        } catch (DiagnosticsException unreadable) {
            // The first look worked; what it found stands.
        }
        return moved;
    }

    private Finding note(Address address) {
        boolean working = holder.isPresent() || !intents.containsKey(address);
        String action = Optional.ofNullable(intents.get(address))
                .map(intent -> intent.action().name().toLowerCase(Locale.ROOT))
                .orElse("change");
        String detail = working
                ? "Another run is about to " + action + " it"
                        + holder.map(who -> ": " + who.description()).orElse("") + "."
                : "An earlier run was ended while it was about to " + action
                        + " it. The next plan or apply finds out what came of it.";
        return Finding.of(
                        working ? DriftKind.IN_PROGRESS : DriftKind.INTERRUPTED,
                        DriftSeverity.NOTE,
                        Optional.of(address),
                        address.last().type())
                .withDetail(detail);
    }
}
