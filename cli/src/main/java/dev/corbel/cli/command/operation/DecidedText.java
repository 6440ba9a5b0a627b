package dev.corbel.cli.command.operation;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells the references by whose values a definition decided what is declared. */
final class DecidedText {
    private DecidedText() {}

    /** The line; empty where none did. */
    static Optional<String> of(Map<String, Value> decided) {
        return decided.isEmpty()
                ? Optional.empty()
                : Optional.of(decided.entrySet().stream()
                        .map(entry -> entry.getKey() + size(entry.getValue().unmarked()))
                        .collect(Collectors.joining(", ", "What is declared is decided by ", ".\n")));
    }

    private static String size(Value value) {
        int size = value instanceof ListValue list
                ? list.elements().size()
                : value instanceof MapValue map ? map.entries().size() : -1;
        return size < 0 ? "" : size == 1 ? " (1 element)" : " (" + size + " elements)";
    }
}
