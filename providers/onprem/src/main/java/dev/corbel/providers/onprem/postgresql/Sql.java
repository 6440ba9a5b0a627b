package dev.corbel.providers.onprem.postgresql;

import java.util.Collection;
import java.util.stream.Collectors;

/** Text for PostgreSQL. Every value gets into a statement through here. */
final class Sql {
    private Sql() {}

    /** A text as PostgreSQL takes it, whatever is in it and however the server treats backslashes. */
    static String literal(String value) {
        refuseNul(value);
        return value.indexOf('\\') < 0
                ? "'" + value.replace("'", "''") + "'"
                : "E'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** The name of an object. */
    static String name(String value) {
        refuseNul(value);
        return "\"" + value.replace("\"", "\"\"") + "\"";
    }

    /** Texts as an array. */
    static String array(Collection<String> values) {
        return values.stream().map(Sql::literal).collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
    }

    /** A statement with its end. */
    static String run(String statement) {
        return statement + ";\n";
    }

    /** Statements that a query writes, each of which psql carries out. */
    static String runAll(String query) {
        return query.strip() + " \\gexec\n";
    }

    private static void refuseNul(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a value for PostgreSQL has no NUL");
        }
    }
}
