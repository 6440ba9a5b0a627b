package dev.corbel.providers.aws.iam;

import java.util.stream.Stream;

/** The policies of AWS that let their owner do nearly everything, or give himself the right to. */
final class AdministratorPolicies {
    /** The end of a sentence on who has one of them. */
    static final String DANGER = "grants the rights of an administrator";

    private AdministratorPolicies() {}

    static boolean contain(String arn) {
        return Stream.of("/AdministratorAccess", "/IAMFullAccess", "/PowerUserAccess")
                .anyMatch(arn::endsWith);
    }
}
