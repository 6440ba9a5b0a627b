package dev.corbel.planner.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.DefinitionLoader;
import dev.corbel.dsl.LoadOptions;
import dev.corbel.dsl.model.Definition;
import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.PlanRequest;
import dev.corbel.planner.apply.Applier;
import dev.corbel.planner.apply.ApplyRequest;
import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.builtin.BuiltinProvider;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.planning.Planner;
import dev.corbel.planner.session.Sessions;
import dev.corbel.planner.testing.PlanText;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressParser;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.simulator.SimulatorProvider;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Result;
import dev.corbel.state.local.LocalStateStore;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An environment on the disk: its file, its state, and the simulator's folder. */
final class Environment {
    private static final LockHolder HOLDER = new LockHolder("id", "test", "host", 1, "apply test", Instant.EPOCH);
    private static final String FILE = "environments/test.groovy";

    private final Path folder;
    private final ProviderCatalog catalog =
            new ProviderCatalog(List.of(new SimulatorProvider(), new BuiltinProvider()));

    Environment(Path folder) {
        this.folder = folder;
    }

    /** Writes the definition file. */
    void is(String text) {
        file(FILE, text);
    }

    /** Writes a file of the project. */
    void file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    State state() {
        return store().read();
    }

    private LocalStateStore store() {
        return new LocalStateStore(folder, "test", "0.1.0");
    }

    /** The plan as text. */
    String plan(PlanOptions options) {
        try (Sessions sessions = sessions()) {
            return PlanText.of(plan(options, state(), sessions));
        }
    }

    String plan() {
        return plan(PlanOptions.of(PlanMode.NORMAL));
    }

    /** Plans, applies, and gives the kinds and addresses of what was done, in the order in which it ended. */
    ApplyResult apply(PlanOptions options) {
        try (StateTransaction transaction = store().begin(HOLDER, Duration.ZERO);
                Sessions sessions = sessions()) {
            Plan plan = plan(options, transaction.current(), sessions);
            assertThat(plan.diagnostics()).noneMatch(Diagnostic::isError);
            return new Applier(catalog, sessions).apply(ApplyRequest.of(plan), transaction);
        }
    }

    /** Plans and applies everything without a problem. */
    void apply() {
        ApplyResult result = apply(PlanOptions.of(PlanMode.NORMAL));
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.succeeded()).isTrue();
    }

    private Plan plan(PlanOptions options, State state, Sessions sessions) {
        Definition definition =
                DefinitionLoader.load(LoadOptions.of(folder, FILE, catalog)).definition();
        return new Planner().plan(new PlanRequest(definition, Map.of(), state, catalog, sessions, options));
    }

    private Sessions sessions() {
        return new Sessions(catalog, ProviderContext.system(folder, "test"));
    }

    /** The changing calls that the simulator got, as {@code create NAME}, in order. */
    List<String> writes() {
        return calls().stream()
                .filter(call ->
                        !List.of("read", "list").contains(call.text("op").orElse("")))
                .map(call ->
                        call.text("op").orElse("") + " " + call.text("name").orElse("?"))
                .toList();
    }

    void forgetCalls() {
        try {
            Files.deleteIfExists(folder.resolve(".simulator/calls.jsonl"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<MapValue> calls() {
        Path log = folder.resolve(".simulator/calls.jsonl");
        if (!Files.exists(log)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(Environment::json).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Edits the object of a name behind the back of Corbel. */
    void tamper(String name, java.util.function.UnaryOperator<MapValue> edit) {
        try (Stream<Path> files = Files.list(folder.resolve(".simulator/objects"))) {
            for (Path file : files.toList()) {
                MapValue object = json(Files.readString(file));
                if (object.text("name").orElse("").equals(name)) {
                    Files.writeString(file, ValueJson.write(edit.apply(object)));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Marks the current object of an address as half-made. */
    void taint(String text) {
        Address address = AddressParser.parse(text).orElseThrow();
        try (StateTransaction transaction = store().begin(HOLDER, Duration.ZERO)) {
            StateObject object = transaction.current().current(address).orElseThrow();
            transaction.record(new Result(
                    Optional.empty(), List.of(new StateChange.PutCurrent(address, object.withTainted(true)))));
            transaction.commit();
        }
    }

    /** Puts a copy of the current object of an address beside it, as one that its replacement left. */
    void depose(String text, String key) {
        Address address = AddressParser.parse(text).orElseThrow();
        try (StateTransaction transaction = store().begin(HOLDER, Duration.ZERO)) {
            StateObject object = transaction.current().current(address).orElseThrow();
            transaction.record(new Result(Optional.empty(), List.of(new StateChange.PutDeposed(address, key, object))));
            transaction.commit();
        }
    }

    /** Takes the object of a name away behind the back of Corbel. */
    void lose(String name) {
        try (Stream<Path> files = Files.list(folder.resolve(".simulator/objects"))) {
            for (Path file : files.toList()) {
                if (json(Files.readString(file)).text("name").orElse("").equals(name)) {
                    Files.delete(file);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static MapValue json(String text) {
        try {
            return (MapValue) ValueJson.read(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
