package dev.corbel.state.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.providers.api.address.Address;
import dev.corbel.state.model.OutputValue;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Changes of state in JSON. */
final class ChangeJson {
    private String kind = "";
    private @Nullable Address address;
    private @Nullable Address to;
    private @Nullable String key;
    private @Nullable String name;
    private @Nullable StateObject object;
    private @Nullable OutputValue output;
    private @Nullable Integer version;

    private ChangeJson() {}

    static void write(StateChange change, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (change instanceof StateChange.PutCurrent put) {
            start("put_current", put.address(), json);
            object(put.object(), json);
        } else if (change instanceof StateChange.RemoveCurrent remove) {
            start("remove_current", remove.address(), json);
        } else if (change instanceof StateChange.Depose depose) {
            start("depose", depose.address(), json);
            json.writeStringField("key", depose.key());
        } else if (change instanceof StateChange.Restore restore) {
            start("restore", restore.address(), json);
            json.writeStringField("key", restore.key());
        } else if (change instanceof StateChange.PutDeposed put) {
            start("put_deposed", put.address(), json);
            json.writeStringField("key", put.key());
            object(put.object(), json);
        } else if (change instanceof StateChange.RemoveDeposed remove) {
            start("remove_deposed", remove.address(), json);
            json.writeStringField("key", remove.key());
        } else if (change instanceof StateChange.Move move) {
            start("move", move.from(), json);
            json.writeFieldName("to");
            AddressJson.write(move.to(), json);
        } else if (change instanceof StateChange.PutOutput put) {
            json.writeStringField("change", "put_output");
            json.writeStringField("name", put.name());
            json.writeFieldName("output");
            OutputJson.write(put.value(), json);
        } else if (change instanceof StateChange.RemoveOutput remove) {
            json.writeStringField("change", "remove_output");
            json.writeStringField("name", remove.name());
        } else if (change instanceof StateChange.PutBlueprint put) {
            start("put_blueprint", put.component(), json);
            json.writeNumberField("version", put.version());
        } else if (change instanceof StateChange.RemoveBlueprint remove) {
            start("remove_blueprint", remove.component(), json);
        }
        json.writeEndObject();
    }

    private static void start(String kind, Address address, JsonGenerator json) throws IOException {
        json.writeStringField("change", kind);
        json.writeFieldName("address");
        AddressJson.write(address, json);
    }

    private static void object(StateObject object, JsonGenerator json) throws IOException {
        json.writeFieldName("object");
        ObjectJson.write(object, ObjectJson::writeProvider, json);
    }

    static StateChange read(JsonInput input, AddressJson addresses) throws IOException {
        ChangeJson fields = new ChangeJson();
        input.object(field -> {
            switch (field) {
                case "change" -> fields.kind = input.text();
                case "address" -> fields.address = addresses.read(input);
                case "to" -> fields.to = addresses.read(input);
                case "key" -> fields.key = input.text();
                case "name" -> fields.name = input.text();
                case "object" -> fields.object = ObjectJson.read(input, ObjectJson::readProvider, addresses);
                case "output" -> fields.output = OutputJson.read(input);
                case "version" -> fields.version = input.smallInteger();
                default -> throw input.unknownField(field);
            }
        });
        return fields.change(input);
    }

    private StateChange change(JsonInput input) throws StateFormatException {
        return switch (kind) {
            case "put_current" -> new StateChange.PutCurrent(address(input), object(input));
            case "remove_current" -> new StateChange.RemoveCurrent(address(input));
            case "depose" -> new StateChange.Depose(address(input), key(input));
            case "restore" -> new StateChange.Restore(address(input), key(input));
            case "put_deposed" -> new StateChange.PutDeposed(address(input), key(input), object(input));
            case "remove_deposed" -> new StateChange.RemoveDeposed(address(input), key(input));
            case "move" -> new StateChange.Move(address(input), input.required(to, "to"));
            case "put_output" -> new StateChange.PutOutput(name(input), input.required(output, "output"));
            case "remove_output" -> new StateChange.RemoveOutput(name(input));
            case "put_blueprint" -> new StateChange.PutBlueprint(address(input), input.required(version, "version"));
            case "remove_blueprint" -> new StateChange.RemoveBlueprint(address(input));
            default -> throw input.problem("there is no change \"" + kind + "\"");
        };
    }

    private Address address(JsonInput input) throws StateFormatException {
        return input.required(address, "address");
    }

    private String key(JsonInput input) throws StateFormatException {
        return input.required(key, "key");
    }

    private String name(JsonInput input) throws StateFormatException {
        return input.required(name, "name");
    }

    private StateObject object(JsonInput input) throws StateFormatException {
        return input.required(object, "object");
    }
}
