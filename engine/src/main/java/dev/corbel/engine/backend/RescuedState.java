package dev.corbel.engine.backend;

import dev.corbel.engine.environment.Environment;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.local.RescueFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** State that a run could not keep in its backend, and that waits to be pushed: a plan without it would forget what it knows. */
public final class RescuedState {
    private RescuedState() {}

    /** Deletes a file whose state is in the backend now; false where it is no file of rescued state. */
    public static boolean settle(Environment environment, Path file) {
        Path whole = file.toAbsolutePath().normalize();
        try {
            return RescueFolder.files(environment.project(), environment.name()).contains(whole)
                    && Files.deleteIfExists(whole);
        } catch (IOException kept) {
            return false;
        }
    }

    /** Refuses to go on while there is such a state. */
    public static void check(Environment environment) {
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
