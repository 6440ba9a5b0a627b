package dev.corbel.cli.drift;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.engine.drift.DriftReport;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.text.Printable;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Writes the words of a run of SARIF about itself: whether it saw everything, and what kept it from that. */
final class SarifNotifications {
    private SarifNotifications() {}

    /** @param missing how many findings there was no room for */
    static void write(DriftReport report, DriftResult result, int missing, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", report.errors().isEmpty());
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (Diagnostic error : report.errors()) {
            notification("error", text(error), FindingPlace.of(error, report, result), json);
        }
        for (Diagnostic warning : report.warnings()) {
            notification("warning", text(warning), FindingPlace.of(warning, report, result), json);
        }
        if (missing > 0) {
            String text =
                    String.format(Locale.ROOT, "%,d more findings are left out; the text and JSON have them.", missing);
            notification("warning", text, new FindingPlace(result.folder() + report.file(), 1), json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static String text(Diagnostic problem) {
        return Printable.line(problem.summary() + (problem.detail().isEmpty() ? "" : ". " + problem.detail()));
    }

    private static void notification(String level, String text, FindingPlace place, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("level", level);
        DriftSarif.message("message", text, json);
        DriftSarif.locations(place, Optional.empty(), json);
        json.writeEndObject();
    }
}
