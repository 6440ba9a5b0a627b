package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of RDS for the names in a PostgreSQL server. */
final class PostgresNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
    private static final String RULE = "1 to 63 letters, digits and _ that begin with a letter";

    private PostgresNames() {}

    static List<Diagnostic> problems(MapValue configuration) {
        return Stream.concat(
                        configuration.text("db_name").filter(name -> !fits(name)).stream()
                                .map(name -> problem("db_name", RULE)),
                        configuration.text("username").filter(name -> !fits(name) || name.startsWith("pg_")).stream()
                                .map(name -> problem("username", RULE + ", and not with pg_")))
                .toList();
    }

    private static boolean fits(String name) {
        return NAME.matcher(name).matches();
    }

    private static Diagnostic problem(String attribute, String rule) {
        return Diagnostic.error(
                "\"" + attribute + "\" must be " + rule, "RDS refuses any other for PostgreSQL, once it is applied.");
    }
}
