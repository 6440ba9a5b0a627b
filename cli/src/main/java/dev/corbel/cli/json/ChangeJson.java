package dev.corbel.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.OutputChange;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes changes of resources and outputs as Terraform's plan format words them. */
final class ChangeJson {
    private ChangeJson() {}

    static void write(ResourceChange change, Notation notation, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", notation.addresses().of(change.address()));
        optional("previous_address", change.previousAddress().map(notation.addresses()::of), json);
        optional("module_address", notation.addresses().around(change.address()), json);
        Notation.identity(change.address(), json);
        optional("deposed", change.deposedKey(), json);
        json.writeStringField(
                "provider_name",
                notation.schemas().registryAddress(change.provider().provider()));
        notation.ours(change.address(), json);
        json.writeObjectFieldStart("change");
        Schema schema = notation.schemas().of(change.address());
        values(
                actions(change.action()),
                TerraformShape.of(schema, change.before()),
                TerraformShape.of(schema, change.after()),
                json);
        if (!change.replacePaths().isEmpty()) {
            json.writeArrayFieldStart("replace_paths");
            for (ValuePath path : change.replacePaths()) {
                path(TerraformShape.of(schema, path), json);
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
