package dev.corbel.providers.local.supervisor;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the supervisor says of a job.
 *
 * @param running whether it is there
 * @param healthy whether it answers as it shall
 * @param restarts how often it was started again because it had ended
 * @param port the port that it has now; 0 where it has none
 * @param pid its process; 0 where it has none
 * @param configuration what it runs with
 */
public record JobStatus(boolean running, boolean healthy, int restarts, int port, long pid, String configuration) {
    /** Nothing runs, or no supervisor looks after it. */
    public static final JobStatus NONE = new JobStatus(false, false, 0, 0, 0, "");

    MapValue content() {
        Map<String, Value> entries = new LinkedHashMap<>();
        entries.put("running", Value.of(running));
        entries.put("healthy", Value.of(healthy));
        entries.put("restarts", Value.of(restarts));
        entries.put("port", Value.of(port));
        entries.put("pid", Value.of(pid));
        entries.put("configuration", Value.of(configuration));
        return new MapValue(entries);
    }

    public static JobStatus of(MapValue content) {
        DesiredAttributes fields = new DesiredAttributes(content);
        return new JobStatus(
                fields.isTrue("running"),
                fields.isTrue("healthy"),
                Optional.ofNullable(fields.number("restarts")).orElse(0),
                Optional.ofNullable(fields.number("port")).orElse(0),
                Optional.ofNullable(fields.longNumber("pid")).orElse(0L),
                Optional.ofNullable(fields.text("configuration")).orElse(""));
    }
}
