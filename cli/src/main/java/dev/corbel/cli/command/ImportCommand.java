package dev.corbel.cli.command;

import dev.corbel.cli.command.options.AddressArgument;
import dev.corbel.cli.command.options.EnvironmentArguments;
import dev.corbel.cli.command.options.LockOptions;
import dev.corbel.cli.command.options.VariableOptions;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.dsl.LoadedDefinition;
import dev.corbel.dsl.model.AdoptionDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.dsl.stage.Readings;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.engine.Engine;
import dev.corbel.engine.definition.GivenVariables;
import dev.corbel.engine.run.LockedRun;
import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.text.Printable;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = "Take an object that exists into state, as the resource of an address. Nothing else changes.")
final class ImportCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private VariableOptions variables = new VariableOptions();

    @Mixin
    private LockOptions lock = new LockOptions();

    @Parameters(
            arity = "2..3",
            paramLabel = "[ENVIRONMENT] ADDRESS ID",
            hideParamSyntax = true,
            description = "The environment, a resource of its definition, and the provider's id of the object.")
    private List<String> arguments = new ArrayList<>();

    ImportCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        EnvironmentArguments chosen = EnvironmentArguments.of(arguments, 2, invocation, Objects.requireNonNull(spec));
        Engine engine = invocation.engine(chosen.environment());
        VariableInputs inputs = variables.inputs(invocation.console());
        LoadedDefinition loaded = engine.definitions().load(inputs, LoadMode.PLAN);
        invocation.use(loaded.definition());
        String id = chosen.others().get(1);
        if (loaded.complete()) {
            // A slip in the address is told before the lock is taken.
            resource(loaded.definition(), chosen.others().get(0));
        }
        ResourceDeclaration resource;
        try (LockedRun run = engine.runs().lock("import", lock.timeout())) {
            Readings readings = run.readings(PlanOptions.of(PlanMode.NORMAL).parallelism());
            LoadedDefinition completed = engine.definitions().completed(loaded, readings, inputs, LoadMode.PLAN);
            resource = resource(completed.definition(), chosen.others().get(0));
            if (run.state().current(resource.address()).isPresent()) {
                throw new DiagnosticsException(
                        Diagnostic.error(resource.address() + " is in state already", "An address has one object.")
                                .withHint("To forget the one in state: corbel state rm "
                                        + engine.environment().name() + " '" + resource.address() + "'"));
            }
            LoadedDefinition standing =
                    engine.definitions().standing(completed, run.state(), readings, inputs, LoadMode.PLAN);
            Plan plan = run.plan(
                    adopting(standing.definition(), resource, id),
                    GivenVariables.texts(inputs, standing.definition()),
                    PlanOptions.of(PlanMode.NORMAL)
                            .withTargets(List.of(
                                    AddressPattern.parse(resource.address().qualified()))));
            if (plan.errored()) {
                // Its warning about a plan of a part is not for whoever chose no part.
                invocation.report(
                        plan.diagnostics().stream().filter(Diagnostic::isError).toList());
                return 1;
            }
            run.record(plan.stateChanges());
        }
        invocation.print("Imported " + resource.address() + " from " + Printable.line(id) + "\n");
        return 0;
    }

    private static ResourceDeclaration resource(Definition definition, String text) {
        AddressPattern pattern = AddressArgument.pattern(text);
        List<ResourceDeclaration> found = definition.resources().stream()
                .filter(resource -> pattern.matches(resource.address()))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        List<String> names = definition.resources().stream()
                .map(resource -> resource.address().toString())
                .toList();
        throw new DiagnosticsException(
                found.isEmpty()
                        ? Diagnostic.error(
                                        "Resource \"" + text + "\" not found in the definition",
                                        "Only what has a block can be imported.")
                                .withHint(Suggestion.didYouMean(text, names).orElse(null))
                        : Diagnostic.error(
                                "\"" + text + "\" means " + found.size() + " resources", "Name one of them."));
    }

    private static Definition adopting(Definition definition, ResourceDeclaration resource, String id) {
        List<AdoptionDeclaration> adoptions = new ArrayList<>(definition.adoptions());
        adoptions.add(new AdoptionDeclaration(resource.address(), Expression.of(Value.of(id)), resource.range()));
        return new Definition(
                definition.environment(),
                definition.sources(),
                definition.backend(),
                definition.providers(),
                definition.variables(),
                definition.components(),
                definition.resources(),
                definition.dataSources(),
                definition.outputs(),
                definition.checks(),
                definition.moves(),
                definition.removals(),
                adoptions,
                definition.ignoredDrift(),
                definition.guardrails());
    }
}
