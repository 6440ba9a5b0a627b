package dev.corbel.planner.planning;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.order.ReplacementOrder;
import dev.corbel.planner.order.ReplacementOrder.Candidate;
import dev.corbel.planner.order.ReplacementOrder.Old;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.planner.planning.draft.ChangeDraft;
import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.planner.provider.ConfigurationAccess;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.model.StateObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the changes of a plan out of all drafts, once the orders of replacements can be decided, and brings up to date
 * what state records of unchanged objects.
 */
final class ChangeBuilder {
    private final PlanContext context;
    private final Walked walked;
    private final Deletions deletions;
    private final PriorState prior;
    private final List<ResourceChange> changes = new ArrayList<>();
    private final List<List<Address>> uses = new ArrayList<>();

    private record Sorted(String text, ChangeDraft draft) {}

    ChangeBuilder(PlanContext context, Walked walked, Deletions deletions) {
        this.context = context;
        this.walked = walked;
        this.deletions = deletions;
        this.prior = walked.prior();
    }

    BuiltChanges build() {
        Map<Address, ReplacementOrder> orders = ReplacementOrder.decide(candidates(), usedByDeposed());
        List<Sorted> sorted = new ArrayList<>();
        sort(walked.instances().all(), sorted);
        sort(deletions.all(), sorted);
        sort(deletions.deposed(), sorted);
        sorted.sort(Comparator.comparing(Sorted::text)
                .thenComparing(one -> one.draft().address())
                .thenComparing(one -> one.draft().deposedKey().orElse("")));
        for (Sorted one : sorted) {
            add(one.draft(), orders.getOrDefault(one.draft().address(), ReplacementOrder.DONT_CARE));
        }
        return new BuiltChanges(prior, changes, uses);
    }

    private static void sort(Collection<ChangeDraft> drafts, List<Sorted> sorted) {
        drafts.forEach(draft -> sorted.add(new Sorted(draft.address().toString(), draft)));
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        if (context.mode() == PlanMode.NORMAL) {
            for (ResourceDeclaration resource : context.definition().resources()) {
                candidates.add(candidate(resource));
            }
        }
        for (ChangeDraft draft : deletions.all()) {
            boolean ends = draft.action() == Action.DELETE;
            draft.prior()
                    .filter(object -> ends)
                    .ifPresent(object -> candidates.add(new Candidate(
                            draft.address(),
                            Old.ENDS,
                            object.createBeforeDestroy(),
                            List.of(),
                            object.dependencies())));
        }
        return candidates;
    }

    private List<Address> usedByDeposed() {
        return deletions.deposed().stream()
                .flatMap(draft -> draft.prior().stream())
                .flatMap(object -> object.dependencies().stream())
                .toList();
    }

    private Candidate candidate(ResourceDeclaration resource) {
        Address address = resource.address();
        ChangeDraft draft = walked.instances().find(address);
        return new Candidate(
                address,
                draft == null ? Old.STAYS : old(draft),
                resource.lifecycle().createBeforeDestroy(),
                context.graph().resourceDependencies(address),
                draft == null
                        ? List.of()
                        : draft.prior().map(StateObject::dependencies).orElse(List.of()));
    }

    private Old old(ChangeDraft draft) {
        if (!draft.action().isReplacement()) {
            return Old.STAYS;
        }
        return draft.reason() == ActionReason.REPLACE_BECAUSE_TAINTED && keepsName(draft)
                ? Old.IN_THE_WAY
                : Old.REPLACED;
    }

    /** Tells whether the new object is to have a name that the old one alone can have as long as it is there. */
    private boolean keepsName(ChangeDraft draft) {
        Optional<ResourceType> type = context.type(draft.address().last().type());
        return type.isPresent()
                && draft.before() instanceof MapValue before
                && draft.after() instanceof MapValue after
                && type.get().uniqueName(after).isPresent()
                && type.get().uniqueName(after).equals(type.get().uniqueName(before));
    }

    private void add(ChangeDraft draft, ReplacementOrder order) {
        List<Address> used = draft.prior().map(StateObject::dependencies).orElse(List.of());
        boolean ends = draft.after().isNull();
        boolean declared = !ends && !draft.address().isData() && context.mode() == PlanMode.NORMAL;
        List<Address> dependencies = declared ? context.graph().resourceDependencies(draft.address()) : used;
        boolean createFirst = order.asksForCreateFirst()
                || (!declared
                        && draft.prior().map(StateObject::createBeforeDestroy).orElse(false));
        Action action = draft.action().isReplacement() ? order.replacement() : draft.action();
        changes.add(new ResourceChange(
                draft.address(),
                draft.deposedKey().isPresent()
                        ? Optional.empty()
                        : walked.moved().previous(draft.address()),
                draft.deposedKey(),
                draft.adoptedId(),
                draft.provider(),
                action,
                draft.reason(),
                draft.before(),
                draft.after(),
                draft.replacePaths(),
                dependencies,
                createFirst));
        uses.add(used);
        if (declared && action == Action.NO_OP && draft.prior().isPresent()) {
            recordAgain(draft, draft.prior().get(), dependencies, createFirst);
        }
    }

    /** Records marks, dependencies and the provider's name, which may change without any call. */
    private void recordAgain(ChangeDraft draft, StateObject object, List<Address> dependencies, boolean createFirst) {
        StateObject now = object.withDependencies(dependencies, createFirst);
        if (draft.after() instanceof MapValue attributes) {
            now = now.withAttributes(object.schemaVersion(), attributes, object.privateData());
        }
        if (walked.providers().declared(draft.provider()) instanceof ConfigurationAccess.Open open) {
            now = now.withProvider(walked.providers().record(draft.provider(), open));
        }
        if (!now.equals(object)) {
            prior.putCurrent(draft.address(), now);
        }
    }
}
