package dev.corbel.planner.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.DefinitionLoader;
import dev.corbel.dsl.LoadOptions;
import dev.corbel.dsl.model.Definition;
import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.PlanRequest;
import dev.corbel.planner.apply.Applier;
import dev.corbel.planner.apply.ApplyRequest;
import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.planning.Planner;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.simulator.SimulatorProvider;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.local.LocalStateStore;
import dev.corbel.state.model.LockHolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project with one environment, {@code test}, from its definition file to the objects in the simulator. */
final class BlueprintProject {
    private static final LockHolder HOLDER = new LockHolder("id", "test", "host", 1, "apply test", Instant.EPOCH);

    private final Path folder;
    private final ProviderCatalog catalog = new ProviderCatalog(List.of(new SimulatorProvider()));

    BlueprintProject(Path folder) {
        this.folder = folder;
    }

    void define(String source) throws IOException {
        Path file = folder.resolve("environments/test.groovy");
        Files.createDirectories(folder.resolve("environments"));
        Files.writeString(file, source);
    }

    Plan plan(PlanMode mode) {
        try (StateTransaction transaction = begin();
                Sessions sessions = sessions()) {
            return plan(mode, transaction, sessions);
        }
    }

    ApplyResult apply(PlanMode mode) {
        try (StateTransaction transaction = begin();
                Sessions sessions = sessions()) {
            Plan plan = plan(mode, transaction, sessions);
            assertThat(plan.diagnostics()).isEmpty();
            return new Applier(catalog, sessions).apply(ApplyRequest.of(plan), transaction);
        }
    }

    private Plan plan(PlanMode mode, StateTransaction transaction, Sessions sessions) {
        Definition definition = DefinitionLoader.load(LoadOptions.of(folder, "environments/test.groovy", catalog))
                .definition();
        return new Planner()
                .plan(new PlanRequest(
                        definition, Map.of(), transaction.current(), catalog, sessions, PlanOptions.of(mode)));
    }

    private StateTransaction begin() {
        return new LocalStateStore(folder, "test", "0.1.0").begin(HOLDER, Duration.ZERO);
    }

    private Sessions sessions() {
        return new Sessions(catalog, ProviderContext.system(folder, "test"));
    }

    /** The objects by name, a line each; where one has the id of another, its name stands in angle brackets. */
    String objects() throws IOException {
        Map<String, String> namesById = new TreeMap<>();
        Map<String, String> lines = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(".simulator/objects"))) {
            for (Path file : files.toList()) {
                MapValue object = (MapValue) ValueJson.read(Files.readString(file));
                String name = object.text("name").orElseThrow();
                namesById.put(object.text("id").orElseThrow(), name);
                lines.put(
                        name,
                        ValueJson.write(object.get("value"))
                                + object.text("stores").map(" stores "::concat).orElse("")
                                + object.text("region").map(" in "::concat).orElse(""));
            }
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(
                (name, value) -> text.append(name).append(" = ").append(value).append('\n'));
        String named = text.toString();
        for (Map.Entry<String, String> object : namesById.entrySet()) {
            named = named.replace(object.getKey(), "<" + object.getValue() + ">");
        }
        return named;
    }

    /** A file beside this class. */
    static String golden(String name) {
        try (InputStream in = BlueprintProject.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
