package dev.corbel.cli.engine;

import dev.corbel.cli.environment.Environment;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.local.RescueFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** State that a run could not keep in its place, and that waits to be put there: a plan without it would forget what it knows. */
final class Rescued {
    private Rescued() {}

    /** Deletes a file that is in its place now; whether it was one. */
    static boolean settle(Environment environment, Path file) {
        Path whole = file.toAbsolutePath().normalize();
        try {
            return RescueFolder.files(environment.project(), environment.name()).contains(whole)
                    && Files.deleteIfExists(whole);
        } catch (IOException kept) {
            return false;
        }
    }

    /** Refuses to go on while there is such a state. */
    static void check(Environment environment) {
        List<Path> files = RescueFolder.files(environment.project(), environment.name());
        if (files.isEmpty()) {
            return;
        }
        String first = environment.project().relativize(files.get(0)).toString().replace('\\', '/');
        throw new DiagnosticsException(Diagnostic.error(
                        "What an earlier run did is not in the state of environment \"" + environment.name() + "\" yet",
                        "It could not be kept in its backend, and is in " + first + ".")
                .withHint("Put it there: corbel state push " + environment.name() + " " + first
                        + ". Where that is refused, compare the file with what corbel state pull prints, import what is"
                        + " missing, and delete the file."));
    }
}
