package dev.corbel.cli.command;

import dev.corbel.cli.terminal.Console;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.dsl.variable.VariableInputs.Given;
import dev.corbel.dsl.variable.VariableInputs.Origin;
import dev.corbel.providers.api.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Values of variables from outside. */
final class VariableOptions {
    private static final String PREFIX = "CORBEL_VAR_";

    @Option(
            names = "--var",
            paramLabel = "NAME=VALUE",
            description = "The value of a variable. May be given several times.")
    Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--var-file",
            paramLabel = "FILE",
            description = "Values of variables, as YAML or JSON. May be given several times; later ones win.")
    List<Path> files = new ArrayList<>();

    /** What the environment variables, the files and the options say; what comes later wins. */
    VariableInputs inputs(Console console) {
        Map<String, Given> given = new LinkedHashMap<>();
        console.variables().forEach((name, text) -> {
            if (name.startsWith(PREFIX)) {
                given.put(name.substring(PREFIX.length()), new Given(Value.of(text), true, Origin.ENVIRONMENT, name));
            }
        });
        VariableInputs inputs = new VariableInputs(given);
        Map<String, Given> options = new LinkedHashMap<>();
        values.forEach(
                (name, text) -> options.put(name, new Given(Value.of(text), true, Origin.OPTION, "--var " + name)));
        return inputs.and(new VariableInputs(options));
    }

    boolean areGiven() {
        return !values.isEmpty() || !files.isEmpty();
    }
}
