package dev.corbel.cli.view;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.OutputValue;

/** The bare text of an output, for programs; also where it is sensitive. */
public final class RawOutput {
    private RawOutput() {}

    /** The text without a line end. Fails for values that are no string, number or boolean. */
    public static String of(String name, OutputValue output) {
        Value value = output.value().fullyUnmarked();
        if (value instanceof StringValue text) {
            return text.value();
        }
        if (value.isNull() || value instanceof MapValue || value instanceof ListValue) {
            throw new DiagnosticsException(Diagnostic.error(
                            "The output \"" + name + "\" has no bare text",
                            "--raw prints strings, numbers and booleans.")
                    .withHint("Use --json."));
        }
        return ValueJson.write(value);
    }
}
