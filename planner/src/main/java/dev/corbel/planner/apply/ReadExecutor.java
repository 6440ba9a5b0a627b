package dev.corbel.planner.apply;

import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.planner.apply.OperationReport.Outcome;
import dev.corbel.planner.apply.RunProviders.Access;
import dev.corbel.planner.object.BlockEvaluator;
import dev.corbel.planner.object.DataAttributes;
import dev.corbel.planner.object.EnvironmentSecrets;
import dev.corbel.planner.object.ResultConformity;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks up a data source whose configuration was not known when the plan was made. */
final class ReadExecutor implements OperationExecutor {
    private final ExecutionContext context;
    private final EnvironmentSecrets secrets;

    ReadExecutor(ExecutionContext context) {
        this.context = context;
        this.secrets = new EnvironmentSecrets(
                context.plan().definition(), context.plan().prior());
    }

    @Override
    public Outcome run(Operation operation) throws OperationFailure {
        Address address = operation.address().orElseThrow();
        DataDeclaration declaration = context.declarations()
                .dataSource(address)
                .orElseThrow(() -> new IllegalStateException("the plan reads " + address + ", which nobody declares"));
        context.conditions()
                .require(address, "Precondition", declaration.lifecycle().preconditions());
        DataSourceType type = context.catalog()
                .dataSourceType(declaration.type())
                .orElseThrow(() -> new OperationFailure(problem(
                        declaration,
                        "Data source type \"" + declaration.type() + "\" not found",
                        "No provider of this installation has it.")));
        Access access = context.providers().declared(declaration.provider());
        MapValue configuration = new BlockEvaluator(context.values())
                .evaluate(type.schema(), declaration.arguments(), address, Optional.of(declaration.range()));
        if (!configuration.isWhollyKnown()) {
            throw new OperationFailure(problem(
                    declaration,
                    "A value of " + address + " is still not known",
                    "It comes from something that was not applied: left out of this plan, or not there."));
        }
        context.values().putDataSource(address, look(declaration, type, access, configuration));
        context.conditions()
                .require(address, "Postcondition", declaration.lifecycle().postconditions());
        return Outcome.DONE;
    }

    private MapValue look(DataDeclaration declaration, DataSourceType type, Access access, MapValue configuration)
            throws OperationFailure {
        String provider = declaration.provider().provider();
        MapValue found;
        try {
            QuotedSecrets quoted = QuotedSecrets.of(access.configuration(), configuration);
            found = context.calls()
                    .run(provider, () -> quoted.hide(() -> type.read(access.session(), configuration.fullyUnmarked())));
        } catch (ProviderException failure) {
            throw ProviderFailures.of(failure, declaration.address(), Optional.of(declaration.range()));
        }
        MapValue attributes = DataAttributes.after(type.schema(), found, configuration, secrets);
        MapValue promised = DataAttributes.before(type.schema(), configuration);
        List<Diagnostic> problems = new ArrayList<>();
        for (ValuePath place : ResultConformity.between(type.schema(), promised, attributes)) {
            String difference =
                    ValueText.difference("is configured as", "is", place, place.in(promised), place.in(attributes));
            problems.add(problem(
                    declaration,
                    "Provider \"" + provider + "\" returned another value than configured",
                    "The attribute " + difference + ". This is a bug in the provider, not in the definition."));
        }
        ExecutionContext.throwIfAny(problems);
        return attributes;
    }

    private static Diagnostic problem(DataDeclaration declaration, String summary, String detail) {
        return Diagnostic.error(summary, detail).at(declaration.address()).at(declaration.range());
    }
}
