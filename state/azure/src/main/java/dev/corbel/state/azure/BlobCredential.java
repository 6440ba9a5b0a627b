package dev.corbel.state.azure;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The way in which the storage account knows who asks.
 *
 * @param secret a key or a token; empty for who is signed in
 */
record BlobCredential(Kind kind, String secret) {
    static final BlobCredential IDENTITY = new BlobCredential(Kind.IDENTITY, "");

    private static final Pattern TOKEN = Pattern.compile("\\??(\\w+=[^\\s&%]*(%[0-9a-fA-F]{2}[^\\s&%]*)*(&|$))+");

    /** The kind of the credential. */
    enum Kind {
        /** A key of the account. */
        KEY,
        /** A shared access signature. */
        TOKEN,
        /** A managed or workload identity, a service principal, or who signed in with the Azure CLI. */
        IDENTITY
    }

    /** @param origin where it comes from, for people */
    static BlobCredential key(String origin, String text) {
        try {
            Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException altered) {
            throw malformed(origin + " is no key of a storage account", "A key is base64, and this is not.");
        }
        return new BlobCredential(Kind.KEY, text);
    }

    /** @param origin where it comes from, for people */
    static BlobCredential token(String origin, String text) {
        if (!TOKEN.matcher(text).matches() || !text.contains("sig=")) {
            throw malformed(
                    origin + " is no shared access signature",
                    "One reads sv=…&sp=…&sig=…, without spaces, and with %XX for what an address cannot hold.");
        }
        return new BlobCredential(Kind.TOKEN, text);
    }

    private static DiagnosticsException malformed(String summary, String detail) {
        return new DiagnosticsException(Diagnostic.error(summary, detail).withHint("Copy it again, as a whole."));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return kind.name();
    }
}
