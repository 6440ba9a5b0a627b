package dev.corbel.dsl.component;

import static dev.corbel.providers.api.schema.Attribute.optional;
import static dev.corbel.providers.api.schema.Attribute.required;

import dev.corbel.dsl.component.ComponentType.Output;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;
import java.util.Set;

/** The components that keep data. */
final class StorageComponents {
    private StorageComponents() {}

    static ComponentType database() {
        Schema inputs = Schema.builder()
                .attribute(optional("engine", Type.STRING)
                        .defaultsTo(Value.of("postgresql"))
                        .validatedBy(Validation.oneOf("postgresql")))
                .attribute(optional("version", Type.STRING)
                        .defaultsTo(Value.of("16"))
                        .describedAs("The major version."))
                .attribute(optional("storage", Type.STRING)
                        .defaultsTo(Value.of("20 GiB"))
                        .validatedBy(Measures.SIZE))
                .attribute(optional("size", Type.STRING)
                        .describedAs("The provider's name of the machine size; left out: its smallest sensible one."))
                .attribute(optional("highAvailability", Type.BOOLEAN)
                        .defaultsTo(Value.of(false))
                        .describedAs("Whether a second one in another zone takes over by itself."))
                .attribute(optional("deletionProtection", Type.BOOLEAN)
                        .defaultsTo(Value.of(true))
                        .describedAs("Whether the provider refuses to delete it."))
                .attribute(optional("finalSnapshot", Type.BOOLEAN)
                        .defaultsTo(Value.of(true))
                        .describedAs("Whether a last copy is kept when it is deleted."))
                .attribute(optional("allowDowntime", Type.BOOLEAN)
                        .defaultsTo(Value.of(false))
                        .describedAs(
                                "Whether changes that stop it for minutes are made at once, not in its maintenance, "
                                        + "and whether it may go to another major version, which has no way back."))
                .attribute(optional("caFile", Type.STRING)
                        .describedAs(
                                "Where the containers have the provider's CA certificates; the url then asks to check "
                                        + "that of the server."))
                .attribute(optional("maintenance", Type.STRING)
                        .defaultsTo(Value.of("sun 03:00"))
                        .validatedBy(Validation.matching(
                                "(mon|tue|wed|thu|fri|sat|sun) ([01]\\d|2[0-3]):[0-5]\\d",
                                "a day and a time such as \"sun 03:00\""))
                        .describedAs("When in the week the provider may work on it, in the region's standard time."))
                .attribute(optional("setupImage", Type.STRING)
                        .describedAs(
                                "The image, with psql, of the short-lived container that makes the app's user; left "
                                        + "out: PostgreSQL's own."))
                .block(BlockType.single("backups", backups()))
                .block(BlockType.single("rotation", rotation()))
                .build();
        return new ComponentType(
                "database",
                false,
                Set.of("app"),
                true,
                inputs,
                ComponentType.outputs(
                        new Output("url", Type.STRING, false, "How to connect; without the password."),
                        new Output("host", Type.STRING, false, ""),
                        new Output("port", Type.NUMBER, false, ""),
                        new Output("name", Type.STRING, false, "The name of the database in the server."),
                        new Output("username", Type.STRING, false, ""),
                        new Output(
                                "password",
                                Type.STRING,
                                true,
                                "A reference to the secret; never the password itself.")),
                "A PostgreSQL database of the app.");
    }

    private static Schema rotation() {
        return Schema.builder()
                .attribute(required("every", Type.STRING)
                        .validatedBy(Measures.SPAN)
                        .describedAs("The age from which on an apply gives the app's user another password."))
                .build();
    }

    private static Schema backups() {
        return Schema.builder()
                .attribute(optional("retention", Type.STRING)
                        .defaultsTo(Value.of("7 days"))
                        .validatedBy(Measures.SPAN)
                        .describedAs("How long backups are kept."))
                .attribute(optional("copyToBackupRegion", Type.BOOLEAN)
                        .defaultsTo(Value.of(false))
                        .describedAs("Whether a copy goes to the region's backupRegion."))
                .build();
    }

    static ComponentType bucket() {
        Schema inputs = Schema.builder()
                .attribute(optional("versioned", Type.BOOLEAN)
                        .defaultsTo(Value.of(true))
                        .describedAs("Whether earlier versions of objects are kept."))
                .attribute(optional("replicate", Type.BOOLEAN)
                        .defaultsTo(Value.of(false))
                        .describedAs("Whether objects are copied to the region's backupRegion."))
                .attribute(optional("deletionProtection", Type.BOOLEAN)
                        .defaultsTo(Value.of(true))
                        .describedAs("Whether a plan that deletes it is refused."))
                .build();
        return new ComponentType(
                "bucket",
                true,
                Set.of("app"),
                true,
                inputs,
                ComponentType.outputs(
                        new Output("name", Type.STRING, false, "The provider's name for it."),
                        new Output("url", Type.STRING, false, ""),
                        new Output("region", Type.STRING, false, "Where it is.")),
                "A store for files, private and encrypted.");
    }
}
