package dev.corbel.providers.onprem.file;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;

/** The attributes of {@code onprem_file}. */
final class FileSchema {
    private FileSchema() {}

    static Schema of(Attribute.Builder replaceExisting) {
        return Schema.builder()
                .attribute(Attribute.required("path", Type.STRING).immutable().validatedBy(PathFacts.RULE))
                .attribute(Attribute.optional("content", Type.STRING)
                        .describedAs("Its text. One of `content`, `contentWriteOnly` and `source`."))
                .attribute(Attribute.optional("contentWriteOnly", Type.STRING)
                        .sensitive()
                        .writeOnly()
                        .describedAs("A text that is never stored, such as one with a password in it."))
                .attribute(Attribute.optional("contentVersion", Type.NUMBER)
                        .describedAs("Another number sends `contentWriteOnly` again."))
                .attribute(Attribute.optional("source", Type.STRING)
                        .describedAs("A file of the project, beside `environments`; with `checksum`."))
                .attribute(Attribute.optionalComputed("checksum", Type.STRING)
                        .validatedBy(Validation.matching("[0-9a-f]{64}|", "a SHA-256 of 64 hexadecimal digits"))
                        .derivedFrom("content")
                        .describedAs("Its SHA-256, such as `file('app.conf').sha256()` of a `source`; empty with"
                                + " `contentWriteOnly`, of which nothing is stored."))
                .attribute(Attribute.optional("owner", Type.STRING)
                        .defaultsTo(Value.of("root"))
                        .validatedBy(PathFacts.OWNER))
                .attribute(Attribute.optional("group", Type.STRING)
                        .defaultsTo(Value.of("root"))
                        .validatedBy(PathFacts.OWNER))
                .attribute(Attribute.optional("mode", Type.STRING)
                        .defaultsTo(Value.of("0644"))
                        .validatedBy(PathFacts.MODE))
                .attribute(Attribute.optional("validate", Type.STRING)
                        .describedAs("A command that the new content, `\"$file\"`, must pass before it is put in place,"
                                + " such as `visudo -cf \"$file\"`."))
                .attribute(Attribute.computed("revision", Type.STRING)
                        .derivedFrom("content")
                        .describedAs("The path with the checksum, or the version of what is not stored: for `restartOn`"
                                + " of a service that reads it."))
                .attribute(replaceExisting)
                .build();
    }
}
