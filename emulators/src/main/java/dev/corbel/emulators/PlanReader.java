package dev.corbel.emulators;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of others that read plans, each started by its script in {@code emulators/}; see {@link PlanReaderExtension}. */
public enum PlanReader {
    CHECKOV("checkov"),
    TERRAFORM_COMPLIANCE("terraform-compliance");

    private final String script;

    PlanReader(String script) {
        this.script = script;
    }

    /** Runs it to its end; the first run on a machine installs it. */
    public ProgramRun run(Path directory, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(EmulatorProcess.path(script).toString()));
        command.addAll(List.of(arguments));
        return ProgramRun.of(directory, command);
    }
}
