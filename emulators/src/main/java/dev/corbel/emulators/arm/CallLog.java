package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The calls since the last reset, and the log with a JSON object a line for each. */
final class CallLog {
    private final OutputStream log;
    private final List<ArmCall> calls = new ArrayList<>();

    CallLog(OutputStream log) {
        this.log = log;
    }

    synchronized void add(ArmCall call) {
        calls.add(call);
        ObjectNode line = Trees.object();
        line.put("method", call.method())
                .put("path", call.path())
                .put("apiVersion", call.apiVersion())
                .put("status", call.status())
                .put("operation", call.operation())
                .put("startedAt", call.startedAt().toString())
                .put("endedAt", call.endedAt().toString());
        try {
            log.write(Trees.write(line));
            log.write('\n');
            log.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    synchronized List<ArmCall> calls() {
        return List.copyOf(calls);
    }

    synchronized void close() {
        try {
            log.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    synchronized void reset() {
        calls.clear();
    }
}
