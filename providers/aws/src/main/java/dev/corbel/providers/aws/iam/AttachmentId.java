package dev.corbel.providers.aws.iam;

import java.util.Optional;

/** A role and a policy that it has. */
record AttachmentId(String role, String policy) {
    /** What {@code adopt} takes: {@code ROLE/ARN}; empty where the text is none. */
    static Optional<AttachmentId> parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : Optional.of(new AttachmentId(text.substring(0, slash), text.substring(slash + 1)));
    }

    String text() {
        return role + "-" + policy;
    }

    String importText() {
        return role + "/" + policy;
    }
}
