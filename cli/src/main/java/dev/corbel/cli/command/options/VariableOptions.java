package dev.corbel.cli.command.options;

import dev.corbel.cli.terminal.Console;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.dsl.variable.VariableSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Values of variables from outside. */
public final class VariableOptions {
    @Option(
            names = "--var",
            paramLabel = "NAME=VALUE",
            description = "The value of a variable. May be given several times.")
    private List<String> values = new ArrayList<>();

    @Option(
            names = "--var-file",
            paramLabel = "FILE",
            description = "Values of variables, as YAML or JSON. May be given several times; later ones win.")
    private List<Path> files = new ArrayList<>();

    /** The values that the environment, the files and the options give; what comes later wins. */
    public VariableInputs inputs(Console console) {
        List<Path> found =
                files.stream().map(file -> console.directory().resolve(file)).toList();
        return VariableSources.read(console.variables(), found, values);
    }

    public boolean areGiven() {
        return !values.isEmpty() || !files.isEmpty();
    }
}
