package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.OutputChange;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes changes of resources and outputs as Terraform's plan format words them. */
final class ChangeJson {
    private ChangeJson() {}

    static void write(ResourceChange change, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", change.address().toString());
        optional("previous_address", change.previousAddress().map(Object::toString), json);
        optional("module_address", ModuleAddress.around(change.address()), json);
        ResourceJson.identity(change.address(), json);
        optional("deposed", change.deposedKey(), json);
        json.writeStringField("provider_name", change.provider().provider());
        json.writeObjectFieldStart("change");
        values(actions(change.action()), change.before(), change.after(), json);
        if (!change.replacePaths().isEmpty()) {
            json.writeArrayFieldStart("replace_paths");
            for (ValuePath path : change.replacePaths()) {
                path(path, json);
            }
            json.writeEndArray();
        }
        if (change.adoptedId().isPresent()) {
            json.writeObjectFieldStart("importing");
            json.writeStringField("id", change.adoptedId().get());
            json.writeEndObject();
        }
        json.writeEndObject();
        optional("action_reason", change.reason().format(), json);
        json.writeEndObject();
    }

    static void write(OutputChange output, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(output.name());
        Value before = marked(output.before(), output.sensitive());
        Value after = marked(output.after(), output.sensitive());
        String action =
                !output.isChange() ? "no-op" : before.isNull() ? "create" : after.isNull() ? "delete" : "update";
        values(List.of(action), before, after, json);
        json.writeEndObject();
    }

    private static Value marked(Value value, boolean sensitive) {
        return sensitive && !value.isNull() ? Value.sensitive(value) : value;
    }

    /** The words of the format for an action, in the order in which it happens. */
    static List<String> actions(Action action) {
        return switch (action) {
            case NO_OP -> List.of("no-op");
            case CREATE -> List.of("create");
            case READ -> List.of("read");
            case UPDATE -> List.of("update");
            case DELETE -> List.of("delete");
            case REPLACE_DELETE_FIRST -> List.of("delete", "create");
            case REPLACE_CREATE_FIRST -> List.of("create", "delete");
            case FORGET -> List.of("forget");
        };
    }

    private static void values(List<String> actions, Value before, Value after, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("actions");
        for (String action : actions) {
            json.writeString(action);
        }
        json.writeEndArray();
        json.writeFieldName("before");
        MaskedValue.write(before, json);
        json.writeFieldName("after");
        MaskedValue.write(after, json);
        json.writeFieldName("after_unknown");
        if (after.isNull()) {
            json.writeStartObject();
            json.writeEndObject();
        } else {
            ValueMarks.UNKNOWN.write(after, json);
        }
        json.writeFieldName("before_sensitive");
        ValueMarks.SENSITIVE.write(before, json);
        json.writeFieldName("after_sensitive");
        ValueMarks.SENSITIVE.write(after, json);
    }

    private static void path(ValuePath path, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (ValuePath.Step step : path.steps()) {
            if (step instanceof ValuePath.Name name) {
                json.writeString(name.name());
            } else if (step instanceof ValuePath.Index index) {
                json.writeNumber(index.index());
            }
        }
        json.writeEndArray();
    }

    private static void optional(String field, Optional<String> value, JsonGenerator json) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(field, value.get());
        }
    }
}
