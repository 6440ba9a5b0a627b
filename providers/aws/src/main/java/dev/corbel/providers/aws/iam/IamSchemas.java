package dev.corbel.providers.aws.iam;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;
import java.util.List;

/** Attributes that the types of IAM share. */
final class IamSchemas {
    /** A name and its prefix exclude each other. */
    static final List<List<String>> CONFLICTS = List.of(List.of("name", "name_prefix"));

    private IamSchemas() {}

    static Attribute.Builder name(int longest) {
        return Attribute.optionalComputed("name", Type.STRING)
                .immutable()
                .validatedBy(letters(longest))
                .describedAs("The name. Left out, one is made up.");
    }

    static Attribute.Builder namePrefix(int longest) {
        return Attribute.optionalComputed("name_prefix", Type.STRING)
                .immutable()
                .validatedBy(letters(longest - 26))
                .describedAs("What a made-up name begins with.");
    }

    private static Validation letters(int longest) {
        return Validation.matching(
                "[\\w+=,.@-]{1," + longest + "}", "up to " + longest + " of A-Z a-z 0-9 _ + = , . @ -");
    }

    static Attribute.Builder path() {
        return Attribute.optional("path", Type.STRING)
                .immutable()
                .defaultsTo(Value.of("/"))
                .validatedBy(Validation.matching("/(.{0,510}/)?", "a path that begins and ends with /"))
                .describedAs("A folder in the tree of names, such as /apps/.");
    }
}
