package dev.corbel.dsl.cache;

import dev.corbel.dsl.program.Program;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes programs as bytes; {@link ProgramBytes} reads them. */
final class ProgramWriter {
    static final int NULL = 0;
    static final int TEXT = 1;
    static final int KNOWN_TEXT = 2;
    static final int INTEGER = 3;
    static final int LONG = 4;
    static final int DECIMAL = 5;
    static final int WHOLE = 6;
    static final int TRUE = 7;
    static final int FALSE = 8;
    static final int LIST = 9;
    static final int RANGE = 10;
    static final int DOUBLE = 11;
    static final int FLOAT = 12;
    static final int FIRST_RECORD = 32;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Map<String, Integer> texts = new HashMap<>();

    private ProgramWriter() {}

    static byte[] write(Program program) {
        ProgramWriter writer = new ProgramWriter();
        try {
            writer.write((Object) program);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return writer.bytes.toByteArray();
    }

    private void write(@Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte(NULL);
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Boolean known) {
            out.writeByte(known ? TRUE : FALSE);
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof List<?> list) {
            out.writeByte(LIST);
            out.writeInt(list.size());
            for (Object element : list) {
                write(element);
            }
        } else if (value instanceof SourceRange range) {
            out.writeByte(RANGE);
            out.writeInt(range.line());
            out.writeShort(range.column());
            out.writeInt(range.endLine());
            out.writeShort(range.endColumn());
        } else {
            record(value);
        }
    }

    private void record(Object value) throws IOException {
        Integer number = ProgramShapes.number(value);
        if (number == null) {
            throw new IllegalArgumentException("programs do not contain a " + value.getClass());
        }
        out.writeByte(FIRST_RECORD + number);
        ProgramShapes.Shape shape = ProgramShapes.shape(number);
        for (int i = 0; i < shape.size(); i++) {
            write(shape.part(value, i));
        }
    }

    private void text(String text) throws IOException {
        Integer known = texts.get(text);
        if (known != null) {
            out.writeByte(KNOWN_TEXT);
            out.writeInt(known);
            return;
        }
        texts.put(text, texts.size());
        byte[] encoded = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.writeByte(TEXT);
        out.writeInt(encoded.length);
        out.write(encoded);
    }

    private void number(Number number) throws IOException {
        if (number instanceof Integer whole) {
            out.writeByte(INTEGER);
            out.writeInt(whole);
        } else if (number instanceof Long whole) {
            out.writeByte(LONG);
            out.writeLong(whole);
        } else if (number instanceof BigDecimal || number instanceof BigInteger) {
            out.writeByte(number instanceof BigDecimal ? DECIMAL : WHOLE);
            out.writeUTF(number.toString());
        } else {
            out.writeByte(number instanceof Float ? FLOAT : DOUBLE);
            out.writeDouble(number.doubleValue());
        }
    }
}
