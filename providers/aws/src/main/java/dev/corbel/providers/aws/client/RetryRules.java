package dev.corbel.providers.aws.client;

import software.amazon.awssdk.core.SdkPlugin;

/** How single requests deviate from the retries of their client. */
public final class RetryRules {
    private RetryRules() {}

    /** For calls that must not take effect twice: repeats only what certainly had no effect. */
    public static SdkPlugin onlyWithoutEffect() {
        return Retries.ONLY_WITHOUT_EFFECT;
    }
}
