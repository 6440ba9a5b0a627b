package dev.corbel.state;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects, intents and results that tests share. */
public final class Samples {
    public static final ProviderRecord PROVIDER =
            new ProviderRecord(ProviderKey.of("simulator"), Value.map(Map.of("directory", Value.of(".simulator"))));

    private Samples() {}

    public static Address address(String name) {
        return Address.resource("sim_object", name);
    }

    public static StateObject object(String value) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        attributes.put("id", Value.of("id-" + value));
        attributes.put("value", Value.of(value));
        return object(new MapValue(attributes));
    }

    public static StateObject object(MapValue attributes) {
        return new StateObject(PROVIDER, 1, attributes, "", List.of(), false, Optional.empty(), false, 0);
    }

    public static Result put(String name, String value) {
        return new Result(Optional.empty(), List.of(new StateChange.PutCurrent(address(name), object(value))));
    }

    public static Result created(String operation, String name) {
        return new Result(Optional.of(operation), List.of(new StateChange.PutCurrent(address(name), object(name))));
    }

    public static Intent intent(String operation, String name) {
        return creation(operation, name, Optional.empty());
    }

    /** Of an object that takes the place of another one before that goes. */
    public static Intent replacement(String operation, String name, String deposedKey) {
        return creation(operation, name, Optional.of(deposedKey));
    }

    private static Intent creation(String operation, String name, Optional<String> deposedKey) {
        return new Intent(
                operation,
                address(name),
                Intent.Action.CREATE,
                PROVIDER,
                IdentityClass.CLIENT_TOKEN,
                Value.map(Map.of("value", Value.of(name))),
                Optional.of(object(MapValue.EMPTY)),
                deposedKey,
                "digest of " + name);
    }
}
