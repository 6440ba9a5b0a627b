package dev.corbel.dsl.function;

import dev.corbel.providers.api.value.Value;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Functions that write texts in other forms. */
final class Texts {
    /** The identification of gzip, the method, and an unknown system. */
    private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    /** The last block of a stream, with nothing in it. */
    private static final byte[] EMPTY_BLOCK = {1, 0, 0, (byte) 0xff, (byte) 0xff};

    private static final Map<String, String> NAMESPACES = Map.of(
            "dns", "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
            "url", "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
            "oid", "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
            "x500", "6ba7b814-9dad-11d1-80b4-00c04fd430c8");

    private Texts() {}

    static Value urlencode(Arguments given) {
        String encoded = URLEncoder.encode(given.text(0), StandardCharsets.UTF_8);
        return Value.of(encoded.replace("*", "%2A").replace("%7E", "~"));
    }

    static Value encode(Arguments given) {
        try {
            ByteBuffer bytes = charset(given, 1).newEncoder().encode(CharBuffer.wrap(given.text(0)));
            return Value.of(Base64.getEncoder().encodeToString(bytes(bytes)));
        } catch (CharacterCodingException missing) {
            throw given.wrong(0, "has a character that " + given.text(1) + " does not have");
        }
    }

    static Value decode(Arguments given) {
        Charset charset = charset(given, 1);
        try {
            byte[] bytes = Base64.getDecoder().decode(given.text(0));
            return Value.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (IllegalArgumentException | CharacterCodingException wrong) {
            throw given.wrong(0, "must be base64 of a text in " + given.text(1));
        }
    }

    private static Charset charset(Arguments given, int position) {
        try {
            return Charset.forName(given.text(position));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw given.wrong(
                    position, "must be an encoding such as UTF-16LE, but is \"" + given.text(position) + "\"");
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** Frames the text as Terraform does: one flush, then an empty last block. */
    static Value gzip(Arguments given) {
        byte[] plain = given.text(0).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        zipped.writeBytes(GZIP);
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(plain);
            byte[] buffer = new byte[8192];
            int length = buffer.length;
            while (length == buffer.length) {
                length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
                zipped.write(buffer, 0, length);
            }
        } finally {
            deflater.end();
        }
        zipped.writeBytes(EMPTY_BLOCK);
        CRC32 sum = new CRC32();
        sum.update(plain);
        zipped.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) sum.getValue())
                .putInt(plain.length)
                .array());
        return Value.of(Base64.getEncoder().encodeToString(zipped.toByteArray()));
    }

    static Value uuid(Arguments given) {
        String name = given.text(0);
        UUID namespace;
        try {
            namespace = UUID.fromString(NAMESPACES.getOrDefault(name, name));
        } catch (IllegalArgumentException none) {
            throw given.wrong(0, "must be dns, url, oid, x500 or a UUID, but is \"" + name + "\"");
        }
        byte[] text = given.text(1).getBytes(StandardCharsets.UTF_8);
        byte[] whole = ByteBuffer.allocate(16 + text.length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(text)
                .array();
        ByteBuffer hash = ByteBuffer.wrap(Digests.of("SHA-1", whole));
        long high = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
        long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return Value.of(new UUID(high, low).toString());
    }
}
