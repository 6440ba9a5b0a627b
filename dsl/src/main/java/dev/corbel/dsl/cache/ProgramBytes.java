package dev.corbel.dsl.cache;

import dev.corbel.dsl.program.Program;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads programs from the bytes that {@link ProgramWriter} wrote. */
final class ProgramBytes {
    private final DataInputStream in;
    private final String file;
    private final List<String> texts = new ArrayList<>();

    private ProgramBytes(byte[] bytes, String file) {
        this.in = new DataInputStream(new java.io.ByteArrayInputStream(bytes));
        this.file = file;
    }

    /** The program; an exception of any kind where the bytes are not one. */
    static Program read(byte[] bytes, String file) throws IOException {
        return (Program) java.util.Objects.requireNonNull(new ProgramBytes(bytes, file).value());
    }

    private @Nullable Object value() throws IOException {
        int tag = in.readUnsignedByte();
        if (tag >= ProgramWriter.FIRST_RECORD) {
            ProgramShapes.Shape shape = ProgramShapes.shape(tag - ProgramWriter.FIRST_RECORD);
            @Nullable Object[] parts = new @Nullable Object[shape.size()];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = value();
            }
            return shape.make(parts);
        }
        return switch (tag) {
            case ProgramWriter.NULL -> null;
            case ProgramWriter.TEXT -> text();
            case ProgramWriter.KNOWN_TEXT -> texts.get(in.readInt());
            case ProgramWriter.INTEGER -> in.readInt();
            case ProgramWriter.LONG -> in.readLong();
            case ProgramWriter.DECIMAL -> new BigDecimal(in.readUTF());
            case ProgramWriter.WHOLE -> new BigInteger(in.readUTF());
            case ProgramWriter.TRUE -> true;
            case ProgramWriter.FALSE -> false;
            case ProgramWriter.LIST -> list();
            case ProgramWriter.RANGE ->
                new SourceRange(file, in.readInt(), in.readUnsignedShort(), in.readInt(), in.readUnsignedShort());
            case ProgramWriter.DOUBLE -> in.readDouble();
            case ProgramWriter.FLOAT -> (float) in.readDouble();
            default -> throw new IOException("unknown tag " + tag);
        };
    }

    private String text() throws IOException {
        String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        texts.add(text);
        return text;
    }

    private List<@Nullable Object> list() throws IOException {
        int size = in.readInt();
        List<@Nullable Object> elements = new ArrayList<>(Math.min(size, 1000));
        for (int i = 0; i < size; i++) {
            elements.add(value());
        }
        return elements;
    }
}
