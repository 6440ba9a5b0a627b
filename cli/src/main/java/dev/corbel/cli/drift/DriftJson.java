package dev.corbel.cli.drift;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.cli.json.DiagnosticJson;
import dev.corbel.cli.json.JsonText;
import dev.corbel.cli.json.MaskedValue;
import dev.corbel.engine.drift.DriftReport;
import dev.corbel.planner.drift.Finding;
import dev.corbel.planner.drift.SuppressionReason;
import dev.corbel.planner.plan.TypeListing;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report as a JSON document on one line; docs/drift.schema.json describes it. */
public final class DriftJson {
    static final String FORMAT = "corbel-drift";
    static final int VERSION = 1;

    private DriftJson() {}

    /**
     * The document, the same for the same findings.
     *
     * @param version of Corbel
     */
    public static String of(DriftResult result, String version) {
        return JsonText.line(json -> {
                    json.writeStartObject();
                    json.writeStringField("format", FORMAT);
                    json.writeNumberField("version", VERSION);
                    json.writeStringField("tool", "corbel " + version);
                    json.writeStringField("fail_on", result.least().text());
                    optional("shard", result.shard().map(Shard::toString), json);
                    json.writeArrayFieldStart("environments");
                    for (DriftReport report : result.reports()) {
                        environment(report, result, json);
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                })
                + "\n";
    }

    private static void environment(DriftReport report, DriftResult result, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", report.environment());
        json.writeStringField("file", report.file());
        json.writeStringField("lineage", report.lineage());
        json.writeNumberField("serial", report.serial());
        json.writeBooleanField("complete", report.isComplete());
        json.writeNumberField("drift", report.counting(result.least()).size());
        json.writeNumberField("objects", report.objects());
        json.writeArrayFieldStart("compared");
        for (Address address : report.compared()) {
            json.writeString(address.toString());
        }
        json.writeEndArray();
        json.writeObjectFieldStart("calls");
        for (Map.Entry<String, Long> calls : report.calls().entrySet()) {
            json.writeNumberField(calls.getKey(), calls.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("findings");
        for (Finding finding : report.findings()) {
            finding(report.environment(), finding, json);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("suppressed");
        for (Map.Entry<SuppressionReason, Integer> count : report.suppressed().entrySet()) {
            json.writeNumberField(count.getKey().text(), count.getValue());
        }
        json.writeEndObject();
        if (!report.listings().isEmpty()) {
            listings(report, json);
        }
        diagnostics("errors", report.errors(), json);
        diagnostics("warnings", report.warnings(), json);
        json.writeEndObject();
    }

    private static void listings(DriftReport report, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("listings");
        for (TypeListing listing : report.listings()) {
            json.writeStartObject();
            json.writeStringField("type", listing.type());
            json.writeStringField("outcome", listing.outcome().text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void diagnostics(String name, List<Diagnostic> problems, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (Diagnostic problem : problems) {
            DiagnosticJson.write(problem, json);
        }
        json.writeEndArray();
    }

    private static void finding(String environment, Finding finding, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("fingerprint", Fingerprint.of(environment, finding));
        json.writeStringField("kind", finding.kind().text());
        json.writeStringField("severity", finding.severity().text());
        optional("address", finding.address().map(Object::toString), json);
        json.writeStringField("type", finding.type());
        optional("id", finding.id(), json);
        optional("attribute", finding.attribute(), json);
        if (!finding.before().isNull() || !finding.after().isNull()) {
            json.writeFieldName("before");
            MaskedValue.write(finding.before(), json);
            json.writeFieldName("after");
            MaskedValue.write(finding.after(), json);
        }
        if (finding.range().isPresent()) {
            SourceRange range = finding.range().get();
            json.writeObjectFieldStart("range");
            json.writeStringField("filename", range.file());
            json.writeNumberField("line", range.line());
            json.writeEndObject();
        }
        optional("policy", finding.policy(), json);
        optional("cause", finding.cause(), json);
        optional("detail", Optional.of(finding.detail()).filter(text -> !text.isEmpty()), json);
        if (finding.ignored().isPresent()) {
            Finding.IgnoredBy rule = finding.ignored().get();
            json.writeObjectFieldStart("suppressed");
            json.writeStringField("by", rule.reason().text());
            json.writeStringField("rule", rule.by());
            json.writeStringField("reason", rule.explanation());
            json.writeStringField("owner", rule.owner());
            json.writeStringField("until", rule.until());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void optional(String name, Optional<String> value, JsonGenerator json) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}
