package dev.corbel.providers.simulator;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The attributes of a {@code sim_object}, as resource and as data source. */
final class SimObjectSchema {
    static final String NAME = "name";
    static final String VALUE = "value";
    static final String FIXED = "fixed";
    static final String FAIL = "fail";
    static final String DELETION_PROTECTION = "deletion_protection";
    static final String STORES = "stores";
    static final String REGION = "region";
    static final String PASSWORD = "password_wo";
    static final String PASSWORD_VERSION = "password_wo_version";
    static final String IDENTITY = "identity";
    static final String ID = "id";
    static final String REVISION = "revision";
    static final String CHECKSUM = "checksum";

    private static final List<String> FAILURES = List.of("create", Failures.CREATE_PARTIAL, "read", "update", "delete");

    static final Schema RESOURCE = Schema.builder()
            .attribute(Attribute.optional(NAME, Type.STRING)
                    .immutable()
                    .validatedBy(SimObjectSchema::emptyName)
                    .describedAs("A name that no other object in the directory has."))
            .attribute(Attribute.optional(VALUE, Type.ANY).describedAs("Any value; changes in place."))
            .attribute(Attribute.optional(FIXED, Type.ANY)
                    .immutable()
                    .describedAs("Any value; a change makes a new object."))
            .attribute(Attribute.optional(DELETION_PROTECTION, Type.BOOLEAN)
                    .describedAs("Whether deleting the object is refused; changes in place."))
            .attribute(Attribute.optional(STORES, Type.STRING)
                    .validatedBy(Validation.oneOf("primary", "replica", "backup", "log"))
                    .describedAs(
                            "The kind of data that the object stands for: primary, replica, backup or log; changes "
                                    + "in place. Left out, none."))
            .attribute(Attribute.optional(REGION, Type.STRING)
                    .describedAs("The region that this data is in, where that is another than the object's; changes in "
                            + "place."))
            .attribute(Attribute.optional(FAIL, Type.list(Type.STRING))
                    .writeOnly()
                    .validatedBy(SimObjectSchema::unknownFailure)
                    .describedAs("The calls that shall fail: create, create-partial, read, update, delete."))
            .attribute(Attribute.optional(PASSWORD, Type.STRING)
                    .writeOnly()
                    .sensitive()
                    .describedAs("A password. It is not kept in state, and as a hash in the object's file."))
            .attribute(Attribute.optional(PASSWORD_VERSION, Type.NUMBER)
                    .describedAs("Another number sends password_wo again; changes in place."))
            .attribute(Attribute.optional(IDENTITY, Type.STRING)
                    .validatedBy(SimObjectSchema::unknownIdentity)
                    .describedAs("How an interrupted creation is found again: natural-key, client-token, tag or none. "
                            + "Left out, it is natural-key with a name, else client-token."))
            .attribute(Attribute.computed(ID, Type.STRING).describedAs("Names the object's file."))
            .attribute(Attribute.computed(REVISION, Type.NUMBER).describedAs("1, and one more with every update."))
            .attribute(Attribute.computed(CHECKSUM, Type.STRING)
                    .derivedFrom(VALUE)
                    .describedAs("SHA-256 of the value's JSON text; as sensitive as the value."))
            .build();

    static final Schema DATA = Schema.builder()
            .attribute(Attribute.optionalComputed(ID, Type.STRING).describedAs("The id to look for."))
            .attribute(Attribute.optionalComputed(NAME, Type.STRING).describedAs("The name to look for."))
            .attribute(Attribute.computed(VALUE, Type.ANY).describedAs("The object's value."))
            .attribute(Attribute.computed(FIXED, Type.ANY).describedAs("The object's fixed value."))
            .attribute(Attribute.computed(DELETION_PROTECTION, Type.BOOLEAN)
                    .describedAs("Whether deleting the object is refused."))
            .attribute(Attribute.computed(STORES, Type.STRING).describedAs("The kind of data that it stands for."))
            .attribute(Attribute.computed(REGION, Type.STRING)
                    .describedAs("The region that this data is in, where that is another."))
            .attribute(Attribute.computed(IDENTITY, Type.STRING).describedAs("The object's own identity class."))
            .attribute(Attribute.computed(REVISION, Type.NUMBER).describedAs("The object's revision."))
            .attribute(Attribute.computed(CHECKSUM, Type.STRING)
                    .derivedFrom(VALUE)
                    .describedAs("The checksum of the value; as sensitive as the value."))
            .build();

    private SimObjectSchema() {}

    private static Optional<String> emptyName(Value name) {
        return name instanceof StringValue text && text.value().isEmpty()
                ? Optional.of("must not be empty; leave it out for an object without a name")
                : Optional.empty();
    }

    private static Optional<String> unknownFailure(Value fail) {
        return fail instanceof ListValue list
                ? list.elements().stream()
                        .map(Value::unmarked)
                        .filter(element -> !element.isUnknown() && !FAILURES.contains(element.toString()))
                        .findFirst()
                        .map(wrong -> "must contain only \"" + String.join("\", \"", FAILURES) + "\", and has \""
                                + wrong + "\"")
                : Optional.empty();
    }

    private static Optional<String> unknownIdentity(Value identity) {
        return identity instanceof StringValue text
                        && identityClass(text.value()).isEmpty()
                ? Optional.of("must be one of \"natural-key\", \"client-token\", \"tag\", \"none\"")
                : Optional.empty();
    }

    /** The identity class of this name, which people write with a hyphen, an underscore or a space. */
    static Optional<IdentityClass> identityClass(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (IdentityClass candidate : IdentityClass.values()) {
            if (candidate.name().equals(name)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
