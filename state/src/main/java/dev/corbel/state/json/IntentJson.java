package dev.corbel.state.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.StateObject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Intents in JSON. What is sensitive among the planned values is left out and reads back as sensitive and unknown; the
 * template goes without its attributes, which mean nothing there.
 */
final class IntentJson {
    private @Nullable String operation;
    private @Nullable Address address;
    private Intent.@Nullable Action action;
    private @Nullable ProviderRecord provider;
    private @Nullable IdentityClass identity;
    private @Nullable Value planned;
    private List<ValuePath> sensitive = List.of();
    private List<ValuePath> unknown = List.of();
    private @Nullable StateObject template;
    private @Nullable String deposedKey;
    private @Nullable String digest;

    private IntentJson() {}

    static void write(Intent intent, JsonGenerator json) throws IOException {
        json.writeStartObject();
        fields(intent, json);
        json.writeEndObject();
    }

    static void fields(Intent intent, JsonGenerator json) throws IOException {
        json.writeStringField("operation", intent.operation());
        json.writeFieldName("address");
        AddressJson.write(intent.address(), json);
        json.writeStringField("action", lower(intent.action()));
        json.writeStringField("identity", lower(intent.identity()));
        json.writeFieldName("provider");
        ObjectJson.writeProvider(intent.provider(), json);
        MarkedValueJson.writeWithoutSecrets("planned", intent.planned(), json);
        if (intent.template().isPresent()) {
            json.writeFieldName("template");
            ObjectJson.write(withoutAttributes(intent.template().get()), ObjectJson::writeProvider, json);
        }
        if (intent.deposedKey().isPresent()) {
            json.writeStringField("deposed_key", intent.deposedKey().get());
        }
        json.writeStringField("digest", intent.digest());
    }

    /** The intent as it reads back. */
    static Intent withoutSecrets(Intent intent) {
        Value planned =
                Marks.set(intent.planned(), Marks.of(intent.planned()).sensitive(), Value.sensitive(Value.unknown()));
        return new Intent(
                intent.operation(),
                intent.address(),
                intent.action(),
                intent.provider(),
                intent.identity(),
                planned instanceof MapValue map ? map : MapValue.EMPTY,
                intent.template().map(IntentJson::withoutAttributes),
                intent.deposedKey(),
                intent.digest());
    }

    private static StateObject withoutAttributes(StateObject template) {
        return new StateObject(
                template.provider(),
                template.schemaVersion(),
                MapValue.EMPTY,
                template.privateData(),
                template.dependencies(),
                template.createBeforeDestroy(),
                template.preventDestroy(),
                template.tainted(),
                template.generation());
    }

    static Intent read(JsonInput input, AddressJson addresses) throws IOException {
        IntentJson fields = new IntentJson();
        input.object(name -> {
            if (!fields.field(name, input, addresses)) {
                throw input.unknownField(name);
            }
        });
        return fields.intent(input);
    }

    static IntentJson start() {
        return new IntentJson();
    }

    /** Reads a field; false where it belongs to no intent. */
    boolean field(String name, JsonInput input, AddressJson addresses) throws IOException {
        switch (name) {
            case "operation" -> operation = input.text();
            case "address" -> address = addresses.read(input);
            case "action" -> action = oneOf(Intent.Action.values(), input);
            case "identity" -> identity = oneOf(IdentityClass.values(), input);
            case "provider" -> provider = ObjectJson.readProvider(input);
            case "planned" -> planned = input.value();
            case MarkedValueJson.SENSITIVE -> sensitive = MarkedValueJson.readPaths(input);
            case MarkedValueJson.UNKNOWN -> unknown = MarkedValueJson.readPaths(input);
            case "template" -> template = ObjectJson.read(input, ObjectJson::readProvider, addresses);
            case "deposed_key" -> deposedKey = input.text();
            case "digest" -> digest = input.text();
            default -> {
                return false;
            }
        }
        return true;
    }

    Intent intent(JsonInput input) throws IOException {
        return new Intent(
                input.required(operation, "operation"),
                input.required(address, "address"),
                input.required(action, "action"),
                input.required(provider, "provider"),
                input.required(identity, "identity"),
                ObjectJson.map(input, planned, "planned", sensitive, unknown),
                Optional.ofNullable(template),
                Optional.ofNullable(deposedKey),
                input.required(digest, "digest"));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E oneOf(E[] constants, JsonInput input) throws IOException {
        String text = input.text();
        for (E constant : constants) {
            if (lower(constant).equals(text)) {
                return constant;
            }
        }
        throw input.problem("\"" + text + "\" is unknown here");
    }
}
