package dev.corbel.cli.command;

import dev.corbel.cli.command.options.EnvironmentArguments;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.render.NamedOutput;
import dev.corbel.cli.render.Renderers;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.state.model.OutputValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "output", description = "Show what the environment hands out.")
final class OutputCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..2",
            paramLabel = "[ENVIRONMENT] [NAME]",
            hideParamSyntax = true,
            description = "The environment, and the output; all outputs where none is named.")
    private List<String> arguments = new ArrayList<>();

    @Option(names = "--json", description = "As a JSON document, with secrets masked.")
    private boolean json;

    @Option(names = "--raw", description = "The bare text of one output, also where it is sensitive.")
    private boolean raw;

    OutputCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        boolean environmentOnly = arguments.size() == 1 && invocation.finder().knows(arguments.get(0));
        int names = environmentOnly ? 0 : Math.min(1, arguments.size());
        EnvironmentArguments chosen =
                EnvironmentArguments.of(arguments, names, invocation, Objects.requireNonNull(spec));
        Map<String, OutputValue> outputs =
                invocation.engine(chosen.environment()).state().read().outputs();
        if (chosen.others().isEmpty()) {
            all(outputs);
        } else {
            one(chosen.others().get(0), outputs);
        }
        return 0;
    }

    private void all(Map<String, OutputValue> outputs) {
        if (raw) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--raw needs the name of an output");
        }
        if (outputs.isEmpty() && !json) {
            invocation.say("There are no outputs.\n");
            return;
        }
        invocation.print(
                invocation.renderers().outputs(Renderers.document(json)).render(outputs));
    }

    private void one(String name, Map<String, OutputValue> outputs) {
        OutputValue output = Optional.ofNullable(outputs.get(name)).orElseThrow(() -> missing(name, outputs));
        String format = raw ? Renderers.RAW : Renderers.document(json);
        invocation.print(invocation.renderers().output(format).render(new NamedOutput(name, output)));
    }

    private static DiagnosticsException missing(String name, Map<String, OutputValue> outputs) {
        String detail = outputs.isEmpty()
                ? "There are none: nothing was applied yet, or the definition has none."
                : "Outputs: " + String.join(", ", outputs.keySet()) + ".";
        return new DiagnosticsException(Diagnostic.error("Output \"" + name + "\" not found", detail)
                .withHint(Suggestion.didYouMean(name, outputs.keySet()).orElse(null)));
    }
}
