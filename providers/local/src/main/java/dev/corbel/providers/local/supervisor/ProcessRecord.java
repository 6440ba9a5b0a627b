package dev.corbel.providers.local.supervisor;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The processes of a job in a file of its folder, for a supervisor that comes after this one. */
record ProcessRecord(Path folder) {
    private static final String FILE = "processes.json";

    /** The processes that were started last; some of them may have ended. */
    List<RunningProcess> read() throws IOException {
        Optional<String> text = PrivateFiles.read(folder.resolve(FILE));
        List<RunningProcess> processes = new ArrayList<>();
        if (text.isPresent() && ValueJson.read(text.get()) instanceof ListValue list) {
            for (Value element : list.elements()) {
                if (element instanceof MapValue content) {
                    RunningProcess.of(content).ifPresent(processes::add);
                }
            }
        }
        return processes;
    }

    /** Replaces what is recorded; there may be one, two or none. */
    void write(@Nullable RunningProcess one, @Nullable RunningProcess other) throws IOException {
        List<Value> processes = new ArrayList<>();
        if (one != null) {
            processes.add(one.content());
        }
        if (other != null) {
            processes.add(other.content());
        }
        PrivateFiles.write(folder.resolve(FILE), ValueJson.write(Value.list(processes)));
    }
}
