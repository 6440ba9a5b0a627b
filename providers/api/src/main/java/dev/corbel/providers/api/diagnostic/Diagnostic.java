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
 */
public record Diagnostic(
        Severity severity,
        String summary,
        String detail,
        Optional<Address> address,
        Optional<SourceRange> range,
        Optional<String> hint) {

    public static Diagnostic error(String summary, String detail) {
        return new Diagnostic(Severity.ERROR, summary, detail, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Diagnostic warning(String summary, String detail) {
        return new Diagnostic(Severity.WARNING, summary, detail, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Diagnostic at(@Nullable Address where) {
        return new Diagnostic(severity, summary, detail, Optional.ofNullable(where), range, hint);
    }

    public Diagnostic at(@Nullable SourceRange where) {
        return new Diagnostic(severity, summary, detail, address, Optional.ofNullable(where), hint);
    }

    public Diagnostic withHint(@Nullable String text) {
        return new Diagnostic(severity, summary, detail, address, range, Optional.ofNullable(text));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
