package dev.corbel.planner;

import dev.corbel.dsl.model.Lifecycle;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.ChangeDecision.Pressure;
import dev.corbel.planner.ChangeDraft.Decision;
import dev.corbel.planner.object.Marks;
import dev.corbel.planner.object.PlannedObject;
import dev.corbel.planner.object.ResourceEvaluator;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Severity;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.StateObject;
import java.util.Optional;

/** Plans one declared resource after everything that it needs is planned. */
final class ResourcePlanner {
    private final Planning planning;
    private final Adoptions adoptions;

    ResourcePlanner(Planning planning, Adoptions adoptions) {
        this.planning = planning;
        this.adoptions = adoptions;
    }

    void plan(ResourceDeclaration declaration) {
        try {
            ResourceType type = planning.type(declaration.type())
                    .orElseThrow(() -> new DiagnosticsException(Diagnostic.error(
                            "There is no resource type \"" + declaration.type() + "\"",
                            "No provider of this installation has it.")));
            ProviderAccess access = planning.providers.declared(declaration.provider(), planning::valueOf);
            if (access instanceof ProviderAccess.Open open) {
                plan(declaration, type, access, open.configuration());
            } else if (access instanceof ProviderAccess.Deferred deferred) {
                planning.complete = false;
                plan(declaration, type, access, deferred.configuration());
            } else if (access instanceof ProviderAccess.Failed failed) {
                planning.fail(declaration.address(), failed);
            }
        } catch (DiagnosticsException problem) {
            planning.fail(
                    declaration.address(),
                    DiagnosticsLocation.located(problem, declaration.address(), declaration.range()));
        } catch (RuntimeException fault) {
            planning.fail(
                    declaration.address(),
                    new DiagnosticsException(
                            ProviderFault.of(declaration.provider().provider(), declaration.address(), fault)
                                    .at(declaration.range())));
        }
    }

    private void plan(ResourceDeclaration declaration, ResourceType type, ProviderAccess access, MapValue provider) {
        Address address = declaration.address();
        Optional<String> adopted = adoptions.adopt(declaration, type, access);
        Optional<StateObject> prior =
                planning.prior.current(address).map(object -> recorded(address, declaration.lifecycle(), object));
        Conditions conditions = new Conditions(planning::valueOf, Severity.ERROR, Optional.of(address));
        Lifecycle lifecycle = declaration.lifecycle();
        conditions.evaluate("Precondition", lifecycle.preconditions());
        MapValue configuration = ResourceEvaluator.configure(declaration, type, planning::valueOf);
        Value before = prior.<Value>map(StateObject::attributes).orElse(Value.ofNull());
        PlannedObject planned = ResourceEvaluator.plan(declaration, type, configuration, before, provider);
        Pressure pressure = new Pressure(
                isRequested(address),
                prior.isPresent() && isTriggered(lifecycle),
                prior.isPresent()
                        && planning.providers.isElsewhere(prior.get().provider(), declaration.provider(), access));
        if (pressure.elsewhere()) {
            warnOfRelocation(address, prior.orElseThrow(), declaration.provider(), access);
        }
        Decision decision = ChangeDecision.decide(prior, planned, pressure);
        if (decision.action().isReplacement()) {
            prior.flatMap(object -> PreventedDestroy.problem(address, declaration, object, "replace"))
                    .ifPresent(planning.diagnostics::add);
            planned = ResourceEvaluator.plan(declaration, type, configuration, Value.ofNull(), provider);
        }
        ChangeDraft draft = ChangeDraft.of(address, declaration.provider(), decision, prior, planned);
        planning.drafts.put(address, adopted.map(draft::adopted).orElse(draft));
        planning.putValue(address, planned.attributes());
        conditions.evaluate("Postcondition", lifecycle.postconditions());
        planning.report(address, lifecycle, conditions);
    }

    /** A resource that takes another configuration says so itself; a configuration that moved on may be a mistake. */
    private void warnOfRelocation(Address address, StateObject prior, ProviderKey provider, ProviderAccess access) {
        if (prior.provider().key().equals(provider)) {
            planning.relocations.add(
                    provider, planning.providers.relocation(prior.provider(), provider, access), address);
        }
    }

    private boolean isRequested(Address address) {
        for (AddressPattern pattern : planning.request.options().replace()) {
            if (pattern.matches(address)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTriggered(Lifecycle lifecycle) {
        for (Expression.Reference trigger : lifecycle.replaceTriggeredBy()) {
            ChangeDraft other = planning.drafts.get(trigger.target());
            if (other != null && other.changesObject()) {
                Value before = trigger.path().in(other.before());
                Value after = trigger.path().in(other.after());
                if (trigger.path().isRoot() || !Marks.sameValue(before, after)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Has state record what the declaration says of {@code preventDestroy}, before anything happens to the object. */
    private StateObject recorded(Address address, Lifecycle lifecycle, StateObject object) {
        Optional<String> line = lifecycle.preventingLine(object.preventDestroy());
        if (line.equals(object.preventDestroy())) {
            return object;
        }
        StateObject recorded = object.withPreventDestroy(line);
        planning.prior.putCurrent(address, recorded);
        return recorded;
    }
}
