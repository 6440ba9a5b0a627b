package dev.corbel.providers.onprem.postgresql;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;

/** The attributes of {@code onprem_postgresql_server}. */
final class ServerSchema {
    private static final Validation PATH =
            Validation.matching("/[A-Za-z0-9._/-]*", "an absolute path of letters, digits, ., _ and -");

    private ServerSchema() {}

    static Schema of(Attribute.Builder replaceExisting) {
        return Schema.builder()
                .attribute(Attribute.required("name", Type.STRING)
                        .immutable()
                        .validatedBy(Cluster.RULE)
                        .describedAs("The major version and the name of the cluster, such as `15/main`. The packages of"
                                + " that version are there already."))
                .attribute(Attribute.optionalComputed("port", Type.NUMBER)
                        .validatedBy(Validation.between(1, 65_535))
                        .describedAs("The port that it listens on. Left out, the next free one from 5432."))
                .attribute(Attribute.optional("locale", Type.STRING)
                        .defaultsTo(Value.of("C.UTF-8"))
                        .immutable()
                        .validatedBy(Validation.matching("[A-Za-z][A-Za-z0-9_.@-]*", "a locale such as \"C.UTF-8\""))
                        .describedAs("The locale of databases that say nothing else."))
                .attribute(Attribute.optional("checksums", Type.BOOLEAN)
                        .defaultsTo(Value.of(true))
                        .immutable()
                        .describedAs("Whether each page of data has a checksum, which tells of a failing disk."))
                .attribute(Attribute.optionalComputed("dataDirectory", Type.STRING)
                        .immutable()
                        .validatedBy(PATH)
                        .describedAs("Where its data is. Left out, in `/var/lib/postgresql`."))
                .attribute(Attribute.optional("settings", Type.map(Type.STRING))
                        .describedAs("Settings with their units, such as `shared_buffers: '256MB'`. The server itself"
                                + " judges them before any is changed."))
                .attribute(Attribute.optional("hba", Type.list(Type.STRING))
                        .describedAs("Who may come in from where, as lines of `pg_hba.conf`: these alone, after the one"
                                + " that lets the host's own administrator in. Left out, those of the package."))
                .attribute(Attribute.optional("restart", Type.BOOLEAN)
                        .defaultsTo(Value.of(true))
                        .describedAs("Whether the server is restarted at once for settings that need it, which ends its"
                                + " connections. Without, `pending_restart` names them until it is."))
                .attribute(Attribute.optional("deletionProtection", Type.BOOLEAN)
                        .defaultsTo(Value.of(true))
                        .describedAs("Whether it is refused to delete it with all its data."))
                .attribute(Attribute.optional("finalBackup", Type.BOOLEAN)
                        .defaultsTo(Value.of(true))
                        .describedAs(
                                "Whether a dump of all of it is kept in `/var/backups/corbel` when it is deleted."))
                .attribute(replaceExisting)
                .attribute(Attribute.computed("configuration", Type.STRING)
                        .describedAs("A short text for the settings and the lines of `hba` that are in effect."))
                .attribute(Attribute.computed("status", Type.STRING)
                        .describedAs("`online`, or `down`: then the next apply starts it."))
                .attribute(Attribute.computed("pending_restart", Type.list(Type.STRING))
                        .describedAs("The settings that are in effect after a restart alone."))
                .attribute(Attribute.computed("system_identifier", Type.STRING)
                        .describedAs("The number that the server and its standbys share."))
                .attribute(Attribute.computed("role", Type.STRING)
                        .changingByItself()
                        .describedAs("`primary` or `standby`, as it was found."))
                .attribute(Attribute.computed("timeline", Type.NUMBER)
                        .changingByItself()
                        .describedAs("The number that goes up each time that a standby becomes the primary."))
                .build();
    }
}
