package dev.corbel.planner.planning.data;

import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.planner.object.BlockEvaluator;
import dev.corbel.planner.object.DataAttributes;
import dev.corbel.planner.object.DiagnosticsLocation;
import dev.corbel.planner.object.EnvironmentSecrets;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.planning.draft.ChangeDraft;
import dev.corbel.planner.planning.draft.ConditionReports;
import dev.corbel.planner.planning.draft.Conditions;
import dev.corbel.planner.planning.draft.DraftedInstances;
import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.planning.draft.PlanProblems;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.planner.provider.ConfigurationAccess;
import dev.corbel.planner.provider.PlannedProviders;
import dev.corbel.planner.provider.ProviderFault;
import dev.corbel.planner.stage.DataLookup;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Severity;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks data sources up while planning where nothing that they refer to changes, or plans to do so while applying. */
public final class DataPlanner {
    private final PlanContext context;
    private final DraftedInstances instances;
    private final PlannedProviders providers;
    private final ConditionReports reports;
    private final PlanProblems problems;
    private final EarlyLookups early;
    private final PendingChanges pending;
    private final EnvironmentSecrets secrets;
    private boolean complete = true;

    public DataPlanner(
            PlanContext context,
            PriorState prior,
            DraftedInstances instances,
            PlannedProviders providers,
            ConditionReports reports,
            PlanProblems problems) {
        this.context = context;
        this.instances = instances;
        this.providers = providers;
        this.reports = reports;
        this.problems = problems;
        this.pending = new PendingChanges(context.definition(), prior, instances);
        this.early = new EarlyLookups(context.tasks(), providers);
        this.secrets =
                new EnvironmentSecrets(context.definition(), context.request().state());
    }

    /** Tells whether every configuration was known that a data source was planned with. */
    public boolean isComplete() {
        return complete;
    }

    /** Looks up at once the data sources that need nothing else. */
    public void lookUpEarly(List<DataDeclaration> dataSources) {
        early.run(dataSources, declaration -> {
            DataSourceType type = type(declaration);
            MapValue configuration = configuration(declaration, type);
            if (!(providers.declared(declaration.provider()) instanceof ConfigurationAccess.Open open)) {
                return MapValue.EMPTY;
            }
            return lookUp(declaration.address(), type, open, configuration);
        });
    }

    public void plan(DataDeclaration declaration) {
        Address address = declaration.address();
        try {
            DataSourceType type = type(declaration);
            ConfigurationAccess access = providers.declared(declaration.provider());
            if (access instanceof ConfigurationAccess.Failed failed) {
                problems.fail(address, failed.problemsOf(address));
                return;
            }
            plan(declaration, type, access);
        } catch (DiagnosticsException problem) {
            problems.fail(
                    address,
                    DiagnosticsLocation.located(problem, address, declaration.range())
                            .diagnostics());
        } catch (RuntimeException fault) {
            String provider = declaration.provider().provider();
            problems.fail(
                    address, List.of(ProviderFault.of(provider, address, fault).at(declaration.range())));
        }
    }

    private DataSourceType type(DataDeclaration declaration) {
        return context.request()
                .catalog()
                .dataSourceType(declaration.type())
                .orElseThrow(() -> new DiagnosticsException(Diagnostic.error(
                        "Data source type \"" + declaration.type() + "\" not found",
                        "No provider of this installation has it.")));
    }

    private MapValue configuration(DataDeclaration declaration, DataSourceType type) {
        return new BlockEvaluator(instances)
                .evaluate(
                        type.schema(),
                        declaration.arguments(),
                        declaration.address(),
                        Optional.of(declaration.range()));
    }

    private void plan(DataDeclaration declaration, DataSourceType type, ConfigurationAccess access) {
        Address address = declaration.address();
        Conditions conditions = new Conditions(instances, Severity.ERROR, Optional.of(address));
        conditions.evaluate("Precondition", declaration.lifecycle().preconditions());
        MapValue configuration = configuration(declaration, type);
        boolean known = access instanceof ConfigurationAccess.Open && configuration.isWhollyKnown();
        if (access instanceof ConfigurationAccess.Open open && known && !pending.isReferredToBy(declaration)) {
            MapValue found = early.result(address).orElseGet(() -> lookUp(address, type, open, configuration));
            put(declaration, Action.NO_OP, ActionReason.NONE, found);
        } else if (context.mode() == PlanMode.REFRESH_ONLY) {
            // Nothing is done that could tell it.
            instances.putValue(address, DataAttributes.before(type.schema(), configuration));
            return;
        } else {
            if (access instanceof ConfigurationAccess.Deferred) {
                complete = false;
            }
            ActionReason reason =
                    known ? ActionReason.READ_BECAUSE_DEPENDENCY_PENDING : ActionReason.READ_BECAUSE_CONFIG_UNKNOWN;
            put(declaration, Action.READ, reason, DataAttributes.before(type.schema(), configuration));
        }
        conditions.evaluate("Postcondition", declaration.lifecycle().postconditions());
        reports.report(address, declaration.lifecycle(), conditions);
    }

    private MapValue lookUp(
            Address address, DataSourceType type, ConfigurationAccess.Open open, MapValue configuration) {
        @Nullable DataLookup earlier = context.request().lookups().get(address);
        if (earlier != null && earlier.configuration().equals(configuration)) {
            return earlier.value();
        }
        context.listener().lookingUp(address);
        return DataLookup.of(type, open, configuration, secrets).value();
    }

    private void put(DataDeclaration declaration, Action action, ActionReason reason, MapValue value) {
        Address address = declaration.address();
        instances.putValue(address, value);
        // A refresh makes nothing that a look-up could wait for.
        Action planned = context.mode() == PlanMode.REFRESH_ONLY ? Action.NO_OP : action;
        instances.put(new ChangeDraft(
                address,
                Optional.empty(),
                Optional.empty(),
                declaration.provider(),
                planned,
                reason,
                Optional.empty(),
                (Value) value,
                List.of()));
    }
}
