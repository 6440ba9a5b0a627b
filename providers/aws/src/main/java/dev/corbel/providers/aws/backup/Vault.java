package dev.corbel.providers.aws.backup;

import org.jspecify.annotations.Nullable;

/** A vault as lists and descriptions tell of it. */
record Vault(String name, String arn, @Nullable String key, long backups) {}
