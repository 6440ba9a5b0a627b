package dev.corbel.state.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.state.encryption.WrappedKey;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.journal.JournalEntry;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.StateChange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Journal entries in JSON, one on a line. */
public final class JournalJson {
    private final AddressJson addresses = new AddressJson();

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    public static byte[] write(JournalEntry.Header header) {
        return line("journal", json -> {
            json.writeNumberField("format", StateDocumentWriter.FORMAT);
            json.writeStringField("environment", header.environment());
            json.writeStringField("lineage", header.lineage());
            json.writeNumberField("serial", header.serial());
            json.writeStringField("id", header.journal());
            json.writeNumberField("segment", header.segment());
            if (!header.keys().isEmpty()) {
                WrappedKeysJson.write("encryption", header.keys(), json);
            }
        });
    }

    public static byte[] write(Intent intent) {
        return line("intent", json -> IntentJson.fields(intent, json));
    }

    public static byte[] write(Result result) {
        return line("result", json -> {
            if (result.operation().isPresent()) {
                json.writeStringField("operation", result.operation().get());
            }
            json.writeArrayFieldStart("changes");
            for (StateChange change : result.changes()) {
                ChangeJson.write(change, json);
            }
            json.writeEndArray();
        });
    }

    private static byte[] line(String entry, Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JsonInput.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("entry", entry);
            body.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Reads an entry; errors as in {@link StateDocumentReader#read}. */
    public JournalEntry read(byte[] data, int offset, int length) throws IOException {
        return JsonInput.document(new ByteArrayInputStream(data, offset, length), this::read);
    }

    private JournalEntry read(JsonInput input) throws IOException {
        IntentJson intent = IntentJson.start();
        EntryFields fields = new EntryFields();
        input.object(name -> {
            if (name.equals("entry")) {
                fields.kind = input.text();
            } else if (fields.kind.equals("intent")) {
                if (!intent.field(name, input, addresses)) {
                    throw input.unknownField(name);
                }
            } else {
                fields.read(name, input, addresses);
            }
        });
        return switch (fields.kind) {
            case "intent" -> new JournalEntry.Intended(intent.intent(input));
            case "result" ->
                new JournalEntry.Recorded(new Result(Optional.ofNullable(fields.operation), fields.changes));
            case "journal" -> fields.header(input);
            default -> throw input.problem("there is no entry \"" + fields.kind + "\"");
        };
    }

    private static final class EntryFields {
        private String kind = "";
        private @Nullable String operation;
        private @Nullable String environment;
        private @Nullable String lineage;
        private @Nullable Long serial;
        private @Nullable String id;
        private @Nullable Long segment;
        private List<WrappedKey> keys = List.of();
        private final List<StateChange> changes = new ArrayList<>();

        void read(String name, JsonInput input, AddressJson addresses) throws IOException {
            switch (name) {
                case "operation" -> operation = input.text();
                case "changes" -> input.array(() -> changes.add(ChangeJson.read(input, addresses)));
                case "format" -> {
                    long format = input.integer();
                    if (format > StateDocumentWriter.FORMAT) {
                        throw new NewerFormatException(format);
                    }
                }
                case "environment" -> environment = input.text();
                case "lineage" -> lineage = input.text();
                case "serial" -> serial = input.integer();
                case "id" -> id = input.text();
                case "segment" -> segment = input.integer();
                case "encryption" -> keys = WrappedKeysJson.read(input);
                default -> throw input.unknownField(name);
            }
        }

        JournalEntry.Header header(JsonInput input) throws IOException {
            return new JournalEntry.Header(
                    input.required(environment, "environment"),
                    input.required(lineage, "lineage"),
                    input.required(serial, "serial"),
                    input.required(id, "id"),
                    input.required(segment, "segment"),
                    keys);
        }
    }
}
