package dev.corbel.providers.simulator;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file with a line per call. Each line goes out in one write to a file opened for appending, which the operating
 * system keeps whole among many processes. The file is opened anew for each call, since anybody may delete it meanwhile.
 */
final class CallLog {
    private static final DateTimeFormatter NANOSECONDS =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    private final Path directory;
    private final Path file;

    CallLog(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("calls.jsonl");
    }

    /** Appends a line per call. Where the directory cannot be written nothing can change, and reading it leaves no line. */
    void append(List<LoggedCall> calls, Instant startedAt, Instant endedAt) throws IOException {
        if (calls.isEmpty() || (Files.exists(directory) && !Files.isWritable(directory))) {
            return;
        }
        Files.createDirectories(directory);
        // A stream and no channel, so that an interrupted thread still gets its line written.
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            for (LoggedCall call : calls) {
                String line = ValueJson.write(line(call, startedAt, endedAt)) + "\n";
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static MapValue line(LoggedCall call, Instant startedAt, Instant endedAt) {
        Map<String, Value> line = new LinkedHashMap<>();
        line.put("op", Value.of(call.op()));
        line.put("id", textOrNull(call.id()));
        line.put("name", textOrNull(call.name()));
        line.put("startedAt", Value.of(NANOSECONDS.format(startedAt)));
        line.put("endedAt", Value.of(NANOSECONDS.format(endedAt)));
        line.put("ok", Value.of(call.ok()));
        return new MapValue(line);
    }

    private static Value textOrNull(Optional<String> text) {
        return text.isPresent() ? Value.of(text.get()) : Value.ofNull();
    }
}
