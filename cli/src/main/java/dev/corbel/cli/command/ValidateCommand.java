package dev.corbel.cli.command;

import dev.corbel.cli.command.options.PolicyFlags;
import dev.corbel.cli.command.options.VariableOptions;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.dsl.LoadedDefinition;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.engine.definition.Definitions;
import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.planner.policy.PolicyCheck;
import dev.corbel.planner.policy.PolicyOptions;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "validate",
        description = "Check a definition, without state, providers' accounts or values of variables.")
final class ValidateCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "ENVIRONMENT", description = "A name under environments/, or a file.")
    private Optional<String> environment = Optional.empty();

    @Mixin
    private VariableOptions variables = new VariableOptions();

    @Mixin
    private PolicyFlags policies = new PolicyFlags();

    ValidateCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Definitions definitions = invocation.engine(environment).definitions();
        policies.addTo(definitions, invocation.console());
        LoadedDefinition loaded = definitions.load(variables.inputs(invocation.console()), LoadMode.VALIDATE);
        invocation.use(loaded.definition());
        ResourceGraph graph = ResourceGraph.of(loaded.definition());
        invocation.report(loaded.warnings());
        new PolicyCheck(loaded.definition(), graph, invocation.providers()::resourceType, PolicyOptions.NONE)
                .declared()
                .throwIfRefused();
        invocation.print(
                "The definition of environment \"" + loaded.definition().environment() + "\" is valid.\n");
        return 0;
    }
}
