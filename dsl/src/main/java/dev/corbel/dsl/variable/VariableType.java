package dev.corbel.dsl.variable;

import dev.corbel.providers.api.schema.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the types of variables as definitions write them: {@code string}, {@code list(number)}. */
public final class VariableType {
    private static final Map<String, Type> SIMPLE = Map.of(
            "any", Type.ANY,
            "string", Type.STRING,
            "number", Type.NUMBER,
            "boolean", Type.BOOLEAN,
            "bool", Type.BOOLEAN,
            "list", Type.list(Type.ANY),
            "set", Type.set(Type.ANY),
            "map", Type.map(Type.ANY));

    private VariableType() {}

    /** The names of all types, for hints. */
    public static List<String> names() {
        return List.of(
                "string",
                "number",
                "boolean",
                "any",
                "list",
                "set",
                "map",
                "list(string)",
                "set(string)",
                "map(string)");
    }

    /** The type of this name; empty where there is none. */
    public static Optional<Type> parse(String text) {
        String name = text.strip();
        if (SIMPLE.containsKey(name)) {
            return Optional.of(SIMPLE.get(name));
        }
        int open = name.indexOf('(');
        if (open < 0 || !name.endsWith(")")) {
            return Optional.empty();
        }
        return parse(name.substring(open + 1, name.length() - 1))
                .flatMap(element -> collection(name.substring(0, open), element));
    }

    private static Optional<Type> collection(String kind, Type element) {
        return switch (kind) {
            case "list" -> Optional.of(Type.list(element));
            case "set" -> Optional.of(Type.set(element));
            case "map" -> Optional.of(Type.map(element));
            default -> Optional.empty();
        };
    }
}
