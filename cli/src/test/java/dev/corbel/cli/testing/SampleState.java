package dev.corbel.cli.testing;

import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Result;
import dev.corbel.state.local.LocalStateStore;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.OutputValue;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project of one environment with some state: two resources, of which one uses the other, and two outputs. */
public final class SampleState {
    public static final Address FIRST = Address.resource("corbel_data", "first");
    public static final Address SECOND =
            SamplePlan.APP.child("corbel_data", "second").withKey("a");

    private SampleState() {}

    public static void in(Path project) throws IOException {
        Path folder = Files.createDirectories(project.resolve("environments"));
        Files.writeString(folder.resolve("default.groovy"), "resource('corbel_data', 'first') {}\n");
        LockHolder holder = new LockHolder("1", "somebody", "somewhere", 1, "test", Instant.EPOCH);
        try (StateTransaction transaction =
                new LocalStateStore(project, "default", "test").begin(holder, Duration.ZERO)) {
            transaction.record(new Result(
                    Optional.empty(),
                    List.of(
                            new StateChange.PutCurrent(FIRST, object(Map.of("id", Value.of("d-1")))),
                            new StateChange.PutCurrent(
                                    SECOND,
                                    object(
                                            Map.of("id", Value.of("d-2"), "input", Value.sensitive(Value.of("secret"))),
                                            FIRST)),
                            new StateChange.PutOutput("url", new OutputValue(Value.of("http://orders.example"), false)),
                            new StateChange.PutOutput(
                                    "password", new OutputValue(Value.sensitive(Value.of("secret")), true)))));
            transaction.commit();
        }
    }

    private static StateObject object(Map<String, Value> attributes, Address... dependencies) {
        MapValue sorted = SamplePlan.object(attributes);
        return new StateObject(
                new ProviderRecord(ProviderKey.of("corbel"), MapValue.EMPTY),
                0,
                sorted,
                "",
                List.of(dependencies),
                false,
                Optional.empty(),
                false,
                0);
    }
}
