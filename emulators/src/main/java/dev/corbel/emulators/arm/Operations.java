package dev.corbel.emulators.arm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The long operations, those that have ended too. */
final class Operations {
    private final Map<String, Operation> all = new HashMap<>();
    private final List<Operation> running = new ArrayList<>();

    void start(Operation operation) {
        all.put(operation.id(), operation);
        running.add(operation);
    }

    Optional<Operation> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** The operation that works on this id now. */
    Optional<Operation> holding(String key) {
        return running.stream()
                .filter(operation -> operation.holds().contains(key))
                .findFirst();
    }

    /** The operation that changes or deletes this very resource now. */
    Optional<Operation> of(String key) {
        return running.stream()
                .filter(operation -> operation.target().key().equals(key))
                .findFirst();
    }

    /** Ends all operations whose time has come, in that order. */
    void settle(Instant now) {
        List<Operation> due = running.stream()
                .filter(operation -> !operation.endsAt().isAfter(now))
                .sorted(Comparator.comparing(Operation::endsAt))
                .toList();
        running.removeAll(due);
        due.forEach(Operation::finish);
    }
}
