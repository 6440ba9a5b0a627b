package dev.corbel.state.azure;

import dev.corbel.emulators.AzuriteServer;

/** A container of the emulator. */
record TestContainer(AzuriteServer server, String name) {

    static TestContainer on(AzuriteServer server) {
        return new TestContainer(server, server.newContainer());
    }

    BlobSettings settings() {
        return settings(new BlobCredential(BlobCredential.Kind.KEY, AzuriteServer.KEY));
    }

    BlobSettings settings(BlobCredential credential) {
        return new BlobSettings(server.endpoint().toString(), AzuriteServer.ACCOUNT, name, "corbel", credential);
    }

    BlobObjects connect(String environment) {
        return BlobObjects.connect(settings(), environment);
    }
}
