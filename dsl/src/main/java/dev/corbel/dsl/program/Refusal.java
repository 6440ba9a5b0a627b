package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.List;
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
        if (Placeholder.of(value) != null) {
            return Placeholder.skip();
        }
        return new DiagnosticsException(diagnostic(value, use).at(range));
    }

    /**
     * What planning knows a deferred value to be, for code that decides by it; refused where it may not.
     *
     * @param use completes "A reference cannot be …"
     */
    public static @Nullable Object demanded(Deferred value, String use, @Nullable SourceRange range) {
        if (Placeholder.of(value) != null) {
            throw Placeholder.skip();
        }
        if (!value.mayDecide()) {
            throw of(value, use, range);
        }
        return value.decided(value, use, range);
    }

    /** Makes the error for code that decides by a value that turned out to be sensitive. */
    public static RuntimeException ofSecret(Deferred value, Deferred leaf, String use, @Nullable SourceRange range) {
        return new DiagnosticsException(sensitive(value, leaf, use).at(range));
    }

    /** An error that arises where a value would be looked at to make another one, which can be made later instead. */
    static final class LookException extends DiagnosticsException {
        private static final long serialVersionUID = 1L;

        LookException(Diagnostic problem) {
            super(problem);
        }

        /** The same, with this place where it knows none. */
        LookException at(SourceRange range) {
            Diagnostic problem = diagnostics().get(0);
            return problem.range().isPresent() ? this : new LookException(problem.at(range));
        }
    }

    /** The same where code of a library looks at the value, so that its whole result may be lifted. */
    static RuntimeException ofLook(Deferred value, String use, @Nullable SourceRange range) {
        return Placeholder.of(value) != null
                ? Placeholder.skip()
                : new LookException(diagnostic(value, use).at(range));
    }

    private static Diagnostic diagnostic(Deferred value, String use) {
        List<Deferred> leaves = new ArrayList<>();
        Leaves.collect(value, leaves);
        for (Deferred leaf : leaves) {
            if (leaf instanceof SensitiveText) {
                return sensitive(value, leaf, use);
            }
        }
        return Diagnostic.error(
                        "A reference cannot be " + use,
                        named(value, leaves.get(0))
                                + " has no value while the definition is evaluated, so it cannot steer what the"
                                + " definition says.")
                .withHint(
                        "Decide by a variable or a literal. Values may be computed of it: they wait until it is known.");
    }

    private static Diagnostic sensitive(Deferred value, Deferred leaf, String use) {
        return Diagnostic.error(
                        "A sensitive value cannot be " + use,
                        named(value, leaf) + " is sensitive, so it must not steer what the definition says.")
                .withHint("Pass it on as it is, or decide by a variable that is not sensitive.");
    }

    /** Says why a value is not known, as in "aws_vpc.main.id has no value yet". */
    public static String reason(Deferred value) {
        List<Deferred> leaves = new ArrayList<>();
        Leaves.collect(value, leaves);
        return named(value, leaves.get(0)) + " has no value yet.";
    }

    /** The reference or secret, with what is made of it where that is another value. */
    private static String named(Deferred value, Deferred leaf) {
        return value instanceof LiftedValue
                ? value.display() + " is made of " + leaf.display() + ", which"
                : leaf.display();
    }
}
