package dev.corbel.state.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.corbel.providers.api.address.Address;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.OutputValue;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateObject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes state for people to read, in an order that depends on nothing but its content. */
public final class StateDocumentWriter {
    /** The version of the format. A reader refuses what is newer. */
    public static final int FORMAT = 2;

    private final Map<ProviderRecord, String> providers = new LinkedHashMap<>();
    // Most objects share a record, so that comparing the contents is seldom needed.
    private final IdentityHashMap<ProviderRecord, String> names = new IdentityHashMap<>();
    private final StateDocument document;

    private StateDocumentWriter(StateDocument document) {
        this.document = document;
    }

    /** Writes the document as UTF-8 and leaves the stream open. */
    public static void write(StateDocument document, OutputStream target) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = JsonInput.FACTORY.createGenerator(target)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new DefaultPrettyPrinter()
                    .withObjectIndenter(lines)
                    .withArrayIndenter(DefaultPrettyPrinter.FixedSpaceIndenter.instance));
            new StateDocumentWriter(document).write(json);
            json.writeRaw('\n');
        }
    }

    private void write(JsonGenerator json) throws IOException {
        State state = document.state();
        List<Entry<ResourceInstance>> instances = sorted(state.instances());
        instances.forEach(entry -> entry.value().current().ifPresent(this::name));
        instances.forEach(entry -> entry.value().deposed().values().forEach(this::name));
        json.writeStartObject();
        // These come first, so that they can be read without the rest.
        json.writeNumberField("format", FORMAT);
        json.writeStringField("environment", state.environment());
        json.writeStringField("lineage", state.lineage());
        json.writeNumberField("serial", state.serial());
        json.writeStringField("journal", document.journal());
        json.writeStringField("engine", document.engineVersion());
        if (document.rescuedFrom().isPresent()) {
            json.writeStringField("rescued_from", document.rescuedFrom().get());
        }
        providers(json);
        json.writeArrayFieldStart("instances");
        for (Entry<ResourceInstance> entry : instances) {
            instance(entry.value(), json);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("outputs");
        for (Map.Entry<String, OutputValue> output : state.outputs().entrySet()) {
            json.writeFieldName(output.getKey());
            OutputJson.write(output.getValue(), json);
        }
        json.writeEndObject();
        blueprints(sorted(state.blueprints()), json);
        json.writeArrayFieldStart("interrupted");
        for (Intent intent : document.interrupted()) {
            IntentJson.write(intent, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Gives each provider record a name of its own, so that its settings stand in the document once. */
    private void name(StateObject object) {
        names.computeIfAbsent(object.provider(), provider -> providers.computeIfAbsent(provider, this::freeName));
    }

    private String freeName(ProviderRecord provider) {
        String key = provider.key().toString();
        String name = key;
        for (int i = 2; providers.containsValue(name); i++) {
            name = key + "#" + i;
        }
        return name;
    }

    private void providers(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("configurations");
        for (Map.Entry<ProviderRecord, String> provider : providers.entrySet()) {
            json.writeFieldName(provider.getValue());
            ObjectJson.writeProvider(provider.getKey(), json);
        }
        json.writeEndObject();
    }

    private void instance(ResourceInstance instance, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeFieldName("address");
        AddressJson.write(instance.address(), json);
        if (instance.current().isPresent()) {
            json.writeFieldName("current");
            ObjectJson.write(instance.current().get(), this::provider, json);
        }
        if (!instance.deposed().isEmpty()) {
            json.writeObjectFieldStart("deposed");
            for (Map.Entry<String, StateObject> deposed : instance.deposed().entrySet()) {
                json.writeFieldName(deposed.getKey());
                ObjectJson.write(deposed.getValue(), this::provider, json);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void provider(ProviderRecord provider, JsonGenerator json) throws IOException {
        json.writeString(names.get(provider));
    }

    private static void blueprints(List<Entry<Integer>> blueprints, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("blueprints");
        for (Entry<Integer> blueprint : blueprints) {
            json.writeStartObject();
            json.writeFieldName("component");
            AddressJson.write(blueprint.address(), json);
            json.writeNumberField("version", blueprint.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Something at an address, with a text to sort by that is made once. */
    private record Entry<T>(String text, Address address, T value) {}

    private static <T> List<Entry<T>> sorted(Map<Address, T> byAddress) {
        List<Entry<T>> entries = new ArrayList<>(byAddress.size());
        byAddress.forEach((address, value) -> entries.add(new Entry<>(address.qualified(), address, value)));
        entries.sort(Comparator.comparing(Entry::text));
        return entries;
    }
}
