package dev.corbel.providers.onprem.postgresql;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;

/** The attributes of {@code onprem_postgresql_backup}. */
final class BackupSchema {
    private static final int WEEK = 7;
    private static final int TWO_DAYS = 48;

    private BackupSchema() {}

    static Schema schema() {
        return Schema.builder()
                .attribute(Attribute.required("name", Type.STRING)
                        .immutable()
                        .validatedBy(
                                Validation.matching("[a-z0-9][a-z0-9_-]*", "a name of small letters, digits, - and _"))
                        .describedAs("The name of its timer, `corbel-backup-NAME`, and of its files."))
                .attribute(Cluster.server())
                .attribute(Attribute.required("database", Type.STRING)
                        .immutable()
                        .validatedBy(Validation.matching("[a-z_][a-z0-9_-]{0,62}", "the name of a database")))
                .attribute(Attribute.optional("host", Type.STRING)
                        .validatedBy(Validation.matching(
                                "[A-Za-z0-9][A-Za-z0-9.:-]*", "a name or an IP address, such as \"192.0.2.31\""))
                        .describedAs("The name or address of another host that the server is on, from which backups are"
                                + " fetched over TLS. Left out, it is on this one."))
                .attribute(Attribute.optional("port", Type.NUMBER)
                        .validatedBy(Validation.between(1, 65_535))
                        .describedAs("The port of the server there."))
                .attribute(Attribute.optional("user", Type.STRING)
                        .validatedBy(RoleSchema.NAME)
                        .describedAs("The role there that reads the whole database."))
                .attribute(Attribute.optional("password", Type.STRING)
                        .sensitive()
                        .writeOnly()
                        .validatedBy(Validation.matching("[ -~]+", "a text of printable ASCII characters"))
                        .describedAs("Its password, which is kept in a file that root alone may read. With"
                                + " `passwordVersion`."))
                .attribute(Attribute.optional("passwordVersion", Type.NUMBER)
                        .describedAs("Another number writes the password again, such as the generation of a"
                                + " `corbel_secret`."))
                .attribute(Attribute.optional("schedule", Type.STRING)
                        .defaultsTo(Value.of("*-*-* 02:00:00"))
                        .describedAs("When backups are made, as `systemd.time(7)` says it. Left out, each night."))
                .attribute(Attribute.optional("retentionDays", Type.NUMBER)
                        .defaultsTo(Value.of(WEEK))
                        .validatedBy(Validation.between(1, 3650))
                        .describedAs("How many days backups are kept. The newest stays however old it is."))
                .attribute(Attribute.optional("directory", Type.STRING)
                        .defaultsTo(Value.of("/var/backups/corbel/postgresql"))
                        .validatedBy(Validation.matching(
                                "(/[A-Za-z0-9._-]+)+", "an absolute path of letters, digits, ., _ and -"))
                        .describedAs("The folder that keeps them, which may be on another disk or a mount."))
                .attribute(Attribute.optional("maximumAgeHours", Type.NUMBER)
                        .defaultsTo(Value.of(TWO_DAYS))
                        .validatedBy(Validation.between(1, 8760))
                        .describedAs("The age up to which a restored backup counts as proof."))
                .attribute(Attribute.optional("purge", Type.BOOLEAN)
                        .describedAs("Whether backups go with the resource. Left out, they stay."))
                .attribute(Attribute.computed("configuration", Type.STRING)
                        .describedAs("A short text for the program and the timer that are there."))
                .attribute(Attribute.computed("last_backup", Type.STRING)
                        .changingByItself()
                        .describedAs("When the newest backup was made; empty where none was."))
                .attribute(Attribute.computed("last_restore_test", Type.STRING)
                        .changingByItself()
                        .describedAs("When a backup was last restored whole into a server of its own."))
                .attribute(Attribute.computed("size", Type.NUMBER)
                        .changingByItself()
                        .describedAs("The size in bytes of the newest backup."))
                .attribute(Attribute.computed("proven", Type.BOOLEAN)
                        .changingByItself()
                        .describedAs(
                                "Whether a backup that is still as it was, and no older than `maximumAgeHours`, was"
                                        + " restored, and the newest run did not fail."))
                .build();
    }
}
