package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.io.IOException;
import java.util.Locale;

/** Writes a problem as Terraform's formats do, with {@code hint} beside it. */
public final class DiagnosticJson {
    private DiagnosticJson() {}

    public static void write(Diagnostic problem, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("summary", problem.summary());
        json.writeStringField("detail", problem.detail());
        if (problem.hint().isPresent()) {
            json.writeStringField("hint", problem.hint().get());
        }
        if (problem.address().isPresent()) {
            json.writeStringField("address", problem.address().get().toString());
        }
        if (problem.range().isPresent()) {
            SourceRange range = problem.range().get();
            json.writeObjectFieldStart("range");
            json.writeStringField("filename", range.file());
            position("start", range.line(), range.column(), json);
            position("end", range.endLine(), range.endColumn(), json);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void position(String field, int line, int column, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("line", line);
        json.writeNumberField("column", column);
        json.writeEndObject();
    }
}
