package dev.corbel.providers.onprem.postgresql;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;

/** The attributes of {@code onprem_postgresql_database}. */
final class DatabaseSchema {
    private static final Validation NAME = Validation.matching(
            "(?!(postgres|template0|template1)$)[a-z_][a-z0-9_-]{0,62}",
            "a name of small letters, digits, _ and -, 63 characters at most, and none of PostgreSQL's own");

    private DatabaseSchema() {}

    static Schema of(Attribute.Builder replaceExisting) {
        return Schema.builder()
                .attribute(Cluster.server())
                .attribute(Attribute.required("name", Type.STRING).immutable().validatedBy(NAME))
                .attribute(Attribute.optionalComputed("owner", Type.STRING)
                        .describedAs("The role that owns it, and may do everything in it. Left out, the server's"
                                + " administrator."))
                .attribute(Attribute.optional("encoding", Type.STRING)
                        .defaultsTo(Value.of("UTF8"))
                        .immutable()
                        .validatedBy(Validation.matching("[A-Z0-9_]+", "an encoding such as \"UTF8\"")))
                .attribute(Attribute.optionalComputed("locale", Type.STRING)
                        .immutable()
                        .validatedBy(Validation.matching("[A-Za-z][A-Za-z0-9_.@-]*", "a locale such as \"C.UTF-8\""))
                        .describedAs("Its locale. Left out, the server's."))
                .attribute(Attribute.optional("users", Type.set(Type.STRING))
                        .defaultsTo(Value.list())
                        .describedAs("The roles beside the owner that may connect, and no others: `public` is all of"
                                + " the server. Left out, none."))
                .attribute(Attribute.optional("extensions", Type.set(Type.STRING))
                        .describedAs("Extensions that are installed in it. Others are not looked at."))
                .attribute(Attribute.optional("connectionLimit", Type.NUMBER)
                        .defaultsTo(Value.of(-1))
                        .validatedBy(Validation.between(-1, 262_143))
                        .describedAs("How many connections it takes at a time. Left out or -1, any number."))
                .attribute(Attribute.optional("deletionProtection", Type.BOOLEAN)
                        .defaultsTo(Value.of(true))
                        .describedAs("Whether it is refused to delete it with its data."))
                .attribute(Attribute.optional("finalBackup", Type.BOOLEAN)
                        .defaultsTo(Value.of(true))
                        .describedAs("Whether a dump of it is kept in `/var/backups/corbel` when it is deleted."))
                .attribute(replaceExisting)
                .build();
    }
}
