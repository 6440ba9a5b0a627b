package dev.corbel.emulators.hosts;

import dev.corbel.emulators.BuildFolder;
import dev.corbel.emulators.ProgramRun;
import java.util.ArrayList;
import java.util.List;

/** The scripts in {@code providers/onprem/test-hosts}. */
final class HostScripts {
    private static final String FOLDER = "providers/onprem/test-hosts/";

    private HostScripts() {}

    /** Runs a script to its end, whichever that is. */
    static ProgramRun run(String script, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(BuildFolder.file(FOLDER + script).toString());
        command.addAll(arguments);
        return ProgramRun.of(command);
    }

    /** The stdout of a script that has to end well. */
    static String output(String script, List<String> arguments) {
        ProgramRun run = run(script, arguments);
        if (run.exitCode() != 0) {
            throw new IllegalStateException(
                    script + " " + String.join(" ", arguments) + " ended with " + run.exitCode() + ":\n" + run.err());
        }
        return run.out();
    }
}
