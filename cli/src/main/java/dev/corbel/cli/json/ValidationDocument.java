package dev.corbel.cli.json;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.List;

/** What a check of a definition found, in the form of {@code terraform validate -json}. */
public final class ValidationDocument {
    private ValidationDocument() {}

    /** The document; the definition is valid where no problem is an error. */
    public static String of(List<Diagnostic> problems) {
        long errors = problems.stream().filter(Diagnostic::isError).count();
        return JsonText.document(json -> {
            json.writeStartObject();
            json.writeStringField("format_version", "1.0");
            json.writeBooleanField("valid", errors == 0);
            json.writeNumberField("error_count", errors);
            json.writeNumberField("warning_count", problems.size() - errors);
            json.writeArrayFieldStart("diagnostics");
            for (Diagnostic problem : problems) {
                DiagnosticJson.write(problem, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
