package dev.corbel.cli.policy;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.cli.json.JsonText;
import dev.corbel.dsl.model.Waiver;
import dev.corbel.planner.plan.PolicyResult;
import java.io.IOException;
import java.util.Optional;

/** The report as a JSON document on one line. */
public final class PolicyJson {
    private static final String FORMAT = "corbel-policy";
    private static final int VERSION = 1;

    private PolicyJson() {}

    /**
     * The document, the same for the same results.
     *
     * @param version of Corbel
     */
    public static String of(PolicySheet sheet, String version) {
        return JsonText.line(json -> {
                    json.writeStartObject();
                    json.writeStringField("format", FORMAT);
                    json.writeNumberField("version", VERSION);
                    json.writeStringField("tool", "corbel " + version);
                    json.writeStringField("environment", sheet.environment());
                    json.writeBooleanField(
                            "production", sheet.definition().guardrails().production());
                    json.writeStringField("as_of", sheet.report().asOf().toString());
                    optional("commit", sheet.commit(), json);
                    json.writeStringField("lineage", sheet.lineage());
                    json.writeNumberField("serial", sheet.serial());
                    json.writeBooleanField("complete", sheet.isComplete());
                    json.writeArrayFieldStart("results");
                    for (PolicyResult result : sheet.report().results()) {
                        result(result, sheet, json);
                    }
                    json.writeEndArray();
                    json.writeArrayFieldStart("unused_waivers");
                    for (Waiver waiver : sheet.report().unusedWaivers()) {
                        waiver(waiver, sheet, json);
                    }
                    json.writeEndArray();
                    json.writeArrayFieldStart("types_without_facts");
                    for (String type : sheet.report().typesWithoutFacts()) {
                        json.writeString(type);
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                })
                + "\n";
    }

    private static void result(PolicyResult result, PolicySheet sheet, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("policy", result.policy());
        json.writeStringField("result", result.outcome().text());
        json.writeBooleanField("mandatory", result.isMandatory());
        optional("scope", result.scope().map(Object::toString), json);
        optional("message", Optional.of(result.message()).filter(text -> !text.isEmpty()), json);
        optional("attribute", result.attribute(), json);
        if (result.range().isPresent()) {
            json.writeObjectFieldStart("range");
            json.writeStringField("filename", result.range().get().file());
            json.writeNumberField("line", result.range().get().line());
            json.writeEndObject();
        }
        optional("hint", result.hint(), json);
        if (result.waiver().isPresent()) {
            json.writeFieldName("waiver");
            waiver(result.waiver().get(), sheet, json);
        }
        json.writeEndObject();
    }

    private static void waiver(Waiver waiver, PolicySheet sheet, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("policy", waiver.policy());
        json.writeStringField("scope", waiver.scope().toString());
        json.writeStringField("category", waiver.category().text());
        json.writeStringField("reason", waiver.reason());
        optional("control", waiver.control(), json);
        json.writeStringField("owner", waiver.owner());
        json.writeStringField("ticket", waiver.ticket());
        json.writeStringField("until", waiver.until().toString());
        json.writeNumberField("days_left", waiver.daysLeft(sheet.report().asOf()));
        json.writeStringField("at", waiver.range().file() + ":" + waiver.range().line());
        json.writeEndObject();
    }

    private static void optional(String name, Optional<String> value, JsonGenerator json) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}
