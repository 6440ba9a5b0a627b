package dev.corbel.state.azure;

/**
 * How the storage account knows who asks.
 *
 * @param secret a key or a token; empty for who is signed in
 */
record BlobCredential(Kind kind, String secret) {
    static final BlobCredential IDENTITY = new BlobCredential(Kind.IDENTITY, "");

    /** What it is. */
    enum Kind {
        /** A key of the account. */
        KEY,
        /** A shared access signature. */
        TOKEN,
        /** A managed or workload identity, a service principal, or who signed in with the Azure CLI. */
        IDENTITY
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return kind.name();
    }
}
