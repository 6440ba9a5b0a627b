package dev.corbel.state.encryption;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The place of a piece of encrypted content: the associated data with which it is authenticated. It can be decrypted in this
 * place and no other.
 *
 * @param lineage of the state that it is, or goes on from
 * @param serial of the same
 * @param journal the id of the journal that it belongs to, or that a snapshot holds; empty where there is none
 * @param sequence counts the pieces of a document from 0, and the lines of a journal from 1
 * @param last whether the document ends with it
 */
public record RecordBinding(
        ContentKind kind,
        String environment,
        String lineage,
        long serial,
        String journal,
        long sequence,
        boolean last) {
    private static final String FORMAT = "corbel 1";

    /** The same place in the next piece. */
    public RecordBinding piece(long number, boolean ends) {
        return new RecordBinding(kind, environment, lineage, serial, journal, number, ends);
    }

    /** Different places have different bytes: each text stands after its length. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream data = new DataOutputStream(bytes)) {
            data.writeUTF(FORMAT);
            data.writeUTF(kind.name());
            data.writeUTF(environment);
            data.writeUTF(lineage);
            data.writeLong(serial);
            data.writeUTF(journal);
            data.writeLong(sequence);
            data.writeBoolean(last);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
