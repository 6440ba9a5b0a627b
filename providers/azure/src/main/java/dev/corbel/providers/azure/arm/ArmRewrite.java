package dev.corbel.providers.azure.arm;

import dev.corbel.clients.azure.ArmException;
import dev.corbel.clients.azure.CallOptions;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import java.util.Optional;

/**
 * Reads an object, changes its document and writes it back, so that no change of anyone else's gets lost: within this process one does so
 * at a time, and Azure refuses the write where the object has another ETag by then, after which all begins again.
 */
final class ArmRewrite {
    /** The number of times that others may be faster. */
    private static final int ATTEMPTS = 20;

    private static final int PRECONDITION_FAILED = 412;

    private final ArmSession session;
    private final ArmId id;
    private final String apiVersion;

    ArmRewrite(ArmSession session, ArmId id, String apiVersion) {
        this.session = session;
        this.id = id;
        this.apiVersion = apiVersion;
    }

    /** Reads the object as it is. */
    @FunctionalInterface
    interface Source {
        MapValue read() throws ProviderException;
    }

    /** Makes the body to write of a document; empty where nothing is left to do. */
    @FunctionalInterface
    interface Change {
        Optional<MapValue> of(MapValue document) throws ProviderException;
    }

    /** The document as it is then. */
    MapValue write(Source source, Change change, CallOptions options) throws ProviderException {
        synchronized (session.turn(ArmSpelling.plain(id.text()))) {
            for (int left = ATTEMPTS; true; left--) {
                MapValue document = source.read();
                Optional<MapValue> body = change.of(document);
                if (body.isEmpty()) {
                    return document;
                }
                Optional<String> etag = document.text("etag");
                CallOptions sent = etag.isPresent() ? options.ifMatch(etag.get()) : options;
                try {
                    return session.arm().put(id.text(), apiVersion, body.get(), sent);
                } catch (ArmException refusal) {
                    if (refusal.status() != PRECONDITION_FAILED || left == 1) {
                        throw refusal;
                    }
                }
            }
        }
    }
}
