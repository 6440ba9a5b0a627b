package dev.corbel.planner.planning.resource;

import dev.corbel.dsl.model.Lifecycle;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.object.DiagnosticsLocation;
import dev.corbel.planner.object.Marks;
import dev.corbel.planner.object.PlannedObject;
import dev.corbel.planner.object.ResourceEvaluator;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.planning.draft.ChangeDraft;
import dev.corbel.planner.planning.draft.ChangeDraft.Decision;
import dev.corbel.planner.planning.draft.ConditionReports;
import dev.corbel.planner.planning.draft.Conditions;
import dev.corbel.planner.planning.draft.DraftedInstances;
import dev.corbel.planner.planning.draft.Moved;
import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.planning.draft.PlanProblems;
import dev.corbel.planner.planning.selection.RequestedReplacements;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.planner.provider.ConfigurationAccess;
import dev.corbel.planner.provider.PlannedProviders;
import dev.corbel.planner.provider.ProviderFault;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Severity;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.StateObject;
import java.util.List;
import java.util.Optional;

/** Plans one declared resource after everything that it needs is planned. */
public final class ResourcePlanner {
    private final PlanContext context;
    private final PriorState prior;
    private final RequestedReplacements replacements;
    private final DraftedInstances instances;
    private final PlannedProviders providers;
    private final ConditionReports reports;
    private final Relocations relocations;
    private final PlanProblems problems;
    private final Adoptions adoptions;
    private final SecretPlanner secrets;
    private boolean complete = true;

    public ResourcePlanner(
            PlanContext context,
            Moved moved,
            RequestedReplacements replacements,
            DraftedInstances instances,
            PlannedProviders providers,
            ConditionReports reports,
            Relocations relocations,
            SecretPlanner secrets,
            PlanProblems problems) {
        this.context = context;
        this.prior = moved.prior();
        this.replacements = replacements;
        this.instances = instances;
        this.providers = providers;
        this.reports = reports;
        this.relocations = relocations;
        this.problems = problems;
        this.secrets = secrets;
        this.adoptions = new Adoptions(context, prior, instances, providers, problems);
    }

    /** Tells whether every configuration was known that a resource was planned with. */
    public boolean isComplete() {
        return complete;
    }

    public void plan(ResourceDeclaration declaration) {
        try {
            ResourceType type = context.type(declaration.type())
                    .orElseThrow(() -> new DiagnosticsException(Diagnostic.error(
                            "Resource type \"" + declaration.type() + "\" not found",
                            "No provider of this installation has it.")));
            ConfigurationAccess access = providers.declared(declaration.provider());
            if (access instanceof ConfigurationAccess.Open open) {
                plan(declaration, type, access, open.configuration());
            } else if (access instanceof ConfigurationAccess.Deferred deferred) {
                complete = false;
                plan(declaration, type, access, deferred.configuration());
            } else if (access instanceof ConfigurationAccess.Failed failed) {
                problems.fail(declaration.address(), failed.problemsOf(declaration.address()));
            }
        } catch (DiagnosticsException problem) {
            problems.fail(
                    declaration.address(),
                    DiagnosticsLocation.located(problem, declaration.address(), declaration.range())
                            .diagnostics());
        } catch (RuntimeException fault) {
            problems.fail(
                    declaration.address(),
                    List.of(ProviderFault.of(declaration.provider().provider(), declaration.address(), fault)
                            .at(declaration.range())));
        }
    }

    private void plan(
            ResourceDeclaration declaration, ResourceType type, ConfigurationAccess access, MapValue provider) {
        Address address = declaration.address();
        Optional<String> adopted = adoptions.adopt(declaration, type, access);
        Optional<StateObject> present =
                prior.current(address).map(object -> recorded(address, declaration.lifecycle(), object));
        Conditions conditions = new Conditions(instances, Severity.ERROR, Optional.of(address));
        Lifecycle lifecycle = declaration.lifecycle();
        conditions.evaluate("Precondition", lifecycle.preconditions());
        MapValue configuration = ResourceEvaluator.configure(declaration, type, secrets.scope(address));
        Value before = present.<Value>map(StateObject::attributes).orElse(Value.ofNull());
        PlannedObject planned = secrets.decided(
                address, present, ResourceEvaluator.plan(declaration, type, configuration, before, provider));
        ReplacementCauses causes = new ReplacementCauses(
                replacements.include(address),
                present.isPresent() && isTriggered(lifecycle),
                present.isPresent() && providers.isElsewhere(present.get().provider(), declaration.provider(), access));
        if (causes.elsewhere()) {
            warnOfRelocation(address, present.orElseThrow(), declaration.provider(), access);
        }
        Decision decision = ChangeDecision.decide(present, planned, causes);
        if (decision.action().isReplacement()) {
            present.flatMap(object -> PreventedDestroy.problem(address, declaration, object, "replace"))
                    .ifPresent(problems::add);
            planned = secrets.decided(
                    address,
                    present,
                    ResourceEvaluator.plan(declaration, type, configuration, Value.ofNull(), provider));
        }
        if (decision.action() == Action.UPDATE) {
            refuse(declaration, type, before, planned);
        }
        ChangeDraft draft = ChangeDraft.of(address, declaration.provider(), decision, present, planned);
        secrets.note(declaration, type, configuration, draft);
        instances.put(adopted.map(draft::adopted).orElse(draft));
        instances.putValue(address, planned.attributes());
        conditions.evaluate("Postcondition", lifecycle.postconditions());
        reports.report(address, lifecycle, conditions);
    }

    private void refuse(ResourceDeclaration declaration, ResourceType type, Value before, PlannedObject planned) {
        if (before.fullyUnmarked() instanceof MapValue prior) {
            QuotedSecrets secrets = QuotedSecrets.of(before, planned.attributes());
            secrets.keepFrom(() -> type.refuseUpdate(prior, planned.request()))
                    .forEach(problem -> problems.add(
                            secrets.hide(problem).at(declaration.address()).at(declaration.range())));
        }
    }

    /** A resource that takes another configuration says so itself; a configuration that moved on may be a mistake. */
    private void warnOfRelocation(
            Address address, StateObject object, ProviderKey provider, ConfigurationAccess access) {
        if (object.provider().key().equals(provider)) {
            relocations.add(provider, providers.relocation(object.provider(), provider, access), address);
        }
    }

    private boolean isTriggered(Lifecycle lifecycle) {
        for (Expression.Reference trigger : lifecycle.replaceTriggeredBy()) {
            ChangeDraft other = instances.find(trigger.target());
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

    /** Has state record the {@code preventDestroy} of the declaration, before anything happens to the object. */
    private StateObject recorded(Address address, Lifecycle lifecycle, StateObject object) {
        Optional<String> line = lifecycle.preventingLine(object.preventDestroy());
        if (line.equals(object.preventDestroy())) {
            return object;
        }
        StateObject recorded = object.withPreventDestroy(line);
        prior.putCurrent(address, recorded);
        return recorded;
    }
}
