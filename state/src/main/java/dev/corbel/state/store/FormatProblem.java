package dev.corbel.state.store;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.state.encryption.DecryptionException;
import dev.corbel.state.json.NewerFormatException;
import dev.corbel.state.json.StateDocumentWriter;
import dev.corbel.state.json.StateFormatException;
import java.io.IOException;
import java.util.Optional;

/** The problem with a text that was read, in words. */
public final class FormatProblem {
    private FormatProblem() {}

    /**
     * Empty where the text is not to blame, nor the keys for it.
     *
     * @param place where the text is
     * @param name what it is, such as {@code The journal}
     * @param hint what to do where it is corrupt or was altered
     */
    public static Optional<DiagnosticsException> of(String place, String name, IOException cause, String hint) {
        if (cause instanceof NewerFormatException newer) {
            return Optional.of(new DiagnosticsException(
                    Diagnostic.error(
                                    name + " has a newer format",
                                    place + " has format " + newer.format()
                                            + "; this version of Corbel reads formats up to "
                                            + StateDocumentWriter.FORMAT + ".")
                            .withHint("Use the version of Corbel that wrote it, or a later one."),
                    cause));
        }
        if (cause instanceof StateFormatException broken) {
            SourceRange range = SourceRange.at(place, broken.line(), broken.column());
            return Optional.of(new DiagnosticsException(
                    Diagnostic.error(name + " is corrupt", range + ": " + broken.getMessage() + ".")
                            .at(range)
                            .withHint(hint),
                    cause));
        }
        if (cause instanceof DecryptionException sealed) {
            return Optional.of(sealed.problem(place, hint));
        }
        return Optional.empty();
    }
}
