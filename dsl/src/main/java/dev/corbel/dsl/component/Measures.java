package dev.corbel.dsl.component;

import dev.corbel.dsl.language.MeasureForms;
import dev.corbel.providers.api.schema.Validation;

/** The rules for what inputs of components measure. */
final class Measures {
    static final Validation SIZE = Validation.matching(MeasureForms.SIZE, "a size such as \"512 MiB\" or \"20 GiB\"");
    static final Validation SPAN =
            Validation.matching(MeasureForms.SPAN, "a span of time such as \"30 seconds\" or \"14 days\"");

    private Measures() {}
}
