package dev.corbel.cli.drift;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.corbel.cli.json.JsonText;
import dev.corbel.engine.drift.DriftReport;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.planner.drift.Finding;
import dev.corbel.planner.drift.Finding.IgnoredBy;
import dev.corbel.planner.drift.SuppressionReason;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The drift that was there on a day, and that does not count as long as its values stay. Holds no values: a hash of each, made
 * with the lineage of the state, and none of a sensitive one.
 */
public final class Baseline {
    private static final String FORMAT = "corbel-baseline";
    private static final int VERSION = 1;

    private final String file;
    private final Map<String, String> values;
    private final Set<String> met = new HashSet<>();

    private Baseline(String file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    /** The text of a baseline with all that counts now. */
    public static String of(DriftResult result) {
        Map<String, String> values = new TreeMap<>();
        for (DriftReport report : result.reports()) {
            report.findings().stream()
                    .filter(finding -> finding.counts(DriftSeverity.LOW) || isOfBaseline(finding))
                    .forEach(finding -> values.put(
                            Fingerprint.of(report.environment(), finding), value(report.lineage(), finding)));
        }
        return JsonText.document(json -> {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeObjectFieldStart("findings");
            for (Map.Entry<String, String> entry : values.entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static boolean isOfBaseline(Finding finding) {
        return finding.ignored()
                .filter(rule -> rule.reason() == SuppressionReason.BASELINE)
                .isPresent();
    }

    /**
     * Reads a baseline.
     *
     * @param name of the file, as people gave it
     * @throws DiagnosticsException where there is none, or it is something else
     */
    public static Baseline read(Path path, String name) {
        try (JsonParser json = new JsonFactory().createParser(Files.readString(path))) {
            return new Baseline(name, values(json, name));
        } catch (NoSuchFileException missing) {
            throw new DiagnosticsException(
                    Diagnostic.error("The baseline " + name + " does not exist", "")
                            .withHint("Write one: corbel drift --write-baseline " + name + "."),
                    missing);
        } catch (JsonProcessingException broken) {
            throw none(name, "It is no JSON in line " + broken.getLocation().getLineNr() + ".");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> values(JsonParser json, String name) throws IOException {
        Map<String, String> values = new TreeMap<>();
        boolean ours = false;
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals("format")) {
                ours = FORMAT.equals(json.getText());
            } else if (field.equals("version") && json.getIntValue() != VERSION) {
                throw none(name, "It has version " + json.getIntValue() + "; this Corbel knows " + VERSION + ".");
            } else if (field.equals("findings") && json.currentToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    values.put(json.currentName(), String.valueOf(json.nextTextValue()));
                }
            } else {
                json.skipChildren();
            }
        }
        if (!ours) {
            throw none(name, "Its \"format\" is not \"" + FORMAT + "\".");
        }
        return values;
    }

    private static DiagnosticsException none(String name, String detail) {
        return new DiagnosticsException(Diagnostic.error(name + " is no baseline", detail)
                .withHint("Baselines are written by corbel drift --write-baseline FILE."));
    }

    /** The report, with what is in the baseline no longer counting. */
    public DriftReport applied(DriftReport report) {
        List<Finding> findings = report.findings().stream()
                .map(finding -> isKnown(report, finding)
                        ? finding.ignoredBy(new IgnoredBy(SuppressionReason.BASELINE, file, "", "", ""))
                        : finding)
                .toList();
        return report.withFindings(findings);
    }

    private boolean isKnown(DriftReport report, Finding finding) {
        if (!finding.counts(DriftSeverity.LOW)) {
            return false;
        }
        String fingerprint = Fingerprint.of(report.environment(), finding);
        boolean known = values.containsKey(fingerprint);
        if (known) {
            met.add(fingerprint);
        }
        return known && value(report.lineage(), finding).equals(values.get(fingerprint));
    }

    /** The number of findings of it that are not there any more. */
    public int gone() {
        return values.size() - met.size();
    }

    private static String value(String lineage, Finding finding) {
        Value after = finding.after();
        if (after.isNull() || after.containsSensitive()) {
            return "";
        }
        try {
            byte[] text = (lineage + "\n" + ValueJson.write(after)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
