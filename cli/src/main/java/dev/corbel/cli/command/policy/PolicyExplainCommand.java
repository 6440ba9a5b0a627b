package dev.corbel.cli.command.policy;

import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.policy.PolicyCatalog;
import dev.corbel.dsl.model.BuiltInPolicy;
import dev.corbel.dsl.model.Guardrails;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "explain", description = "Explain a policy that is built in, and how it is waived.")
final class PolicyExplainCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "POLICY", description = "Its name, such as availability.")
    private String name = "";

    PolicyExplainCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        BuiltInPolicy policy = BuiltInPolicy.find(name)
                .orElseThrow(() -> new DiagnosticsException(Diagnostic.error(
                                "There is no built-in policy \"" + name + "\"",
                                "There are " + String.join(", ", BuiltInPolicy.ids()) + ".")
                        .withHint(Suggestion.didYouMean(name, BuiltInPolicy.ids())
                                .orElse("What a policy of the project requires stands in its file."))));
        invocation.print(new PolicyCatalog(Guardrails.NONE).explain(policy));
        return 0;
    }
}
