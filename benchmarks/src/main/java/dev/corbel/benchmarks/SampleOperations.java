package dev.corbel.benchmarks;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an apply journals, without the apply. */
final class SampleOperations {
    private static final ProviderRecord PROVIDER =
            new ProviderRecord(ProviderKey.of("simulator"), Value.map(Map.of("directory", Value.of(".simulator"))));

    private SampleOperations() {}

    static Address address(long number) {
        return Address.resource("sim_object", "n" + number);
    }

    static StateObject object(long number) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        attributes.put("id", Value.of("id-" + number));
        attributes.put("name", Value.of("object " + number));
        attributes.put("value", Value.of("x".repeat(50)));
        attributes.put("revision", Value.of(number));
        attributes.put("fixed", Value.ofNull());
        return new StateObject(
                PROVIDER,
                1,
                new MapValue(attributes),
                "",
                List.of(address(number / 10)),
                false,
                Optional.empty(),
                false,
                0);
    }

    static Result put(Optional<String> operation, long number) {
        return new Result(operation, List.of(new StateChange.PutCurrent(address(number), object(number))));
    }

    /** The intent and the result of one creation, both safe when this returns. */
    static void run(StateTransaction transaction, long number) {
        String operation = Long.toString(number);
        StateObject object = object(number);
        transaction.intend(new Intent(
                operation,
                address(number),
                Intent.Action.CREATE,
                PROVIDER,
                IdentityClass.CLIENT_TOKEN,
                object.attributes(),
                Optional.of(object),
                Optional.empty(),
                "digest"));
        transaction.record(put(Optional.of(operation), number % 1000));
    }
}
