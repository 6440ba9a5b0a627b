package dev.corbel.dsl.build;

import dev.corbel.dsl.declare.Evaluator;
import dev.corbel.dsl.declare.Settings;
import dev.corbel.dsl.language.Level;
import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.placement.RecordedPlacements;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Decider;
import dev.corbel.dsl.scope.OtherEnvironment;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.dsl.scope.VariableSource;
import dev.corbel.dsl.scope.Variables;
import dev.corbel.dsl.syntax.Programs;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Evaluates the file of an environment: runs it, builds its components, checks it and makes its definition. */
public final class Evaluation {
    private final Context context;
    private final Evaluator evaluator;
    private final @Nullable Decider decider;
    private List<OtherEnvironment> environments = List.of();
    private Function<Reference, Expression> links = reference -> Expression.of(Value.unknown());

    /**
     * An evaluation.
     *
     * @param decider knows the values that decide what is declared; null where no reference may
     */
    public Evaluation(Context context, Programs programs, @Nullable Decider decider) {
        this.context = context;
        this.decider = decider;
        this.evaluator = new Evaluator(context, programs);
    }

    /**
     * Runs an environment's file, the blueprints of its components and the policies, and links what they declare.
     *
     * @param policies the texts of the files with policies, by their names
     * @param placements the hosts that parts of apps were put on before
     */
    public Definition environment(
            String name,
            String file,
            String text,
            VariableInputs inputs,
            List<Map.Entry<String, String>> policies,
            RecordedPlacements placements) {
        Settings settings = evaluator.settings();
        Variables variables = new Variables(name, new VariableSource.Outside(inputs), context.problems());
        Scope scope = Scope.environment(variables, file, decider);
        evaluator.run(List.of(Map.entry(file, text)), scope, Level.ENVIRONMENT);
        Regions regions = new Regions(scope);
        ProviderNames blocks =
                new ProviderNames(context.catalog(), settings.providers().keySet(), regions.names());
        HostConfigurations hosts = new HostConfigurations(context, settings, regions, blocks);
        ProviderNames providers = blocks.and(hosts.keys());
        regions.check(providers, context.problems());
        new Placements(context, placements).place(regions);
        evaluator.expand(scope);
        evaluator.run(policies, scope, Level.POLICIES);
        inputs.values()
                .forEach((variable, given) -> UndeclaredInputs.check(variable, given, variables, context.problems()));
        DefinitionBuilder builder = new DefinitionBuilder(context, settings, scope, providers, hosts);
        Definition definition = builder.assemble();
        links = builder::linked;
        environments = List.copyOf(scope.environments().values());
        context.close();
        return definition;
    }

    /**
     * The expression for a reference in what was evaluated last.
     *
     * @throws DiagnosticsException where it leads nowhere
     */
    public Expression linked(Reference reference) {
        return links.apply(reference);
    }

    /** The other environments that are read by what was evaluated last. */
    public List<OtherEnvironment> environments() {
        return environments;
    }

    /** Runs only the {@code state} block of an environment's file. */
    public Optional<BackendDeclaration> backend(String name, String file, String text) {
        Variables variables = new Variables(name, new VariableSource.Outside(VariableInputs.NONE), context.problems());
        evaluator.runState(file, text, Scope.environment(variables, file));
        return DefinitionBuilder.backend(context, evaluator.settings());
    }
}
