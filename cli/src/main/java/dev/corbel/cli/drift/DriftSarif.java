package dev.corbel.cli.drift;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.cli.json.JsonText;
import dev.corbel.dsl.model.BuiltInPolicy;
import dev.corbel.engine.drift.DriftReport;
import dev.corbel.planner.drift.DriftKind;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.planner.drift.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The report in the Static Analysis Results Interchange Format, 2.1.0: a run for each environment, so that a code host keeps
 * the alerts of one apart from those of another. It stays within what GitHub takes.
 */
public final class DriftSarif {
    /** The environments that one document has room for; GitHub refuses a file with more runs. */
    public static final int MAX_RUNS = 20;

    /** GitHub shows no more results of a run. */
    static final int MAX_RESULTS = 5_000;

    private static final List<DriftKind> RULES = List.of(DriftKind.values());
    private static final String POLICY = "policy/";
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private DriftSarif() {}

    /**
     * The document.
     *
     * @param version of Corbel
     * @throws IllegalArgumentException where there are more environments than {@link #MAX_RUNS}
     */
    public static String of(DriftResult result, String version) {
        if (result.reports().size() > MAX_RUNS) {
            throw new IllegalArgumentException(result.reports().size() + " environments for one document");
        }
        return JsonText.line(json -> {
                    json.writeStartObject();
                    json.writeStringField("$schema", SCHEMA);
                    json.writeStringField("version", "2.1.0");
                    json.writeArrayFieldStart("runs");
                    for (DriftReport report : result.reports()) {
                        run(report, result, version, json);
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                })
                + "\n";
    }

    private static void run(DriftReport report, DriftResult result, String version, JsonGenerator json)
            throws IOException {
        List<WorstFirst.Located> findings = WorstFirst.of(List.of(report));
        List<String> policies = report.findings().stream()
                .flatMap(finding -> finding.policy().stream())
                .distinct()
                .sorted()
                .toList();
        json.writeStartObject();
        tool(version, policies, json);
        json.writeObjectFieldStart("automationDetails");
        json.writeStringField("id", "corbel-drift/" + report.environment() + "/");
        json.writeEndObject();
        json.writeStringField("columnKind", "utf16CodeUnits");
        SarifNotifications.write(report, result, Math.max(0, findings.size() - MAX_RESULTS), json);
        json.writeArrayFieldStart("results");
        for (WorstFirst.Located located : findings.subList(0, Math.min(findings.size(), MAX_RESULTS))) {
            result(located.finding(), policies, report, result, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** @param policies those that are not passed, each of which is a rule of its own */
    private static void tool(String version, List<String> policies, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Corbel");
        json.writeStringField("version", version);
        json.writeArrayFieldStart("rules");
        for (DriftKind kind : RULES) {
            rule(kind.text(), kind.description(), "docs/drift.md", json);
        }
        for (String policy : policies) {
            String about = BuiltInPolicy.find(policy).map(BuiltInPolicy::about).orElse("A policy of the project.");
            rule(POLICY + uri(policy), about, "docs/policies.md", json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void rule(String id, String about, String document, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        message("shortDescription", about, json);
        message("fullDescription", about, json);
        message("help", about + " " + document + " of Corbel says more.", json);
        json.writeEndObject();
    }

    private static void result(
            Finding finding, List<String> policies, DriftReport report, DriftResult result, JsonGenerator json)
            throws IOException {
        Optional<String> policy = finding.policy();
        json.writeStartObject();
        json.writeStringField(
                "ruleId",
                policy.map(id -> POLICY + uri(id)).orElse(finding.kind().text()));
        json.writeNumberField(
                "ruleIndex",
                policy.map(id -> RULES.size() + policies.indexOf(id)).orElse(RULES.indexOf(finding.kind())));
        json.writeStringField("level", Level.of(finding).text());
        message("message", FindingWords.line(finding), json);
        locations(FindingPlace.of(finding, report, result), finding.address().map(Object::toString), json);
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("corbelFinding/v1", Fingerprint.of(report.environment(), finding));
        json.writeEndObject();
        if (finding.ignored().isPresent()) {
            suppression(finding.ignored().get(), json);
        }
        json.writeObjectFieldStart("properties");
        json.writeStringField("environment", report.environment());
        if (finding.severity() != DriftSeverity.NOTE) {
            json.writeStringField("severity", finding.severity().text());
        }
        json.writeStringField("type", finding.type());
        json.writeEndObject();
        json.writeEndObject();
    }

    static void locations(FindingPlace place, Optional<String> object, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(place.file()));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", place.line());
        json.writeEndObject();
        json.writeEndObject();
        if (object.isPresent()) {
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("fullyQualifiedName", object.get());
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void suppression(Finding.IgnoredBy rule, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("suppressions");
        json.writeStartObject();
        json.writeStringField("kind", "external");
        json.writeStringField("status", "accepted");
        json.writeStringField("justification", IgnoredWords.of(rule));
        json.writeEndObject();
        json.writeEndArray();
    }

    /** Writes a text that holds no link; readers take what looks like one in Markdown for a link. */
    static void message(String field, String text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text.replace("](", "] ("));
        json.writeEndObject();
    }

    /** A path as a relative reference, with all that means something in one written in hexadecimal digits. */
    static String uri(String path) {
        StringBuilder uri = new StringBuilder(path.length());
        for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xff);
            boolean plain = c < 0x7f && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
            uri.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return uri.toString();
    }
}
