package dev.corbel.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Values of variables from outside. */
final class VariableOptions {
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

    boolean areGiven() {
        return !values.isEmpty() || !files.isEmpty();
    }
}
