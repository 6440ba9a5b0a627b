package dev.corbel.providers.aws.secrets;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A secret as Secrets Manager describes it. */
record Secret(
        String arn,
        String name,
        @Nullable String description,
        @Nullable String key,
        Map<String, String> tags) {}
