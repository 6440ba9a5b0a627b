package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.planner.plan.CheckResult;
import dev.corbel.providers.api.address.Address;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Writes what came of checks and of the conditions of resources. */
final class ChecksJson {
    private ChecksJson() {}

    static void write(List<CheckResult> checks, Notation notation, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (CheckResult check : checks) {
            json.writeStartObject();
            json.writeObjectFieldStart("address");
            address(check, notation, json);
            json.writeEndObject();
            json.writeStringField("status", check.status().name().toLowerCase(Locale.ROOT));
            json.writeArrayFieldStart("instances");
            json.writeStartObject();
            json.writeObjectFieldStart("address");
            json.writeStringField("to_display", display(check, notation));
            json.writeEndObject();
            json.writeStringField("status", check.status().name().toLowerCase(Locale.ROOT));
            problems(check, json);
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void address(CheckResult check, Notation notation, JsonGenerator json) throws IOException {
        json.writeStringField("kind", check.address().isPresent() ? "resource" : "check");
        json.writeStringField("to_display", display(check, notation));
        if (check.address().isPresent()) {
            Address address = check.address().get();
            Notation.identity(address, json);
            notation.ours(address, json);
        } else if (check.name().isPresent()) {
            json.writeStringField("name", check.name().get());
        }
    }

    private static void problems(CheckResult check, JsonGenerator json) throws IOException {
        if (!check.problems().isEmpty()) {
            json.writeArrayFieldStart("problems");
            for (String problem : check.problems()) {
                json.writeStartObject();
                json.writeStringField("message", problem);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static String display(CheckResult check, Notation notation) {
        return check.address()
                .map(notation.addresses()::of)
                .or(() -> check.name().map(name -> "check." + name))
                .orElse("");
    }
}
