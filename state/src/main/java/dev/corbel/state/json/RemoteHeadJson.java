package dev.corbel.state.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.RemoteHead;
import dev.corbel.state.model.RemoteHead.Holding;
import dev.corbel.state.model.RemoteHead.JournalPosition;
import dev.corbel.state.model.RemoteHead.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The head of a remote store in JSON. */
public final class RemoteHeadJson {
    private @Nullable Long format;
    private @Nullable String environment;
    private @Nullable Long counter;
    private @Nullable Long fence;
    private @Nullable String session;
    private @Nullable LockHolder holder;
    private @Nullable String lineage;
    private @Nullable String journal;
    private @Nullable Snapshot snapshot;
    private @Nullable JournalPosition live;
    private final List<String> seals = new ArrayList<>();
    private final List<Snapshot> history = new ArrayList<>();

    private RemoteHeadJson() {}

    public static byte[] write(RemoteHead head) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonInput.FACTORY.createGenerator(bytes)) {
            json.useDefaultPrettyPrinter();
            write(head, json);
            json.writeRaw('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(RemoteHead head, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", StateDocumentWriter.FORMAT);
        json.writeStringField("environment", head.environment());
        json.writeNumberField("counter", head.counter());
        json.writeNumberField("fence", head.fence());
        if (head.holding().isPresent()) {
            json.writeStringField("session", head.holding().get().session());
            json.writeFieldName("holder");
            LockHolderJson.write(head.holding().get().holder(), json);
        }
        json.writeStringField("lineage", head.lineage());
        json.writeStringField("journal", head.journal());
        if (head.snapshot().isPresent()) {
            json.writeFieldName("snapshot");
            write(head.snapshot().get(), json);
        }
        json.writeObjectFieldStart("live");
        json.writeNumberField("fence", head.live().fence());
        json.writeNumberField("number", head.live().number());
        json.writeEndObject();
        json.writeArrayFieldStart("seals");
        for (String seal : head.seals()) {
            json.writeString(seal);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("history");
        for (Snapshot former : head.history()) {
            write(former, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Snapshot snapshot, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", snapshot.name());
        json.writeNumberField("serial", snapshot.serial());
        json.writeStringField("sha256", snapshot.sha256());
        json.writeStringField("written", snapshot.written().toString());
        json.writeEndObject();
    }

    /** Reads it; errors as in {@link StateDocumentReader#read}. */
    public static RemoteHead read(byte[] text) throws IOException {
        return JsonInput.document(new ByteArrayInputStream(text), input -> new RemoteHeadJson().head(input));
    }

    private RemoteHead head(JsonInput input) throws IOException {
        input.object(name -> {
            switch (name) {
                case "format" -> format = format(input);
                case "environment" -> environment = input.text();
                case "counter" -> counter = input.integer();
                case "fence" -> fence = input.integer();
                case "session" -> session = input.text();
                case "holder" -> holder = LockHolderJson.read(input);
                case "lineage" -> lineage = input.text();
                case "journal" -> journal = input.text();
                case "snapshot" -> snapshot = snapshot(input);
                case "live" -> live = position(input);
                case "seals" -> input.array(() -> seals.add(input.text()));
                case "history" -> input.array(() -> history.add(snapshot(input)));
                default -> throw input.unknownField(name);
            }
        });
        input.required(format, "format");
        return new RemoteHead(
                input.required(environment, "environment"),
                input.required(counter, "counter"),
                input.required(fence, "fence"),
                holding(input),
                input.required(lineage, "lineage"),
                input.required(journal, "journal"),
                Optional.ofNullable(snapshot),
                input.required(live, "live"),
                seals,
                history);
    }

    private Optional<Holding> holding(JsonInput input) throws IOException {
        LockHolder known = holder;
        return known == null ? Optional.empty() : Optional.of(new Holding(input.required(session, "session"), known));
    }

    private static long format(JsonInput input) throws IOException {
        long format = input.integer();
        if (format > StateDocumentWriter.FORMAT) {
            throw new NewerFormatException(format);
        }
        return format;
    }

    private static Snapshot snapshot(JsonInput input) throws IOException {
        @Nullable String[] texts = new @Nullable String[2];
        @Nullable Long[] serial = new @Nullable Long[1];
        @Nullable Instant[] written = new @Nullable Instant[1];
        input.object(name -> {
            switch (name) {
                case "name" -> texts[0] = input.text();
                case "serial" -> serial[0] = input.integer();
                case "sha256" -> texts[1] = input.text();
                case "written" -> written[0] = input.instant();
                default -> throw input.unknownField(name);
            }
        });
        return new Snapshot(
                input.required(texts[0], "name"),
                input.required(serial[0], "serial"),
                input.required(texts[1], "sha256"),
                input.required(written[0], "written"));
    }

    private static JournalPosition position(JsonInput input) throws IOException {
        @Nullable Long[] numbers = new @Nullable Long[2];
        input.object(name -> {
            switch (name) {
                case "fence" -> numbers[0] = input.integer();
                case "number" -> numbers[1] = input.integer();
                default -> throw input.unknownField(name);
            }
        });
        return new JournalPosition(input.required(numbers[0], "fence"), input.required(numbers[1], "number"));
    }
}
