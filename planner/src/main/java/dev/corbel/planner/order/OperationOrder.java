package dev.corbel.planner.order;

import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ExecutionGraph;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.address.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns the changes of a plan into operations and says what each of them waits for.
 *
 * <p>What makes, changes or reads an object waits for the same on everything that its declaration needs. The order of
 * deletions is {@link DeletionOrder}'s. An instance that does not change has an operation only where others reach through
 * it, or where it is told to have one.
 */
public final class OperationOrder {
    private final ResourceGraph graph;
    private final Supplier<String> deposedKeys;
    private final Predicate<Address> keepsOld;
    private final List<OperationDraft> drafts = new ArrayList<>();
    private final Map<Address, OperationDraft> forward = new HashMap<>();
    private final DeletionOrder deletions = new DeletionOrder();

    /**
     * Something that is evaluated from instances and belongs to none: an output or a check.
     *
     * @param needs the instances that it refers to
     */
    public record Evaluated(Operation.Kind kind, String name, Collection<Address> needs) {}

    /**
     * Starts with nothing.
     *
     * @param deposedKeys makes a new short random key for each object that a create-first replacement deposes
     * @param keepsOld whether the old object of a create-first replacement stays deposed beyond this plan
     */
    public OperationOrder(ResourceGraph graph, Supplier<String> deposedKeys, Predicate<Address> keepsOld) {
        this.graph = graph;
        this.deposedKeys = deposedKeys;
        this.keepsOld = keepsOld;
    }

    /**
     * The operations of a plan.
     *
     * @param changes of the plan
     * @param uses what the objects that exist were recorded to depend on, in the order of the changes
     * @param evaluated instances without a change that must be evaluated again
     * @param others outputs and checks
     */
    public ExecutionGraph build(
            List<ResourceChange> changes, List<List<Address>> uses, Set<Address> evaluated, List<Evaluated> others) {
        for (int number = 0; number < changes.size(); number++) {
            draft(changes.get(number), number, uses.get(number));
        }
        connectForward(changes, evaluated);
        deletions.connect();
        for (Evaluated other : others) {
            OperationDraft draft = add(new OperationDraft(other.kind(), null, other.name(), -1, null, List.of()));
            other.needs().forEach(address -> waitForWhatHappens(draft, address));
        }
        return Sorting.sort(drafts);
    }

    private void draft(ResourceChange change, int number, List<Address> uses) {
        Action action = change.action();
        @Nullable String deposed = change.deposedKey().orElse(null);
        switch (action) {
            case NO_OP -> {}
            case READ -> forward(Operation.Kind.READ, change, number, null, List.of());
            case CREATE -> forward(Operation.Kind.CREATE, change, number, null, List.of());
            case UPDATE -> deletions.add(forward(Operation.Kind.UPDATE, change, number, null, uses));
            case FORGET -> add(OperationDraft.of(Operation.Kind.FORGET, change, number, deposed, List.of()));
            case DELETE -> {
                OperationDraft deletion = add(OperationDraft.of(Operation.Kind.DELETE, change, number, deposed, uses));
                deletions.add(deletion, change.createBeforeDestroy() || deposed != null);
            }
            case REPLACE_DELETE_FIRST -> {
                OperationDraft deletion = add(OperationDraft.of(Operation.Kind.DELETE, change, number, null, uses));
                OperationDraft creation = forward(Operation.Kind.CREATE, change, number, null, List.of());
                creation.runsAfter(deletion);
                deletion.awaited = true;
                deletions.add(deletion, false);
            }
            case REPLACE_CREATE_FIRST -> {
                String key = deposedKeys.get();
                OperationDraft creation = forward(Operation.Kind.CREATE, change, number, key, List.of());
                if (keepsOld.test(change.address())) {
                    return;
                }
                OperationDraft deletion = add(OperationDraft.of(Operation.Kind.DELETE, change, number, key, uses));
                deletion.runsAfter(creation);
                deletion.last = true;
                deletions.add(deletion, true);
            }
        }
    }

    private OperationDraft forward(
            Operation.Kind kind, ResourceChange change, int number, @Nullable String key, List<Address> uses) {
        OperationDraft draft = add(OperationDraft.of(kind, change, number, key, uses));
        forward.put(change.address(), draft);
        return draft;
    }

    private OperationDraft add(OperationDraft draft) {
        drafts.add(draft);
        return draft;
    }

    private void connectForward(List<ResourceChange> changes, Set<Address> evaluated) {
        Map<Address, Integer> unchanged = new HashMap<>();
        for (int number = 0; number < changes.size(); number++) {
            if (changes.get(number).action() == Action.NO_OP) {
                unchanged.put(changes.get(number).address(), number);
            }
        }
        for (Address address : graph.order()) {
            @Nullable Integer number = unchanged.get(address);
            if (number != null && (evaluated.contains(address) || reachesOperation(address))) {
                forward(Operation.Kind.EVALUATE, changes.get(number), number, null, List.of());
            }
            Optional.ofNullable(forward.get(address)).ifPresent(draft -> graph.dependencies(address)
                    .forEach(dependency -> waitForForward(draft, dependency)));
        }
    }

    private boolean reachesOperation(Address address) {
        return graph.dependencies(address).stream().anyMatch(forward::containsKey);
    }

    /** An output whose object is deleted and not made again goes after it. */
    private void waitForWhatHappens(OperationDraft draft, Address address) {
        if (forward.containsKey(address)) {
            waitForForward(draft, address);
        } else {
            deletions.awaitCurrent(draft, address);
        }
    }

    private void waitForForward(OperationDraft draft, Address address) {
        @Nullable OperationDraft other = forward.get(address);
        if (other != null) {
            draft.runsAfter(other);
        }
    }
}
