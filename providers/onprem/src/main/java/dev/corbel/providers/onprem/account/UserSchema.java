package dev.corbel.providers.onprem.account;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;

/** The attributes of {@code onprem_user}. */
final class UserSchema {
    private static final Validation PATH = Validation.matching("/[^:\\n]*", "an absolute path");

    private UserSchema() {}

    static Schema of(Attribute.Builder replaceExisting) {
        return Schema.builder()
                .attribute(Attribute.required("name", Type.STRING).immutable().validatedBy(AccountNames.RULE))
                .attribute(Attribute.optionalComputed("uid", Type.NUMBER)
                        .immutable()
                        .validatedBy(Validation.between(1, AccountNames.LAST_ID))
                        .describedAs("Its number. Left out, the host takes the next free one."))
                .attribute(Attribute.optionalComputed("group", Type.STRING)
                        .validatedBy(AccountNames.RULE)
                        .describedAs("Its main group, which is there already. Left out, it gets one of its own name."))
                .attribute(Attribute.optional("groups", Type.set(Type.STRING))
                        .describedAs("Its other groups: these and no others. Left out, they are not looked at."))
                .attribute(Attribute.optionalComputed("home", Type.STRING)
                        .validatedBy(PATH)
                        .describedAs("Its home folder. Another one is not moved."))
                .attribute(Attribute.optionalComputed("shell", Type.STRING)
                        .validatedBy(PATH)
                        .describedAs("The program that it starts with when it logs in."))
                .attribute(Attribute.optional("system", Type.BOOLEAN)
                        .immutable()
                        .describedAs("Whether it is for a service: a number of those, and no home folder."
                                + " Asked for when it is made."))
                .attribute(Attribute.optional("authorizedKeys", Type.set(Type.STRING))
                        .describedAs("The public keys that log in over SSH: these and no others."
                                + " Left out, they are not looked at."))
                .attribute(Attribute.optional("passwordHash", Type.STRING)
                        .sensitive()
                        .writeOnly()
                        .validatedBy(Validation.matching("[^:\\s]+", "a hash as in /etc/shadow"))
                        .describedAs("The hash of its password, as `mkpasswd` prints it. Never stored: "
                                + "`passwordVersion` says that there is another one."))
                .attribute(Attribute.optional("passwordVersion", Type.NUMBER)
                        .describedAs("Another number sends `passwordHash` again."))
                .attribute(Attribute.optional("locked", Type.BOOLEAN)
                        .describedAs("Whether no password lets it in. Left out, that is not looked at."))
                .attribute(Attribute.optional("removeHome", Type.BOOLEAN)
                        .describedAs("Whether its home folder goes with it. Left out, it stays."))
                .attribute(replaceExisting)
                .build();
    }
}
