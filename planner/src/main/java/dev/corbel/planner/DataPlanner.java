package dev.corbel.planner;

import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.planner.object.BlockEvaluator;
import dev.corbel.planner.object.DataAttributes;
import dev.corbel.planner.object.EnvironmentSecrets;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.secrets.QuotedSecrets;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Severity;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Optional;

/** Looks data sources up while planning where nothing that they refer to changes, or plans to do so while applying. */
final class DataPlanner {
    private final Planning planning;
    private final EarlyLookups early;
    private final PendingChanges pending;
    private final EnvironmentSecrets secrets;

    DataPlanner(Planning planning) {
        this.planning = planning;
        this.pending = new PendingChanges(planning);
        this.early = new EarlyLookups(planning);
        this.secrets = new EnvironmentSecrets(planning.definition(), planning.request.state());
    }

    /** Looks up at once what needs nothing else. */
    void lookUpEarly(List<DataDeclaration> dataSources) {
        early.run(dataSources, declaration -> {
            DataSourceType type = type(declaration);
            MapValue configuration = configuration(declaration, type);
            if (!(planning.providers.declared(declaration.provider(), planning::valueOf)
                    instanceof ProviderAccess.Open open)) {
                return MapValue.EMPTY;
            }
            return lookUp(declaration.address(), type, open, configuration);
        });
    }

    void plan(DataDeclaration declaration) {
        Address address = declaration.address();
        try {
            DataSourceType type = type(declaration);
            ProviderAccess access = planning.providers.declared(declaration.provider(), planning::valueOf);
            if (access instanceof ProviderAccess.Failed failed) {
                planning.fail(address, failed);
                return;
            }
            plan(declaration, type, access);
        } catch (DiagnosticsException problem) {
            planning.fail(address, DiagnosticsLocation.located(problem, address, declaration.range()));
        } catch (RuntimeException fault) {
            String provider = declaration.provider().provider();
            planning.fail(
                    address,
                    new DiagnosticsException(
                            ProviderFault.of(provider, address, fault).at(declaration.range())));
        }
    }

    private DataSourceType type(DataDeclaration declaration) {
        return planning.request
                .catalog()
                .dataSourceType(declaration.type())
                .orElseThrow(() -> new DiagnosticsException(Diagnostic.error(
                        "There is no data source type \"" + declaration.type() + "\"",
                        "No provider of this installation has it.")));
    }

    private MapValue configuration(DataDeclaration declaration, DataSourceType type) {
        return new BlockEvaluator(planning::valueOf)
                .evaluate(
                        type.schema(),
                        declaration.arguments(),
                        declaration.address(),
                        Optional.of(declaration.range()));
    }

    private void plan(DataDeclaration declaration, DataSourceType type, ProviderAccess access) {
        Address address = declaration.address();
        Conditions conditions = new Conditions(planning::valueOf, Severity.ERROR, Optional.of(address));
        conditions.evaluate("Precondition", declaration.lifecycle().preconditions());
        MapValue configuration = configuration(declaration, type);
        boolean known = access instanceof ProviderAccess.Open && configuration.isWhollyKnown();
        if (access instanceof ProviderAccess.Open open && known && !pending.isReferredToBy(declaration)) {
            MapValue found = early.result(address).orElseGet(() -> lookUp(address, type, open, configuration));
            put(declaration, Action.NO_OP, ActionReason.NONE, found);
        } else if (planning.mode() == PlanMode.REFRESH_ONLY) {
            // Nothing is done that could tell it.
            planning.putValue(address, DataAttributes.before(type.schema(), configuration));
            return;
        } else {
            if (access instanceof ProviderAccess.Deferred) {
                planning.complete = false;
            }
            ActionReason reason =
                    known ? ActionReason.READ_BECAUSE_DEPENDENCY_PENDING : ActionReason.READ_BECAUSE_CONFIG_UNKNOWN;
            put(declaration, Action.READ, reason, DataAttributes.before(type.schema(), configuration));
        }
        conditions.evaluate("Postcondition", declaration.lifecycle().postconditions());
        planning.report(address, declaration.lifecycle(), conditions);
    }

    private MapValue lookUp(Address address, DataSourceType type, ProviderAccess.Open open, MapValue configuration) {
        planning.request.options().listener().lookingUp(address);
        try {
            MapValue found = QuotedSecrets.of(open.configuration(), configuration)
                    .hide(() -> type.read(open.session(), configuration.fullyUnmarked()));
            return DataAttributes.after(type.schema(), found, configuration, secrets);
        } catch (ProviderException failure) {
            throw new DiagnosticsException(failure.diagnostic(), failure);
        }
    }

    private void put(DataDeclaration declaration, Action action, ActionReason reason, MapValue value) {
        Address address = declaration.address();
        planning.putValue(address, value);
        // A refresh makes nothing that a look-up could wait for.
        Action planned = planning.mode() == PlanMode.REFRESH_ONLY ? Action.NO_OP : action;
        planning.drafts.put(
                address,
                new ChangeDraft(
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
