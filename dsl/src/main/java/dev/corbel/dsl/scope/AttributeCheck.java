package dev.corbel.dsl.scope;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings what was written for an attribute into its type and checks it. */
public final class AttributeCheck {
    private AttributeCheck() {}

    /** Makes the declared value, known and of its type where nothing in it is deferred. */
    public static DeclaredValue check(Attribute attribute, @Nullable Object written, SourceRange range) {
        Optional<Value> value;
        try {
            value = PlainValues.value(written);
        } catch (DiagnosticsException noValue) {
            Diagnostic first = noValue.diagnostics().get(0);
            throw new DiagnosticsException(Diagnostic.error(
                            "\"" + attribute.name() + "\" cannot take this: " + lower(first.summary()), first.detail())
                    .at(range));
        }
        return value.isEmpty()
                ? new DeclaredValue.Unresolved(written, attribute.name(), attribute.type(), range)
                : new DeclaredValue.Known(convert(attribute, value.get(), range));
    }

    /** The value in the attribute's type; fails where it does not fit. */
    static Value convert(Attribute attribute, Value value, SourceRange range) {
        Value converted;
        try {
            converted = Conversion.convert(value, attribute.type());
        } catch (Conversion.MismatchException mismatch) {
            throw mismatch(attribute.name(), mismatch, range);
        }
        Value bare = converted.unmarked();
        // A literal has no mark, whatever it is given to.
        Value marked = attribute.isSensitive() ? Value.sensitive(converted) : converted;
        if (!bare.isNull() && bare.isWhollyKnown()) {
            for (Validation validation : attribute.validations()) {
                validation.told(marked).ifPresent(problem -> {
                    throw new DiagnosticsException(Diagnostic.error(
                                    "\"" + attribute.name() + "\" " + problem,
                                    marked.containsSensitive() ? "" : "It is " + display(bare) + ".")
                            .at(range));
                });
            }
        }
        return converted;
    }

    public static DiagnosticsException mismatch(String name, Conversion.MismatchException mismatch, SourceRange range) {
        String path = mismatch.path().isRoot()
                ? ""
                : (mismatch.path().steps().get(0) instanceof ValuePath.Index ? "" : ".") + mismatch.path();
        String message = String.valueOf(mismatch.getMessage());
        return new DiagnosticsException(Diagnostic.error("\"" + name + path.replace(".[", "[") + "\" " + message, "")
                .at(range));
    }

    private static String display(Value value) {
        return value instanceof dev.corbel.providers.api.value.StringValue text
                ? "\"" + text.value() + "\""
                : value.toString();
    }

    private static String lower(String summary) {
        return Character.toLowerCase(summary.charAt(0)) + summary.substring(1);
    }
}
