package dev.corbel.cli.command.policy;

import dev.corbel.cli.command.options.PolicyFlags;
import dev.corbel.cli.command.options.VariableOptions;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.policy.PolicyCatalog;
import dev.corbel.dsl.LoadedDefinition;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.engine.definition.Definitions;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "list", description = "List the policies of an environment, and where they hold.")
final class PolicyListCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "ENVIRONMENT", description = "A name under environments/, or a file.")
    private Optional<String> environment = Optional.empty();

    @Mixin
    private VariableOptions variables = new VariableOptions();

    @Mixin
    private PolicyFlags policies = new PolicyFlags();

    PolicyListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Definitions definitions = invocation.engine(environment).definitions();
        policies.addTo(definitions, invocation.console());
        LoadedDefinition loaded = definitions.load(variables.inputs(invocation.console()), LoadMode.VALIDATE);
        invocation.use(loaded.definition());
        invocation.print(new PolicyCatalog(loaded.definition().guardrails()).list());
        return 0;
    }
}
