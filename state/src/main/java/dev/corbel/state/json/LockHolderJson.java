package dev.corbel.state.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.state.model.LockHolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The holder of a lock in JSON. */
public final class LockHolderJson {
    private @Nullable String id;
    private @Nullable String who;
    private @Nullable String host;
    private @Nullable Long process;
    private @Nullable String command;
    private @Nullable Instant since;

    private LockHolderJson() {}

    public static byte[] write(LockHolder holder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonInput.FACTORY.createGenerator(bytes)) {
            json.useDefaultPrettyPrinter();
            write(holder, json);
            json.writeRaw('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static void write(LockHolder holder, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", holder.id());
        json.writeStringField("who", holder.who());
        json.writeStringField("host", holder.host());
        json.writeNumberField("process", holder.process());
        json.writeStringField("command", holder.command());
        json.writeStringField("since", holder.since().toString());
        json.writeEndObject();
    }

    /** Reads it; a {@link StateFormatException} where the text is not one. */
    public static LockHolder read(byte[] text) throws IOException {
        return JsonInput.document(new ByteArrayInputStream(text), LockHolderJson::read);
    }

    static LockHolder read(JsonInput input) throws IOException {
        return new LockHolderJson().holder(input);
    }

    private LockHolder holder(JsonInput input) throws IOException {
        input.object(name -> {
            switch (name) {
                case "id" -> id = input.text();
                case "who" -> who = input.text();
                case "host" -> host = input.text();
                case "process" -> process = input.integer();
                case "command" -> command = input.text();
                case "since" -> since = input.instant();
                default -> throw input.unknownField(name);
            }
        });
        return new LockHolder(
                input.required(id, "id"),
                input.required(who, "who"),
                input.required(host, "host"),
                input.required(process, "process"),
                input.required(command, "command"),
                input.required(since, "since"));
    }
}
