package dev.corbel.providers.api.diagnostic;

import dev.corbel.providers.api.address.Address;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A problem as a value.
 *
 * @param summary one line without a full stop: what is wrong
 * @param detail more, in sentences; may be empty
 * @param address the resource or component that it is about
 * @param range where in the definition it comes from
 * @param hint what to do about it, such as a "did you mean"
 * @param isOfSession whether it is wrong with the session of a provider, such as its credentials or its endpoint, so that
 *     every object of it meets the same
 */
public record Diagnostic(
        Severity severity,
        String summary,
        String detail,
        Optional<Address> address,
        Optional<SourceRange> range,
        Optional<String> hint,
        boolean isOfSession) {

    /** A problem of one thing. */
    public Diagnostic(
            Severity severity,
            String summary,
            String detail,
            Optional<Address> address,
            Optional<SourceRange> range,
            Optional<String> hint) {
        this(severity, summary, detail, address, range, hint, false);
    }

    public static Diagnostic error(String summary, String detail) {
        return new Diagnostic(Severity.ERROR, summary, detail, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Diagnostic warning(String summary, String detail) {
        return new Diagnostic(Severity.WARNING, summary, detail, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Diagnostic at(@Nullable Address where) {
        return new Diagnostic(severity, summary, detail, Optional.ofNullable(where), range, hint, isOfSession);
    }

    public Diagnostic at(@Nullable SourceRange where) {
        return new Diagnostic(severity, summary, detail, address, Optional.ofNullable(where), hint, isOfSession);
    }

    public Diagnostic withHint(@Nullable String text) {
        return new Diagnostic(severity, summary, detail, address, range, Optional.ofNullable(text), isOfSession);
    }

    /** The same, said of a provider's session: the engine tells it once for all objects that meet it. */
    public Diagnostic ofSession() {
        return new Diagnostic(severity, summary, detail, address, range, hint, true);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
