package dev.corbel.state.conformance;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Objects, intents and results that the contracts work with. */
final class Samples {
    private static final ProviderRecord PROVIDER =
            new ProviderRecord(ProviderKey.of("simulator"), Value.map(Map.of("directory", Value.of(".simulator"))));

    private Samples() {}

    static LockHolder holder(String id) {
        return new LockHolder(id, "ada", "build-7", 4711, "apply production", Instant.parse("2025-03-01T12:00:00Z"));
    }

    static Address address(String name) {
        return Address.resource("sim_object", name);
    }

    static StateObject object(String value) {
        return object(new MapValue(Map.of("value", Value.of(value))));
    }

    private static StateObject object(MapValue attributes) {
        return new StateObject(PROVIDER, 1, attributes, "", List.of(), false, Optional.empty(), false, 0);
    }

    /** An object comes to be, or changes, without a call. */
    static Result put(String name, String value) {
        return new Result(Optional.empty(), List.of(new StateChange.PutCurrent(address(name), object(value))));
    }

    /** A call made an object. */
    static Result created(String operation, String name) {
        return new Result(Optional.of(operation), List.of(new StateChange.PutCurrent(address(name), object(name))));
    }

    /** A call failed and changed nothing. */
    static Result failed(String operation) {
        return new Result(Optional.of(operation), List.of());
    }

    static Intent intent(String operation, String name) {
        return new Intent(
                operation,
                address(name),
                Intent.Action.CREATE,
                PROVIDER,
                IdentityClass.CLIENT_TOKEN,
                Value.map(Map.of("value", Value.of(name))),
                Optional.of(object(MapValue.EMPTY)),
                Optional.empty(),
                "digest of " + name);
    }

    /** The names of all objects. */
    static Set<String> names(State state) {
        Set<String> names = new TreeSet<>();
        state.instances()
                .keySet()
                .forEach(address -> names.add(String.valueOf(address.last().label())));
        return names;
    }

    /** The value of an object; empty where there is none. */
    static String value(State state, String name) {
        return state.current(address(name))
                .flatMap(object -> object.attributes().text("value"))
                .orElse("");
    }
}
