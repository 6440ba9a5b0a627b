package dev.corbel.providers.aws.iam;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A policy.
 *
 * @param id empty where it has none
 * @param statements each as IAM's JSON has it, its elements in their usual order
 */
record PolicyDocument(String version, String id, List<MapValue> statements) {

    PolicyDocument {
        statements = List.copyOf(statements);
    }

    /** The sid of a statement; empty where it has none. */
    static String sid(MapValue statement) {
        return statement.text("Sid").orElse("");
    }

    /** This, with the statements of another added, or in the place of those with the same sid. */
    PolicyDocument mergedWith(PolicyDocument next) {
        List<MapValue> merged = new ArrayList<>(statements);
        for (MapValue statement : next.statements) {
            int place = place(merged, sid(statement));
            if (place < 0) {
                merged.add(statement);
            } else {
                merged.set(place, statement);
            }
        }
        return new PolicyDocument(
                next.version.compareTo(version) > 0 ? next.version : version, next.id.isEmpty() ? id : next.id, merged);
    }

    private static int place(List<MapValue> statements, String sid) {
        for (int i = 0; i < statements.size() && !sid.isEmpty(); i++) {
            if (sid(statements.get(i)).equals(sid)) {
                return i;
            }
        }
        return -1;
    }

    MapValue value() {
        Map<String, Value> elements = new LinkedHashMap<>();
        elements.put("Version", Value.of(version));
        if (!id.isEmpty()) {
            elements.put("Id", Value.of(id));
        }
        if (!statements.isEmpty()) {
            elements.put("Statement", Value.list(statements));
        }
        return new MapValue(elements);
    }
}
