package dev.corbel.engine.definition;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads definitions in files that are not the project's. */
final class DefinitionFile {
    private DefinitionFile() {}

    /**
     * The text of a file. Fails where it does not exist or is no text.
     *
     * @param name as people gave it
     */
    static String read(Path file, String name) {
        if (!Files.isRegularFile(file)) {
            throw new DiagnosticsException(Diagnostic.error("The file " + name + " does not exist", ""));
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException binary) {
            throw new DiagnosticsException(
                    Diagnostic.error("The file " + name + " is no definition", "It is not in UTF-8."), binary);
        } catch (IOException failure) {
            throw new DiagnosticsException(
                    Diagnostic.error("The file " + name + " cannot be read", failure.getMessage() + "."), failure);
        }
    }
}
