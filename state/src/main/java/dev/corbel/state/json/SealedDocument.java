package dev.corbel.state.json;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.corbel.state.encryption.ContentKind;
import dev.corbel.state.encryption.DecryptionException;
import dev.corbel.state.encryption.DecryptionKey;
import dev.corbel.state.encryption.EncryptionKey;
import dev.corbel.state.encryption.RecordBinding;
import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.encryption.WrappedKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * An encrypted document in JSON: how it is encrypted, what it is of, and the content in pieces. What it is of can be read
 * without a key, and is bound to each piece.
 */
public final class SealedDocument {
    /** In bytes; so much of a document is in memory twice. */
    static final int PIECE = 48 << 10;

    private static final String FIRST_FIELD = "encryption";
    private static final int ENOUGH_TO_TELL = 64;

    private SealedDocument() {}

    /** The head, which can be read without a key. Only opening the content shows whether it is true. */
    public record Label(ContentKind kind, String environment, String lineage, long serial, String journal) {
        RecordBinding piece(long number, boolean last) {
            return new RecordBinding(kind, environment, lineage, serial, journal, number, last);
        }
    }

    /** Writes the content in the clear. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream clear) throws IOException;
    }

    /** Reads the content in the clear. What it returns counts only once all is read. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Label label, InputStream clear) throws IOException;
    }

    /** Tells whether a stream, which must support marks, begins as an encrypted document does. It stays where it was. */
    public static boolean begins(InputStream source) throws IOException {
        source.mark(ENOUGH_TO_TELL);
        String start = new String(source.readNBytes(ENOUGH_TO_TELL), StandardCharsets.UTF_8);
        source.reset();
        return start.replaceAll("\\s", "").startsWith("{\"" + FIRST_FIELD + "\"");
    }

    /** Writes a document and leaves the stream open. */
    public static void write(Label label, EncryptionKey key, OutputStream target, Content content) throws IOException {
        try (JsonGenerator json = JsonInput.FACTORY.createGenerator(target)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(DefaultPrettyPrinter.FixedSpaceIndenter.instance));
            json.writeStartObject();
            WrappedKeysJson.write(FIRST_FIELD, key.wrapped(), json);
            json.writeStringField("kind", label.kind().word());
            json.writeStringField("environment", label.environment());
            json.writeStringField("lineage", label.lineage());
            json.writeNumberField("serial", label.serial());
            json.writeStringField("journal", label.journal());
            json.writeArrayFieldStart("content");
            Pieces pieces = new Pieces(label, key, json);
            content.write(pieces);
            pieces.finish();
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /** Cuts what is written into pieces. A piece is encrypted when it is known whether another one follows. */
    private static final class Pieces extends OutputStream {
        private final Label label;
        private final EncryptionKey key;
        private final JsonGenerator json;
        private final byte[] piece = new byte[PIECE];
        private int filled;
        private long number;

        Pieces(Label label, EncryptionKey key, JsonGenerator json) {
            this.label = label;
            this.key = key;
            this.json = json;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] data, int offset, int length) throws IOException {
            int done = 0;
            while (done < length) {
                if (filled == PIECE) {
                    encrypt(false);
                }
                int part = Math.min(PIECE - filled, length - done);
                System.arraycopy(data, offset + done, piece, filled, part);
                filled += part;
                done += part;
            }
        }

        void finish() throws IOException {
            encrypt(true);
        }

        private void encrypt(boolean last) throws IOException {
            byte[] encrypted = key.encrypt(Arrays.copyOf(piece, filled), label.piece(number, last));
            json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, encrypted, 0, encrypted.length);
            number++;
            filled = 0;
        }
    }

    /** The head of a document; reads no further. */
    public static Label label(InputStream source) throws IOException {
        return JsonInput.beginning(source, input -> SealedHead.read(input).label(input));
    }

    /**
     * Reads a document to its end.
     *
     * @throws DecryptionException where it cannot be decrypted, or is not what was encrypted for this place
     */
    public static <T> T read(InputStream source, ContentKind kind, StateEncryption encryption, Reader<T> reader)
            throws IOException {
        return JsonInput.document(source, input -> {
            SealedHead head = SealedHead.read(input);
            Label label = head.label(input);
            List<WrappedKey> keys = head.keys(input);
            if (label.kind() != kind) {
                throw DecryptionException.malformed(
                        kind,
                        "It is no " + kind.word() + " but a " + label.kind().word());
            }
            encryption.checkEnvironment(kind, label.environment());
            OpenPieces pieces = new OpenPieces(label, encryption.decryptionKey(kind, keys), input);
            T content = reader.read(label, pieces);
            pieces.skipRest();
            input.leaveObject();
            if (kind == ContentKind.SNAPSHOT) {
                encryption.found(keys);
            }
            return content;
        });
    }

    /** Puts the pieces together again. No byte is handed out that was not authenticated. */
    private static final class OpenPieces extends InputStream {
        private final Label label;
        private final DecryptionKey key;
        private final JsonInput input;
        private byte[] piece = new byte[0];
        private int position;
        private long number;
        private boolean more;

        OpenPieces(Label label, DecryptionKey key, JsonInput input) throws IOException {
            this.label = label;
            this.key = key;
            this.input = input;
            this.more = input.nextElement();
            if (!more) {
                throw DecryptionException.malformed(label.kind(), "Its content is missing");
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            while (position == piece.length) {
                if (!more) {
                    return -1;
                }
                next();
            }
            int part = Math.min(length, piece.length - position);
            System.arraycopy(piece, position, target, offset, part);
            position += part;
            return part;
        }

        private void next() throws IOException {
            byte[] encrypted = input.binary();
            more = input.nextElement();
            piece = key.decrypt(encrypted, label.piece(number, !more));
            position = 0;
            number++;
        }

        void skipRest() throws IOException {
            while (more) {
                next();
            }
        }
    }
}
