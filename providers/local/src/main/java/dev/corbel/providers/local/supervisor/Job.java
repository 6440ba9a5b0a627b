package dev.corbel.providers.local.supervisor;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What shall run.
 *
 * @param content as its file has it, without secrets
 */
public record Job(MapValue content) {
    /** The operation that made it. */
    public static final String TOKEN = "token";

    /** The attributes of its resource. */
    public static final String ATTRIBUTES = "attributes";

    public static final String CONFIGURATION = "configuration";
    public static final String COMMAND = "command";
    public static final String ENVIRONMENT = "environment";
    public static final String WORKING_DIRECTORY = "workingDirectory";
    public static final String PORT = "port";
    public static final String HEALTH_PATH = "healthPath";
    public static final String MEMORY = "memory";
    public static final String START_SECONDS = "startSeconds";
    public static final String STOP_SECONDS = "stopSeconds";

    /** Whether a process ends before another one starts. */
    public static final String STOPS_FIRST = "stopsFirst";

    /** The signal that asks its process to end, where that is not the usual one. */
    public static final String STOP_SIGNAL = "stopSignal";

    /** The user of a PostgreSQL server: one that takes clients is well. */
    public static final String DATABASE_USER = "databaseUser";

    /** The file in its folder with what its processes write. */
    public static final String LOG = "output.log";

    private static final String FILE = "job.json";
    public static final String TARGETS = "targets";
    public static final String STICKY = "sticky";

    private static final String SECRETS = "secrets.json";

    /** The job in a folder; empty where none was ever brought about there. */
    public static Optional<Job> load(Path folder) throws IOException {
        return map(folder.resolve(FILE)).map(Job::new);
    }

    /** Fails where another operation made the job that has its name, if any has. */
    void expectSame(@Nullable Job known) throws JobFailure {
        if (known != null && !known.token().equals(token())) {
            throw new JobFailure("Another one has its name.", List.of());
        }
    }

    void save(Path folder, MapValue secrets) throws IOException {
        PrivateFiles.write(folder.resolve(SECRETS), ValueJson.write(secrets));
        PrivateFiles.write(folder.resolve(FILE), ValueJson.write(content));
    }

    static MapValue secrets(Path folder) throws IOException {
        return map(folder.resolve(SECRETS)).orElse(MapValue.EMPTY);
    }

    private static Optional<MapValue> map(Path file) throws IOException {
        Optional<String> text = PrivateFiles.read(file);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Value value = ValueJson.read(text.get());
        if (!(value instanceof MapValue map)) {
            throw new IOException(file + " is damaged");
        }
        return Optional.of(map);
    }

    public String token() {
        return fields().required(TOKEN);
    }

    public MapValue attributes() {
        return fields().block(ATTRIBUTES).attributes();
    }

    public String configuration() {
        return fields().required(CONFIGURATION);
    }

    List<String> command() {
        return fields().texts(COMMAND);
    }

    Map<String, String> environment() {
        return fields().map(ENVIRONMENT);
    }

    @Nullable
    String workingDirectory() {
        return fields().text(WORKING_DIRECTORY);
    }

    /** The port that it always has; null where each process gets another one. */
    @Nullable
    Integer port() {
        return fields().number(PORT);
    }

    @Nullable
    String healthPath() {
        return fields().text(HEALTH_PATH);
    }

    @Nullable
    String databaseUser() {
        return fields().text(DATABASE_USER);
    }

    boolean stopsFirst() {
        return fields().isTrue(STOPS_FIRST);
    }

    String stopSignal() {
        return Optional.ofNullable(fields().text(STOP_SIGNAL)).orElse("");
    }

    /** Tells whether its port tells how it is; else it is well as long as it runs. */
    boolean asksPort() {
        return healthPath() != null || port() != null;
    }

    @Nullable
    Long memory() {
        return fields().longNumber(MEMORY);
    }

    /** The names of the containers that a balancer sends clients to. */
    List<String> targets() {
        return fields().texts(TARGETS);
    }

    boolean isSticky() {
        return fields().isTrue(STICKY);
    }

    Duration startTime() {
        return Duration.ofSeconds(
                Optional.ofNullable(fields().number(START_SECONDS)).orElse(30));
    }

    Duration stopTime() {
        return Duration.ofSeconds(
                Optional.ofNullable(fields().number(STOP_SECONDS)).orElse(10));
    }

    private DesiredAttributes fields() {
        return new DesiredAttributes(content);
    }
}
