package dev.corbel.state.encryption;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Content cannot be decrypted, or must not be read as it is. */
public final class DecryptionException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String summary;
    private final @Nullable String hint;
    private final transient @Nullable SourceRange range;

    private DecryptionException(String summary, String detail, @Nullable String hint, Optional<SourceRange> range) {
        super(detail);
        this.summary = summary;
        this.hint = hint;
        this.range = range.orElse(null);
    }

    static DecryptionException altered(ContentKind kind) {
        return new DecryptionException(
                "The encrypted " + kind.word() + " was altered",
                "It is not what was encrypted for this place: it was changed or cut off, or it is of another"
                        + " environment, lineage or serial than it says",
                null,
                Optional.empty());
    }

    /** The problem that shows without a key, as a sentence without its full stop. */
    public static DecryptionException malformed(ContentKind kind, String problem) {
        return new DecryptionException(
                "The encrypted " + kind.word() + " was altered", problem, null, Optional.empty());
    }

    static DecryptionException noKey(ContentKind kind, List<WrappedKey> keys) {
        return new DecryptionException(
                "The " + kind.word() + " is encrypted",
                "It was encrypted with " + names(keys) + ", and the definition names no key",
                "Name it in the state block: encryption { " + first(keys) + " { … } }.",
                Optional.empty());
    }

    static DecryptionException otherKind(
            ContentKind kind, List<WrappedKey> keys, List<KeySource> sources, Optional<SourceRange> range) {
        return new DecryptionException(
                "The " + kind.word() + " was encrypted with another key",
                "It was encrypted with " + names(keys) + ", and the definition names "
                        + String.join(
                                " and ",
                                sources.stream().map(KeySource::description).toList()),
                "Add that key: encryption { …; formerly { " + first(keys) + " { … } } }.",
                range);
    }

    static DecryptionException wrongKey(ContentKind kind, List<KeySource> tried, Optional<SourceRange> range) {
        String names = String.join(
                ", nor with ", tried.stream().map(KeySource::description).toList());
        return new DecryptionException(
                "The " + kind.word() + " was encrypted with another key",
                "It cannot be decrypted with " + names,
                "Give the key that it was encrypted with. One that was replaced is named in encryption { …; formerly { … } }.",
                range);
    }

    static DecryptionException clear(ContentKind kind, Optional<SourceRange> range) {
        return new DecryptionException(
                "The " + kind.word() + " is not encrypted",
                "The definition asks for encryption, so it may be a forgery",
                "If it is yours, from before it was to be encrypted, say so: encryption { …; formerly { unencrypted { } } }.",
                range);
    }

    static DecryptionException otherEnvironment(ContentKind kind, String found, String expected) {
        return new DecryptionException(
                "This is the " + kind.word() + " of another environment",
                "It is of environment \"" + found + "\", not of \"" + expected + "\"",
                "Put each back in its own place.",
                Optional.empty());
    }

    /**
     * The problem for people.
     *
     * @param place what cannot be decrypted, as people know it
     * @param wayBack what to do where the content is lost; may be empty
     */
    public DiagnosticsException problem(String place, String wayBack) {
        String advice = hint == null && !wayBack.isEmpty() ? wayBack : hint;
        return new DiagnosticsException(
                Diagnostic.error(summary, place + ": " + getMessage() + ".")
                        .withHint(advice)
                        .at(range),
                this);
    }

    private static String names(List<WrappedKey> keys) {
        return String.join(" and ", keys.stream().map(DecryptionException::name).toList());
    }

    private static String name(WrappedKey key) {
        String parameter = key.parameters().get("key");
        return parameter == null
                ? "a key of the kind " + key.kind()
                : "the key " + parameter + " of the kind " + key.kind();
    }

    private static String first(List<WrappedKey> keys) {
        return keys.isEmpty() ? "passphrase" : keys.get(0).kind();
    }
}
