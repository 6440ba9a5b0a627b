package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import org.jspecify.annotations.Nullable;

/** Makes the errors for code that looks at a value that it cannot know. */
public final class Refusal {
    private Refusal() {}

    /**
     * Makes the error for code that looks at a deferred value.
     *
     * @param use completes "A reference cannot be …"
     */
    public static RuntimeException of(Deferred value, String use, @Nullable SourceRange range) {
        if (value instanceof Placeholder) {
            return Placeholder.skip();
        }
        if (value instanceof SensitiveText) {
            return Problem.error(
                    "A sensitive value cannot be " + use,
                    value.display() + " is sensitive, so it must not steer what the definition says.",
                    "Pass it on as it is, or decide by a variable that is not sensitive.",
                    range);
        }
        return Problem.error(
                "A reference cannot be " + use,
                value.display() + " has no value while the definition is evaluated, so it cannot steer what the"
                        + " definition says.",
                "Decide by a variable or a literal, or transform the value once it is known with .map { … }.",
                range);
    }

    static RuntimeException ofCall(Deferred value, String method, SourceRange range) {
        if (value instanceof Placeholder || value instanceof SensitiveText) {
            return of(value, "asked for " + method + "()", range);
        }
        return Problem.error(
                "A reference has no method \"" + method + "\"",
                value.display() + " has no value while the definition is evaluated.",
                "Call it once the value is known: " + value.display() + ".map { it." + method + "(…) }",
                range);
    }
}
