package dev.corbel.providers.aws.ec2;

import org.jspecify.annotations.Nullable;

/** Security groups as rules name them: those of other accounts have the account before them. */
final class GroupReference {
    private GroupReference() {}

    static String of(@Nullable String account, String group, @Nullable String owner) {
        return account == null || account.isEmpty() || account.equals(owner) ? group : account + "/" + group;
    }

    /** The same without the account where that is the owner's own. */
    static String canonical(String reference, @Nullable String owner) {
        int slash = reference.indexOf('/');
        return slash < 0 ? reference : of(reference.substring(0, slash), reference.substring(slash + 1), owner);
    }

    static String group(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }

    static @Nullable String account(String reference) {
        int slash = reference.indexOf('/');
        return slash < 0 ? null : reference.substring(0, slash);
    }
}
