package dev.corbel.state.json;

import dev.corbel.state.encryption.ContentKind;
import dev.corbel.state.encryption.DecryptionException;
import dev.corbel.state.encryption.DecryptionKey;
import dev.corbel.state.encryption.EncryptionKey;
import dev.corbel.state.encryption.RecordBinding;
import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.journal.JournalEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a journal as they are kept: headers in the clear, entries encrypted or not. */
public final class JournalLines {
    private static final byte[] START = "{\"sealed\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\"}".getBytes(StandardCharsets.US_ASCII);

    private final JournalJson json = new JournalJson();
    private final StateEncryption encryption;

    // Of the segment that is read.
    private JournalEntry.@Nullable Header header;
    private @Nullable DecryptionKey key;

    /** For reading. */
    public JournalLines(StateEncryption encryption) {
        this.encryption = encryption;
    }

    /** The lines of one journal, for writing. The key is asked for with the first line. */
    public static final class Writing {
        private final StateEncryption encryption;
        private final String lineage;
        private final long serial;
        private final String journal;

        /**
         * @param lineage of the snapshot that the journal goes on from
         * @param serial of the same
         * @param journal its id
         */
        public Writing(StateEncryption encryption, String lineage, long serial, String journal) {
            this.encryption = encryption;
            this.lineage = lineage;
            this.serial = serial;
            this.journal = journal;
        }

        /** The first line of a segment. */
        public byte[] header(long segment) {
            return JournalJson.write(new JournalEntry.Header(
                    encryption.environment(),
                    lineage,
                    serial,
                    journal,
                    segment,
                    encryption.encryptionKey().map(EncryptionKey::wrapped).orElse(List.of())));
        }

        /** Any other line. */
        public byte[] entry(long sequence, byte[] entry) {
            Optional<EncryptionKey> encryptionKey = encryption.encryptionKey();
            if (encryptionKey.isEmpty()) {
                return entry;
            }
            byte[] encrypted = encryptionKey
                    .get()
                    .encrypt(entry, place(encryption.environment(), lineage, serial, journal, sequence));
            byte[] text = Base64.getEncoder().encode(encrypted);
            byte[] line = Arrays.copyOf(START, START.length + text.length + END.length);
            System.arraycopy(text, 0, line, START.length, text.length);
            System.arraycopy(END, 0, line, START.length + text.length, END.length);
            return line;
        }
    }

    /** Reads the first line of a segment, if it is one. Nothing in it is proven before an entry was read. */
    public Optional<JournalEntry.Header> header(byte[] data, int offset, int length) throws IOException {
        if (isSealed(data, offset, length) || !(json.read(data, offset, length) instanceof JournalEntry.Header found)) {
            return Optional.empty();
        }
        header = found;
        key = null;
        return Optional.of(found);
    }

    /** Reads another line of the segment whose header was read last. */
    public JournalEntry entry(long sequence, byte[] data, int offset, int length) throws IOException {
        JournalEntry.Header segment = header;
        if (segment == null) {
            throw new IllegalStateException("the header comes first");
        }
        if (!segment.keys().isEmpty()) {
            byte[] entry = decrypted(segment, sequence, data, offset, length);
            return json.read(entry, 0, entry.length);
        }
        if (isSealed(data, offset, length)) {
            throw DecryptionException.malformed(ContentKind.JOURNAL, "Its first line says that it is in the clear");
        }
        encryption.checkClear(ContentKind.JOURNAL);
        return json.read(data, offset, length);
    }

    private byte[] decrypted(JournalEntry.Header segment, long sequence, byte[] data, int offset, int length)
            throws IOException {
        if (!isSealed(data, offset, length)) {
            throw DecryptionException.malformed(ContentKind.JOURNAL, "A line of it is in the clear");
        }
        if (key == null) {
            encryption.checkEnvironment(ContentKind.JOURNAL, segment.environment());
            key = encryption.decryptionKey(ContentKind.JOURNAL, segment.keys());
        }
        byte[] text = Arrays.copyOfRange(data, offset + START.length, offset + length - END.length);
        byte[] encrypted;
        try {
            encrypted = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException altered) {
            throw DecryptionException.malformed(ContentKind.JOURNAL, "A line of it is no Base64");
        }
        return key.decrypt(
                encrypted,
                place(segment.environment(), segment.lineage(), segment.serial(), segment.journal(), sequence));
    }

    private static boolean isSealed(byte[] data, int offset, int length) {
        return length >= START.length + END.length
                && Arrays.equals(data, offset, offset + START.length, START, 0, START.length);
    }

    private static RecordBinding place(String environment, String lineage, long serial, String journal, long sequence) {
        return new RecordBinding(ContentKind.JOURNAL, environment, lineage, serial, journal, sequence, false);
    }
}
