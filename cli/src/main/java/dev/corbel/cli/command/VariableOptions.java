package dev.corbel.cli.command;

import dev.corbel.cli.terminal.Console;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.dsl.variable.VariableSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Values of variables from outside. */
final class VariableOptions {
    @Option(
            names = "--var",
            paramLabel = "NAME=VALUE",
            description = "The value of a variable. May be given several times.")
    List<String> values = new ArrayList<>();

    @Option(
            names = "--var-file",
            paramLabel = "FILE",
            description = "Values of variables, as YAML or JSON. May be given several times; later ones win.")
    List<Path> files = new ArrayList<>();

    /** What the environment, the files and the options say; what comes later wins. */
    VariableInputs inputs(Console console) {
        List<Path> found =
                files.stream().map(file -> console.directory().resolve(file)).toList();
        return VariableSources.read(console.variables(), found, values);
    }

    boolean areGiven() {
        return !values.isEmpty() || !files.isEmpty();
    }
}
