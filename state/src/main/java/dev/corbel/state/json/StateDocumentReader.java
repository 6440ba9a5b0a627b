package dev.corbel.state.json;

import dev.corbel.providers.api.address.Address;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.OutputValue;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads state. */
public final class StateDocumentReader {
    private final JsonInput input;
    private final AddressJson addresses = new AddressJson();
    private final Map<String, ProviderRecord> providers = new HashMap<>();
    private final Map<Address, ResourceInstance> instances = new LinkedHashMap<>();
    private final Map<String, OutputValue> outputs = new TreeMap<>();
    private final Map<Address, Integer> blueprints = new LinkedHashMap<>();
    private final List<Intent> interrupted = new ArrayList<>();
    private @Nullable Integer format;
    private @Nullable String environment;
    private @Nullable String lineage;
    private @Nullable Long serial;
    private @Nullable String journal;
    private @Nullable String engine;
    private @Nullable String rescuedFrom;

    private StateDocumentReader(JsonInput input) {
        this.input = input;
    }

    /**
     * Reads a document to its end. A {@link NewerFormatException} where a later version of the format wrote it, a
     * {@link StateFormatException} with the place where it is wrong.
     */
    public static StateDocument read(InputStream source) throws IOException {
        return JsonInput.document(source, input -> new StateDocumentReader(input).document());
    }

    /** Reads which snapshot this is, and no further. */
    public static StateVersion readVersion(InputStream source) throws IOException {
        return JsonInput.beginning(source, input -> new StateDocumentReader(input).version());
    }

    private StateVersion version() throws IOException {
        input.objectWhile(() -> lineage == null || serial == null || journal == null, name -> {
            if (!head(name)) {
                input.skip();
            }
        });
        return new StateVersion(
                input.required(lineage, "lineage"),
                input.required(serial, "serial"),
                input.required(journal, "journal"));
    }

    private StateDocument document() throws IOException {
        input.object(name -> {
            if (!head(name)) {
                body(name);
            }
        });
        input.required(format, "format");
        State state = new State(
                input.required(environment, "environment"),
                input.required(lineage, "lineage"),
                input.required(serial, "serial"),
                instances,
                outputs,
                blueprints);
        return new StateDocument(
                state,
                input.required(engine, "engine"),
                input.required(journal, "journal"),
                interrupted,
                Optional.ofNullable(rescuedFrom));
    }

    private boolean head(String name) throws IOException {
        switch (name) {
            case "format" -> format = format();
            case "environment" -> environment = input.text();
            case "lineage" -> lineage = input.text();
            case "serial" -> serial = serial();
            case "journal" -> journal = input.text();
            case "engine" -> engine = input.text();
            case "rescued_from" -> rescuedFrom = input.text();
            default -> {
                return false;
            }
        }
        return true;
    }

    private long serial() throws IOException {
        long number = input.integer();
        if (number < 0) {
            throw input.problem("a serial is never negative");
        }
        return number;
    }

    private int format() throws IOException {
        long version = input.integer();
        if (version > StateDocumentWriter.FORMAT) {
            throw new NewerFormatException(version);
        }
        return (int) version;
    }

    private void body(String name) throws IOException {
        switch (name) {
            case "configurations" -> input.object(provider -> providers.put(provider, ObjectJson.readProvider(input)));
            case "instances" -> input.array(this::instance);
            case "outputs" -> input.object(output -> outputs.put(output, OutputJson.read(input)));
            case "blueprints" -> input.array(this::blueprint);
            case "interrupted" -> input.array(() -> interrupted.add(IntentJson.read(input, addresses)));
            default -> throw input.unknownField(name);
        }
    }

    private void instance() throws IOException {
        @Nullable Address[] address = new @Nullable Address[1];
        @Nullable StateObject[] current = new @Nullable StateObject[1];
        Map<String, StateObject> deposed = new TreeMap<>();
        input.object(name -> {
            switch (name) {
                case "address" -> address[0] = addresses.read(input);
                case "current" -> current[0] = object();
                case "deposed" -> input.object(key -> deposed.put(key, object()));
                default -> throw input.unknownField(name);
            }
        });
        Address where = input.required(address[0], "address");
        if (current[0] == null && deposed.isEmpty()) {
            throw input.problem("there is no object at " + where);
        }
        if (instances.put(where, new ResourceInstance(where, Optional.ofNullable(current[0]), deposed)) != null) {
            throw input.problem(where + " occurs twice");
        }
    }

    private StateObject object() throws IOException {
        return ObjectJson.read(input, this::provider, addresses);
    }

    private ProviderRecord provider(JsonInput input) throws IOException {
        ProviderRecord provider = providers.get(input.text());
        if (provider == null) {
            throw input.problem("this is not among the configurations above");
        }
        return provider;
    }

    private void blueprint() throws IOException {
        @Nullable Address[] component = new @Nullable Address[1];
        @Nullable Integer[] version = new @Nullable Integer[1];
        input.object(name -> {
            switch (name) {
                case "component" -> component[0] = addresses.read(input);
                case "version" -> version[0] = input.smallInteger();
                default -> throw input.unknownField(name);
            }
        });
        blueprints.put(input.required(component[0], "component"), input.required(version[0], "version"));
    }
}
