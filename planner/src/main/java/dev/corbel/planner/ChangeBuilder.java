package dev.corbel.planner;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.order.ReplacementOrder;
import dev.corbel.planner.order.ReplacementOrder.Candidate;
import dev.corbel.planner.order.ReplacementOrder.Old;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.model.StateObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the changes of a plan out of all drafts, once the orders of replacements can be decided, and brings what state
 * records of unchanged objects up to date.
 */
final class ChangeBuilder {
    private final Planning planning;
    private final List<ResourceChange> changes = new ArrayList<>();
    private final List<List<Address>> uses = new ArrayList<>();

    /** Resources that a deposed object was built on; the objects that it was built on cannot go before it. */
    private final Set<Address> usedByDeposed = new HashSet<>();

    private record Sorted(String text, ChangeDraft draft) {}

    ChangeBuilder(Planning planning) {
        this.planning = planning;
    }

    void assemble() {
        Map<Address, ReplacementOrder> orders = ReplacementOrder.decide(candidates());
        List<Sorted> sorted = new ArrayList<>(planning.drafts.size() + planning.deposed.size());
        planning.drafts
                .values()
                .forEach(draft -> sorted.add(new Sorted(draft.address().toString(), draft)));
        planning.deposed.forEach(draft -> sorted.add(new Sorted(draft.address().toString(), draft)));
        sorted.sort(Comparator.comparing(Sorted::text)
                .thenComparing(one -> one.draft().address())
                .thenComparing(one -> one.draft().deposedKey().orElse("")));
        for (Sorted one : sorted) {
            add(one.draft(), orders.getOrDefault(one.draft().address(), ReplacementOrder.DONT_CARE));
        }
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        planning.deposed.forEach(
                draft -> draft.prior().ifPresent(object -> usedByDeposed.addAll(object.dependencies())));
        if (planning.mode() == PlanMode.NORMAL) {
            for (ResourceDeclaration resource : planning.definition().resources()) {
                candidates.add(candidate(resource));
            }
        }
        for (ChangeDraft draft : planning.drafts.values()) {
            boolean ends = draft.action() == Action.DELETE;
            draft.prior()
                    .filter(object -> ends)
                    .ifPresent(object -> candidates.add(new Candidate(
                            draft.address(), Old.ENDS, object.createBeforeDestroy(), object.dependencies())));
        }
        // A deposed object waits like the old one of a create-first replacement; that its address once asked for it
        // binds what it uses, but not what stands there now.
        for (ChangeDraft draft : planning.deposed) {
            draft.prior().ifPresent(object -> object.dependencies().stream()
                    .map(used -> new Candidate(used, Old.STAYS, true, List.of()))
                    .forEach(candidates::add));
        }
        return candidates;
    }

    private Candidate candidate(ResourceDeclaration resource) {
        Address address = resource.address();
        ChangeDraft draft = planning.drafts.get(address);
        boolean replaced = draft != null && draft.action().isReplacement();
        Collection<Address> needed = planning.graph.resourceDependencies(address);
        if (draft != null && replaced) {
            needed = new ArrayList<>(needed);
            needed.addAll(draft.prior().map(StateObject::dependencies).orElse(List.of()));
        }
        return new Candidate(
                address,
                draft == null ? Old.STAYS : old(draft),
                resource.lifecycle().createBeforeDestroy(),
                needed);
    }

    private Old old(ChangeDraft draft) {
        if (!draft.action().isReplacement()) {
            return Old.STAYS;
        }
        boolean free = !usedByDeposed.contains(draft.address());
        return draft.reason() == ActionReason.REPLACE_BECAUSE_TAINTED && free && keepsName(draft)
                ? Old.IN_THE_WAY
                : Old.REPLACED;
    }

    /** Whether the new object is to have a name that the old one alone can have as long as it is there. */
    private boolean keepsName(ChangeDraft draft) {
        Optional<ResourceType> type = planning.type(draft.address().last().type());
        return type.isPresent()
                && draft.before() instanceof MapValue before
                && draft.after() instanceof MapValue after
                && type.get().uniqueName(after).isPresent()
                && type.get().uniqueName(after).equals(type.get().uniqueName(before));
    }

    private void add(ChangeDraft draft, ReplacementOrder order) {
        boolean createFirst = order == ReplacementOrder.CREATE_FIRST || order == ReplacementOrder.CLEAR_FIRST;
        List<Address> used = draft.prior().map(StateObject::dependencies).orElse(List.of());
        boolean ends = draft.after().isNull();
        boolean declared = !ends && !draft.address().isData() && planning.mode() == PlanMode.NORMAL;
        List<Address> dependencies = declared ? planning.graph.resourceDependencies(draft.address()) : used;
        boolean first = declared
                ? createFirst
                : createFirst
                        || draft.prior().map(StateObject::createBeforeDestroy).orElse(false);
        Action action = draft.action().isReplacement() && first && order != ReplacementOrder.CLEAR_FIRST
                ? Action.REPLACE_CREATE_FIRST
                : draft.action();
        changes.add(new ResourceChange(
                draft.address(),
                draft.deposedKey().isPresent()
                        ? Optional.empty()
                        : Optional.ofNullable(planning.movedFrom.get(draft.address())),
                draft.deposedKey(),
                draft.adoptedId(),
                draft.provider(),
                action,
                draft.reason(),
                draft.before(),
                draft.after(),
                draft.replacePaths(),
                dependencies,
                first));
        uses.add(used);
        if (declared && action == Action.NO_OP && draft.prior().isPresent()) {
            recordAgain(draft, draft.prior().get(), dependencies, first);
        }
    }

    /** What state says beside the attributes may change without any call: marks, dependencies, the provider's name. */
    private void recordAgain(ChangeDraft draft, StateObject object, List<Address> dependencies, boolean first) {
        StateObject now = object.withDependencies(dependencies, first);
        if (draft.after() instanceof MapValue attributes) {
            now = now.withAttributes(object.schemaVersion(), attributes, object.privateData());
        }
        ProviderAccess access = planning.providers.declared(draft.provider(), planning::valueOf);
        if (access instanceof ProviderAccess.Open open) {
            now = now.withProvider(planning.providers.record(draft.provider(), open));
        }
        if (!now.equals(object)) {
            planning.prior.putCurrent(draft.address(), now);
        }
    }

    List<ResourceChange> changes() {
        return changes;
    }

    /** What the object of each change was recorded to use, in the order of the changes. */
    List<List<Address>> uses() {
        return uses;
    }
}
