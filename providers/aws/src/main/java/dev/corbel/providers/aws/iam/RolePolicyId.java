package dev.corbel.providers.aws.iam;

import java.util.Optional;

/** The id of a policy inside a role: {@code ROLE:NAME}. */
record RolePolicyId(String role, String name) {
    /** Empty where the text is no such id. */
    static Optional<RolePolicyId> parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(new RolePolicyId(text.substring(0, colon), text.substring(colon + 1)));
    }

    String text() {
        return role + ":" + name;
    }
}
