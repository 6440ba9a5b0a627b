package dev.corbel.providers.local.database;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.local.place.ProcessAttributes;

/** The attributes of {@code local_postgresql}. */
final class PostgresqlSchema {
    static final String PORT = "port";
    static final String DATABASE = "db_name";
    static final String USER = "username";
    static final String PASSWORD = "password_wo";
    static final String PASSWORD_VERSION = "password_wo_version";
    static final String SETTINGS = "settings";
    static final String INSTALLATION = "installation";
    static final String VERSION = "version";
    static final String URL = "url";

    private static final String WORD = "[a-z_][a-z0-9_]{0,62}";
    private static final int HIGHEST_PORT = 65_535;
    private static final int START = 60;
    private static final int STOP = 30;

    private PostgresqlSchema() {}

    static Schema of(Attribute.Builder name, Attribute.Builder running, int firstPort) {
        return Schema.builder()
                .attribute(name)
                .attribute(Attribute.optionalComputed(PORT, Type.NUMBER)
                        .validatedBy(Validation.between(1, HIGHEST_PORT))
                        .describedAs("Where it listens. Left out, the first port from " + firstPort
                                + " on that is free when it is made."))
                .attribute(Attribute.optional(DATABASE, Type.STRING)
                        .defaultsTo(Value.of("app"))
                        .immutable()
                        .validatedBy(Validation.matching(
                                "(?!template[01]$|postgres$)" + WORD,
                                "a name of small letters, digits and _ that PostgreSQL does not use itself"))
                        .describedAs("The database, which belongs to the user."))
                .attribute(Attribute.optional(USER, Type.STRING)
                        .defaultsTo(Value.of("app"))
                        .immutable()
                        .validatedBy(Validation.matching(
                                "(?!pg_|postgres$)" + WORD,
                                "a name of small letters, digits and _ that PostgreSQL does not use itself"))
                        .describedAs("The user, who is none of the server's administrators."))
                .attribute(Attribute.required(PASSWORD, Type.STRING)
                        .sensitive()
                        .writeOnly()
                        .validatedBy(Validation.matching("\\P{Cntrl}+", "a text in one line"))
                        .describedAs("The user's password, which state never has."))
                .attribute(Attribute.required(PASSWORD_VERSION, Type.NUMBER)
                        .describedAs("Another number sends `" + PASSWORD + "` again, and restarts the server."))
                .attribute(Attribute.optional(SETTINGS, Type.map(Type.STRING))
                        .describedAs("What its `" + ServerSettings.FILE + "` says; another value restarts the server."))
                .attribute(Attribute.optional(INSTALLATION, Type.STRING)
                        .describedAs("The folder of another PostgreSQL, with `bin/postgres`. Left out, the one that"
                                + " comes with Corbel."))
                .attribute(ProcessAttributes.startSeconds(START, "How long it may take until it takes clients."))
                .attribute(ProcessAttributes.stopSeconds(STOP, "How long it may take to end before it is killed."))
                .attribute(Attribute.computed("id", Type.STRING).describedAs("Its name."))
                .attribute(Attribute.computed(URL, Type.STRING).describedAs("How to connect; without the password."))
                .attribute(Attribute.computed(VERSION, Type.STRING).describedAs("The major version of its data."))
                .attribute(ProcessAttributes.configuration())
                .attribute(running)
                .attribute(ProcessAttributes.restarts())
                .attribute(ProcessAttributes.logFile())
                .build();
    }
}
