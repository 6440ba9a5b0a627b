package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.address.Address;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes which resource an event is about, and what is planned for it, as Terraform's machine-readable UI does. */
final class PlannedChangeJson {
    private PlannedChangeJson() {}

    static String action(ResourceChange change) {
        if (change.action().isReplacement()) {
            return "replace";
        }
        if (change.action() != Action.NO_OP) {
            return change.action().name().toLowerCase(Locale.ROOT);
        }
        return change.adoptedId().isPresent()
                ? "import"
                : change.previousAddress().isPresent() ? "move" : "noop";
    }

    static void write(ResourceChange change, String action, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("change");
        resource("resource", change.address(), json);
        if (change.previousAddress().isPresent()) {
            resource("previous_resource", change.previousAddress().get(), json);
        }
        json.writeStringField("action", action);
        Optional<String> reason = change.reason().format().map(text -> text.replaceFirst("^replace_(because|by)_", ""));
        if (reason.isPresent()) {
            json.writeStringField("reason", reason.get());
        }
        if (change.adoptedId().isPresent()) {
            json.writeObjectFieldStart("importing");
            json.writeStringField("id", change.adoptedId().get());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    static void resource(String field, Address address, JsonGenerator json) throws IOException {
        String type = address.last().type();
        json.writeObjectFieldStart(field);
        json.writeStringField("addr", address.toString());
        json.writeStringField("module", ModuleAddress.around(address).orElse(""));
        json.writeStringField("resource", new Address(List.of(address.last())).toString());
        json.writeStringField("implied_provider", type.substring(0, type.indexOf('_')));
        json.writeStringField("resource_type", type);
        json.writeStringField("resource_name", String.valueOf(address.last().label()));
        json.writeFieldName("resource_key");
        String key = address.last().key();
        if (key == null) {
            json.writeNull();
        } else {
            json.writeString(key);
        }
        json.writeEndObject();
    }
}
