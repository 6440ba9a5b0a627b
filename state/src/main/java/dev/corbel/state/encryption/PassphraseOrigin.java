package dev.corbel.state.encryption;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The origin of a passphrase, which is never the definition. */
sealed interface PassphraseOrigin {
    int MIN_LENGTH = 16;

    /** As part of a sentence. */
    String description();

    /** The passphrase; a {@link DiagnosticsException} where there is none that can be used. */
    String read();

    static DiagnosticsException problem(
            String summary, String detail, @Nullable String hint, Optional<SourceRange> range) {
        return new DiagnosticsException(
                Diagnostic.error(summary, detail).withHint(hint).at(range.orElse(null)));
    }

    static String checked(String passphrase, PassphraseOrigin origin, Optional<SourceRange> range) {
        if (passphrase.length() < MIN_LENGTH) {
            throw problem(
                    "A passphrase is too short",
                    "That in " + origin.place() + " has fewer than " + MIN_LENGTH + " characters.",
                    "Take a random one, such as openssl rand -base64 32 prints.",
                    range);
        }
        return passphrase;
    }

    /** The holder of the passphrase, as people know it. */
    String place();

    /** An environment variable. */
    record Variable(String name, Map<String, String> variables, Optional<SourceRange> range)
            implements PassphraseOrigin {
        @Override
        public String place() {
            return "the environment variable " + name;
        }

        @Override
        public String description() {
            return "the passphrase in " + place();
        }

        @Override
        public String read() {
            String passphrase = variables.get(name);
            if (passphrase == null || passphrase.isEmpty()) {
                throw problem(
                        "The environment variable " + name + " is not set",
                        "It holds the passphrase that state is encrypted with.",
                        "Set it, or name another one: passphrase { variable = 'NAME' }.",
                        range);
            }
            return checked(passphrase, this, range);
        }

        /** Names no values, since these are secrets. */
        @Override
        public String toString() {
            return description();
        }
    }

    /** A file for its owner alone. A line break at its end does not count. */
    record TextFile(Path file, String shown, Optional<SourceRange> range) implements PassphraseOrigin {
        private static final Set<PosixFilePermission> OWNER =
                EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

        @Override
        public String place() {
            return "the file " + shown;
        }

        @Override
        public String description() {
            return "the passphrase in " + place();
        }

        @Override
        public String read() {
            try {
                if (Files.getFileStore(file).supportsFileAttributeView("posix")
                        && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                    throw problem(
                            "The passphrase file " + shown + " is not for its owner alone",
                            "Others may read or change it.",
                            "Run chmod 600 " + shown + ".",
                            range);
                }
                String text = Files.readString(file, StandardCharsets.UTF_8);
                return checked(text.strip(), this, range);
            } catch (NoSuchFileException missing) {
                throw problem("Passphrase file " + shown + " not found", "", null, range);
            } catch (IOException unreadable) {
                // Its message may quote what the file says.
                throw problem("Cannot read the passphrase file " + shown, "It must be text in UTF-8.", null, range);
            }
        }
    }
}
