package dev.corbel.planner.planning.data;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.Condition;
import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.ProviderDeclaration;
import dev.corbel.planner.object.Marks;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.planning.draft.ChangeDraft;
import dev.corbel.planner.planning.draft.DraftedInstances;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.ResourceInstance;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a data source refers to something that the plan changes, so that a read while planning would find what is
 * about to pass. Outputs of modules and components, and local values, are references to what is behind them.
 */
final class PendingChanges {
    private final Definition definition;
    private final PriorState prior;
    private final DraftedInstances instances;

    /** The resources that lose an instance, without its key; found once a data source depends on something. */
    private @Nullable Set<Address> losing;

    PendingChanges(Definition definition, PriorState prior, DraftedInstances instances) {
        this.definition = definition;
        this.prior = prior;
        this.instances = instances;
    }

    boolean isReferredToBy(DataDeclaration data) {
        @Nullable ProviderDeclaration provider = definition.providers().get(data.provider());
        return data.dependsOn().stream().anyMatch(address -> changes(address) || losesInstance(address))
                || isIn(data.arguments().values())
                || (provider != null && isIn(provider.arguments().values()))
                || data.lifecycle().preconditions().stream().anyMatch(this::isIn);
    }

    private boolean losesInstance(Address dependency) {
        Set<Address> known = losing;
        if (known == null) {
            known = findLosing();
            losing = known;
        }
        return known.contains(dependency.withKey(null));
    }

    private Set<Address> findLosing() {
        Set<Address> declared = new HashSet<>();
        definition.resources().forEach(resource -> declared.add(resource.address()));
        Set<Address> found = new HashSet<>();
        for (ResourceInstance instance : prior.instances()) {
            if (instance.current().isPresent() && !declared.contains(instance.address())) {
                found.add(instance.address().withKey(null));
            }
        }
        return found;
    }

    private boolean isIn(Collection<Argument> arguments) {
        return arguments.stream().anyMatch(argument -> isIn(argument.value()));
    }

    private boolean isIn(Condition condition) {
        return isIn(condition.condition()) || isIn(condition.message());
    }

    private boolean isIn(Expression expression) {
        AtomicBoolean found = new AtomicBoolean();
        expression.forEachReference(reference -> found.compareAndSet(false, changes(reference)));
        return found.get();
    }

    private boolean changes(Address target) {
        @Nullable ChangeDraft draft = instances.find(target);
        return draft != null && draft.action() != Action.NO_OP;
    }

    /** An update in place leaves alone what is known to be afterwards as it was. */
    private boolean changes(Expression.Reference reference) {
        @Nullable ChangeDraft draft = instances.find(reference.target());
        if (draft == null || draft.action() != Action.UPDATE || reference.path().isRoot()) {
            return changes(reference.target());
        }
        Value before = reference.path().in(draft.before());
        Value after = reference.path().in(draft.after());
        return !after.isWhollyKnown() || !Marks.sameValue(before, after);
    }
}
