package dev.corbel.planner.testing;

import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.OutputValue;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds a state. Objects of {@code fake_object} are recorded in the place {@code here}. */
public final class StateBuilder {
    private final Map<Address, ResourceInstance> instances = new LinkedHashMap<>();
    private final Map<String, OutputValue> outputs = new LinkedHashMap<>();
    private final Map<Address, Integer> blueprints = new LinkedHashMap<>();

    public static StateObject object(String address, MapValue attributes, String... dependencies) {
        boolean fake = address.contains("fake_");
        MapValue configuration = fake ? Value.map(Map.of("place", Value.of("here"))) : MapValue.EMPTY;
        return new StateObject(
                new ProviderRecord(ProviderKey.of(fake ? "fake" : "corbel"), configuration),
                fake ? 2 : 0,
                attributes,
                "",
                List.of(dependencies).stream().map(Fixture::address).toList(),
                false,
                Optional.empty(),
                false,
                0);
    }

    /** The attributes of a {@code corbel_data}. */
    public static MapValue data(String id, Value input, Value triggers) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        attributes.put("input", input);
        attributes.put("triggers_replace", triggers);
        attributes.put("id", Value.of(id));
        attributes.put("output", input);
        return Value.map(attributes);
    }

    public StateBuilder data(String address, String input, String... dependencies) {
        return put(address, object(address, data("id-" + address, Value.of(input), Value.ofNull()), dependencies));
    }

    public StateBuilder put(String text, StateObject object) {
        Address address = Fixture.address(text);
        Map<String, StateObject> deposed =
                instances.containsKey(address) ? instances.get(address).deposed() : Map.of();
        instances.put(address, new ResourceInstance(address, Optional.of(object), deposed));
        return this;
    }

    public StateBuilder deposed(String text, String key, StateObject object) {
        Address address = Fixture.address(text);
        Map<String, StateObject> deposed = new TreeMap<>(Map.of(key, object));
        Optional<StateObject> current =
                instances.containsKey(address) ? instances.get(address).current() : Optional.empty();
        instances.put(address, new ResourceInstance(address, current, deposed));
        return this;
    }

    public StateBuilder output(String name, Value value) {
        outputs.put(name, new OutputValue(value, value.containsSensitive()));
        return this;
    }

    public StateBuilder blueprint(String component, int version) {
        blueprints.put(Fixture.address(component), version);
        return this;
    }

    State build() {
        return new State("test", "lineage", 7, instances, outputs, blueprints);
    }
}
