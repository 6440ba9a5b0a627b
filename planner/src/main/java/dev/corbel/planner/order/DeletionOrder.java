package dev.corbel.planner.order;

import dev.corbel.planner.plan.Operation;
import dev.corbel.providers.api.address.Address;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of deletions, from what state recorded when the objects were made.
 *
 * <ul>
 *   <li>What used an object goes before the object does, and before the object is updated.
 *   <li>The old object of a create-first replacement goes after the updates of what used it, and so does, in turn, what
 *       it used. Such a deletion does not come before updates of what it used: those come before the new object.
 *   <li>An object that goes for good goes after the updates of what used it too, wherever no object that is made or
 *       changed waits for its end.
 * </ul>
 */
final class DeletionOrder {
    private final List<OperationDraft> deletions = new ArrayList<>();
    private final List<OperationDraft> updates = new ArrayList<>();
    private final List<OperationDraft> createFirst = new ArrayList<>();
    private final Map<Address, List<OperationDraft>> deletionsOf = new HashMap<>();
    private final Map<Address, OperationDraft> updateOf = new HashMap<>();

    void add(OperationDraft update) {
        updates.add(update);
        update.address.ifPresent(address -> updateOf.put(address, update));
    }

    /** Adds a deletion and says whether the object's order is create-first. */
    void add(OperationDraft deletion, boolean isCreateFirst) {
        deletions.add(deletion);
        deletion.address.ifPresent(address ->
                deletionsOf.computeIfAbsent(address, key -> new ArrayList<>(1)).add(deletion));
        if (isCreateFirst) {
            createFirst.add(deletion);
        }
    }

    /** Has something wait for the deletion of the current object of an address, where there is one. */
    void awaitCurrent(OperationDraft draft, Address address) {
        forEachDeletion(address, deletion -> {
            if (deletion.deposedKey.isEmpty()) {
                draft.runsAfter(deletion);
            }
        });
    }

    void connect() {
        decideWhatGoesLast();
        for (OperationDraft deletion : deletions) {
            for (Address used : deletion.uses) {
                forEachDeletion(used, other -> other.runsAfter(deletion));
                OperationDraft update = updateOf.get(used);
                if (update != null && !deletion.last) {
                    update.runsAfter(deletion);
                    deletion.awaited = true;
                }
            }
        }
        spreadAwaited();
        for (OperationDraft update : updates) {
            for (Address used : update.uses) {
                forEachDeletion(used, deletion -> {
                    if (deletion.last || !deletion.awaited) {
                        deletion.runsAfter(update);
                    }
                });
            }
        }
    }

    /** Create-first objects that go for good go last where something that used them is updated. */
    private void decideWhatGoesLast() {
        Map<OperationDraft, Boolean> orders = new HashMap<>();
        createFirst.forEach(deletion -> orders.put(deletion, true));
        ArrayDeque<OperationDraft> last = new ArrayDeque<>();
        for (OperationDraft deletion : createFirst) {
            if (deletion.last) {
                last.add(deletion);
            }
        }
        for (OperationDraft update : updates) {
            for (Address used : update.uses) {
                forEachDeletion(used, deletion -> {
                    if (!deletion.last && orders.containsKey(deletion)) {
                        deletion.last = true;
                        last.add(deletion);
                    }
                });
            }
        }
        while (!last.isEmpty()) {
            for (Address used : last.remove().uses) {
                forEachDeletion(used, deletion -> {
                    if (!deletion.last && !deletion.awaited) {
                        deletion.last = true;
                        last.add(deletion);
                    }
                });
            }
        }
    }

    /** Makes everything that waits for an object wait for the end of all that used it. */
    private void spreadAwaited() {
        ArrayDeque<OperationDraft> spreading = new ArrayDeque<>();
        for (OperationDraft deletion : deletions) {
            if (deletion.awaited) {
                spreading.add(deletion);
            }
        }
        while (!spreading.isEmpty()) {
            for (OperationDraft earlier : spreading.remove().after) {
                if (earlier.kind == Operation.Kind.DELETE && !earlier.awaited) {
                    earlier.awaited = true;
                    spreading.add(earlier);
                }
            }
        }
    }

    private void forEachDeletion(Address address, java.util.function.Consumer<OperationDraft> consumer) {
        List<OperationDraft> found = deletionsOf.get(address);
        if (found != null) {
            found.forEach(consumer);
        }
    }
}
