package dev.corbel.dsl.component;

import dev.corbel.providers.api.schema.Validation;

/** The rules for what inputs of components measure. */
final class Measures {
    static final Validation SIZE =
            Validation.matching("\\d+(\\.\\d+)? (KiB|MiB|GiB|TiB)", "a size such as \"512 MiB\" or \"20 GiB\"");
    static final Validation SPAN = Validation.matching(
            "\\d+ (seconds?|minutes?|hours?|days?|weeks?|s|m|h|d)",
            "a span of time such as \"30 seconds\" or \"14 days\"");

    private Measures() {}
}
