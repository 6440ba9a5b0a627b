package dev.corbel.providers.onprem.postgresql;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;

/** The attributes of {@code onprem_postgresql_role}. */
final class RoleSchema {
    /** A name that is neither the administrator's nor one of those that PostgreSQL keeps for itself. */
    static final Validation NAME = Validation.matching(
            "(?!pg_|postgres$|public$|none$)[a-z_][a-z0-9_-]{0,62}",
            "a name of small letters, digits, _ and -, 63 characters at most, and none of PostgreSQL's own");

    private RoleSchema() {}

    static Schema of(Attribute.Builder replaceExisting) {
        return Schema.builder()
                .attribute(Cluster.server())
                .attribute(Attribute.required("name", Type.STRING).immutable().validatedBy(NAME))
                .attribute(flag("login", true, "Whether it may connect."))
                .attribute(flag("createDatabase", false, "Whether it may make databases."))
                .attribute(flag("createRole", false, "Whether it may make roles."))
                .attribute(flag("replication", false, "Whether it may copy the server, as standbys do."))
                .attribute(flag("superuser", false, "Whether nothing is forbidden to it."))
                .attribute(Attribute.optional("connectionLimit", Type.NUMBER)
                        .defaultsTo(Value.of(-1))
                        .validatedBy(Validation.between(-1, 262_143))
                        .describedAs("How many connections it may have at a time. Left out or -1, any number."))
                .attribute(Attribute.optional("memberOf", Type.set(Type.STRING))
                        .describedAs("The roles whose rights it has: these and no others. Left out, they are not"
                                + " looked at."))
                .attribute(Attribute.optional("settings", Type.map(Type.STRING))
                        .describedAs("Settings of its sessions, such as `role: 'shop'`, with which what it makes is"
                                + " another role's: these and no others. Left out, they are not looked at."))
                .attribute(Attribute.optional("password", Type.STRING)
                        .sensitive()
                        .writeOnly()
                        .validatedBy(Validation.matching("[ -~]+", "a text of printable ASCII characters"))
                        .describedAs("Its password. Never stored and never sent: the host gets its SCRAM verifier"
                                + " alone. With `passwordVersion`."))
                .attribute(Attribute.optional("passwordVersion", Type.NUMBER)
                        .describedAs("Another number sets the password again, such as the generation of a"
                                + " `corbel_secret`. A password that was changed past Corbel reads as none."))
                .attribute(replaceExisting)
                .attribute(Attribute.computed("verifier_checksum", Type.STRING)
                        .describedAs("A checksum of the verifier that the server has; empty where it has none."))
                .build();
    }

    private static Attribute.Builder flag(String name, boolean value, String description) {
        return Attribute.optional(name, Type.BOOLEAN)
                .defaultsTo(Value.of(value))
                .describedAs(description);
    }
}
