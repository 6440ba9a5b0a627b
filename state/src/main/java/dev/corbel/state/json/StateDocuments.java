package dev.corbel.state.json;

import dev.corbel.state.encryption.ContentKind;
import dev.corbel.state.encryption.DecryptionException;
import dev.corbel.state.encryption.EncryptionKey;
import dev.corbel.state.encryption.StateEncryption;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Snapshots as they are kept: encrypted or not, as the environment's encryption says. */
public final class StateDocuments {
    private StateDocuments() {}

    /** Writes a snapshot and leaves the stream open. */
    public static void write(StateDocument document, StateEncryption encryption, OutputStream target)
            throws IOException {
        Optional<EncryptionKey> key = encryption.encryptionKey();
        if (key.isEmpty()) {
            StateDocumentWriter.write(document, target);
        } else {
            SealedDocument.write(
                    label(document), key.get(), target, clear -> StateDocumentWriter.write(document, clear));
        }
        encryption.found(key.map(EncryptionKey::wrapped).orElse(List.of()));
    }

    /** Reads the snapshot that is kept; what is not encrypted, though it should be, is refused. */
    public static StateDocument read(InputStream source, StateEncryption encryption) throws IOException {
        InputStream marked = new BufferedInputStream(source);
        if (SealedDocument.begins(marked)) {
            return encrypted(marked, encryption);
        }
        encryption.checkClear(ContentKind.SNAPSHOT);
        StateDocument document = StateDocumentReader.read(marked);
        encryption.found(List.of());
        return document;
    }

    /** Reads a snapshot that somebody hands over, who answers for it, encrypted or not. */
    public static StateDocument readGiven(InputStream source, StateEncryption encryption) throws IOException {
        InputStream marked = new BufferedInputStream(source);
        return SealedDocument.begins(marked) ? encrypted(marked, encryption) : StateDocumentReader.read(marked);
    }

    private static StateDocument encrypted(InputStream source, StateEncryption encryption) throws IOException {
        return SealedDocument.read(source, ContentKind.SNAPSHOT, encryption, (label, clear) -> {
            StateDocument document = StateDocumentReader.read(clear);
            if (!label(document).equals(label)) {
                throw DecryptionException.malformed(ContentKind.SNAPSHOT, "It does not hold what it says to be");
            }
            return document;
        });
    }

    private static SealedDocument.Label label(StateDocument document) {
        return new SealedDocument.Label(
                ContentKind.SNAPSHOT,
                document.state().environment(),
                document.state().lineage(),
                document.state().serial(),
                document.journal());
    }
}
