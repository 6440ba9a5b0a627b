package dev.corbel.cli.command;

import dev.corbel.cli.command.options.PolicyFlags;
import dev.corbel.cli.command.options.VariableOptions;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.json.ValidationDocument;
import dev.corbel.dsl.LoadedDefinition;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.engine.definition.Definitions;
import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.planner.policy.PolicyCheck;
import dev.corbel.planner.policy.PolicyOptions;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "validate",
        description = "Check a definition, without state, providers' accounts or values of variables.")
final class ValidateCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "ENVIRONMENT", description = "A name under environments/, or a file.")
    private Optional<String> environment = Optional.empty();

    @Option(names = "--json", description = "As a JSON document, with every problem.")
    private boolean json;

    @Mixin
    private VariableOptions variables = new VariableOptions();

    @Mixin
    private PolicyFlags policies = new PolicyFlags();

    ValidateCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return json ? document() : text();
    }

    private int text() {
        LoadedDefinition loaded = load();
        invocation.report(loaded.warnings());
        check(loaded);
        invocation.print(
                "The definition of environment \"" + loaded.definition().environment() + "\" is valid.\n");
        return 0;
    }

    /** Every problem is in the document, those too that end the check. */
    private int document() {
        List<Diagnostic> problems = new ArrayList<>();
        try {
            LoadedDefinition loaded = load();
            problems.addAll(loaded.warnings());
            check(loaded);
        } catch (DiagnosticsException failure) {
            problems.addAll(failure.diagnostics());
        }
        invocation.print(ValidationDocument.of(problems));
        return problems.stream().anyMatch(Diagnostic::isError) ? 1 : 0;
    }

    private LoadedDefinition load() {
        Definitions definitions = invocation.engine(environment).definitions();
        policies.addTo(definitions, invocation.console());
        LoadedDefinition loaded = definitions.load(variables.inputs(invocation.console()), LoadMode.VALIDATE);
        invocation.use(loaded.definition());
        return loaded;
    }

    private void check(LoadedDefinition loaded) {
        ResourceGraph graph = ResourceGraph.of(loaded.definition());
        new PolicyCheck(loaded.definition(), graph, invocation.providers()::resourceType, PolicyOptions.NONE)
                .declared()
                .throwIfRefused();
    }
}
