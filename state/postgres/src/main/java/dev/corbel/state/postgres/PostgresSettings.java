package dev.corbel.state.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;

/**
 * The block {@code state('postgres') { … }}, with the variables of the process's environment that add to it.
 *
 * @param user who connects
 * @param password empty where the file of passwords has it, or none is needed
 * @param schema of the database, in which the table is
 * @param sslMode as the driver knows it
 */
record PostgresSettings(
        PostgresAddress address, String user, Optional<String> password, String schema, String sslMode) {
    private static final int PORT = 5432;

    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.optional("url", Type.STRING)
                    .sensitive()
                    .validatedBy(value -> PostgresAddress.problem(text(value)))
                    .describedAs("The database, as postgresql://user@host:5432/database, instead of its parts."))
            .attribute(Attribute.optional("host", Type.STRING)
                    .validatedBy(Validation.matching("[^/?@,:\\s]+|[0-9a-fA-F:]+", "the name or the address of a host"))
                    .describedAs("The host of the server."))
            .attribute(Attribute.optional("port", Type.NUMBER)
                    .validatedBy(Validation.between(1, 65_535))
                    .describedAs("Its port; 5432 where it is left out."))
            .attribute(Attribute.optional("database", Type.STRING).describedAs("The database."))
            .attribute(Attribute.optional("user", Type.STRING)
                    .describedAs("Who connects; PGUSER, else the name of who runs the command, where it is left out."))
            .attribute(Attribute.optional("passwordVariable", Type.STRING)
                    .validatedBy(Validation.matching("[A-Za-z_][A-Za-z0-9_]*", "the name of an environment variable"))
                    .describedAs("The environment variable that holds the password; PGPASSWORD, else the file of"
                            + " passwords of PostgreSQL, where it is left out."))
            .attribute(Attribute.optional("schema", Type.STRING)
                    .defaultsTo(Value.of("corbel"))
                    .validatedBy(Validation.matching("[^\\x00\"]{1,63}", "the name of a schema"))
                    .describedAs("The schema of the database that holds the table; made where it is missing."))
            .attribute(Attribute.optional("sslMode", Type.STRING)
                    .validatedBy(Validation.oneOf("disable", "allow", "prefer", "require", "verify-ca", "verify-full"))
                    .describedAs("How the connection is encrypted; require where it is left out, but prefer on this"
                            + " machine. Only verify-full checks whom it talks to."))
            .build();

    /** @param variables of the process's environment */
    static PostgresSettings of(MapValue configuration, Map<String, String> variables) {
        PostgresAddress address = address(configuration);
        String user = find(configuration, "user")
                .or(address::user)
                .or(() -> Optional.ofNullable(variables.get("PGUSER")))
                .orElseGet(() -> System.getProperty("user.name", "postgres"));
        String ssl = find(configuration, "sslMode").orElse(address.isOnThisMachine() ? "prefer" : "require");
        return new PostgresSettings(
                address,
                user,
                password(configuration, variables),
                find(configuration, "schema").orElse("corbel"),
                ssl);
    }

    private static PostgresAddress address(MapValue configuration) {
        Optional<String> url = find(configuration, "url");
        Optional<String> host = find(configuration, "host");
        Optional<String> database = find(configuration, "database");
        boolean hasPort = !configuration.get("port").isNull();
        if (url.isPresent() && (host.isPresent() || database.isPresent() || hasPort)) {
            throw new DiagnosticsException(
                    Diagnostic.error("The database is named twice", "\"url\" names it as a whole, and so do its parts.")
                            .withHint("Use either url, or host, port and database."));
        }
        if (url.isEmpty() && (host.isEmpty() || database.isEmpty())) {
            throw new DiagnosticsException(Diagnostic.error(
                            "The database of the state is not named",
                            "The block needs either \"url\", or \"host\" and \"database\".")
                    .withHint("Add url = 'postgresql://user@host:5432/database'."));
        }
        return url.map(PostgresAddress::of)
                .orElseGet(() -> new PostgresAddress(
                        hostAndPort(host.orElseThrow(), port(configuration.get("port"))),
                        URLEncoder.encode(database.orElseThrow(), UTF_8).replace("+", "%20"),
                        Optional.empty(),
                        java.util.List.of()));
    }

    private static String hostAndPort(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static int port(Value value) {
        return value.unmarked() instanceof NumberValue number ? number.value().intValue() : PORT;
    }

    private static Optional<String> password(MapValue configuration, Map<String, String> variables) {
        Optional<String> variable = find(configuration, "passwordVariable");
        if (variable.isPresent() && !variables.containsKey(variable.get())) {
            throw new DiagnosticsException(Diagnostic.error(
                            "The password of the state's database is missing",
                            "\"passwordVariable\" names the environment variable " + variable.get()
                                    + ", and it is not set.")
                    .withHint("Set it, or leave \"passwordVariable\" out and use PGPASSWORD or ~/.pgpass."));
        }
        return Optional.ofNullable(variables.get(variable.orElse("PGPASSWORD")));
    }

    private static Optional<String> find(MapValue configuration, String name) {
        return configuration.get(name).unmarked() instanceof StringValue text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    private static String text(Value value) {
        return value instanceof StringValue text ? text.value() : "";
    }

    /** Without the password. */
    @Override
    public String toString() {
        return address.shown() + ", schema \"" + schema + "\", user \"" + user + "\"";
    }
}
