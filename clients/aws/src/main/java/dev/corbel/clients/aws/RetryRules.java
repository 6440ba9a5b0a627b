package dev.corbel.clients.aws;

import software.amazon.awssdk.core.SdkPlugin;

/** Deviations of single requests from the retries of their client. */
public final class RetryRules {
    private RetryRules() {}

    /** For calls that must not take effect twice: repeats only those that certainly had no effect. */
    public static SdkPlugin onlyWithoutEffect() {
        return Retries.ONLY_WITHOUT_EFFECT;
    }
}
