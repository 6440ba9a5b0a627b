package dev.corbel.providers.simulator;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;

/** An object's file that somebody left in a form that is no object. */
final class CorruptFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    CorruptFileException(Path file, String problem) {
        super(file + ": " + problem);
        diagnostic = Diagnostic.error("The file of a sim_object is not readable", file + ": " + problem + ".")
                .withHint("Repair the file, or delete it to delete the object.");
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }

    ProviderException asFailure() {
        return new ProviderException(diagnostic).because(this);
    }
}
