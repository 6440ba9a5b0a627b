package dev.corbel.engine;

import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.engine.backend.EnvironmentBackend;
import dev.corbel.engine.backend.FormerBackend;
import dev.corbel.engine.definition.Definitions;
import dev.corbel.engine.environment.Environment;
import dev.corbel.engine.environment.EnvironmentFinder;
import dev.corbel.engine.run.Runs;
import dev.corbel.engine.saved.SavedPlans;
import dev.corbel.planner.builtin.BuiltinProvider;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.StateBackend;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.model.State;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The parts that run one environment, put together. Each is made when it is first asked for. */
public final class Engine implements AutoCloseable {
    private final Environment environment;
    private final String version;
    private final Map<String, String> variables;
    private final Consumer<Diagnostic> notices;
    private final Definitions definitions;
    private final EnvironmentBackend backend;
    private @Nullable ProviderCatalog catalog;

    /**
     * An engine for an environment.
     *
     * @param version of the engine, which states and plans name as their writer
     * @param variables the process's environment variables
     * @param notices gets what people may want to know while they wait
     */
    public Engine(
            Environment environment, String version, Map<String, String> variables, Consumer<Diagnostic> notices) {
        this.environment = environment;
        this.version = version;
        this.variables = variables;
        this.notices = notices;
        this.definitions = new Definitions(environment, this::catalog, variables, this::declared);
        this.backend = new EnvironmentBackend(backendContext(), definitions::backend);
    }

    /** An engine for another environment, with the same providers at hand. */
    public Engine beside(Environment other) {
        Engine engine = new Engine(other, version, variables, notices);
        engine.catalog = catalog();
        return engine;
    }

    public Environment environment() {
        return environment;
    }

    /** The providers at hand. */
    public synchronized ProviderCatalog catalog() {
        if (catalog == null) {
            catalog = ProviderCatalog.discover().with(new BuiltinProvider(this::stateOf));
        }
        return catalog;
    }

    /** The state of another environment of the project as it is now, read without its lock. */
    private State stateOf(String other) {
        Environment found = new EnvironmentFinder(environment.project()).find(Optional.of(other));
        try (Engine engine = beside(found)) {
            return engine.runs().look();
        }
    }

    /** Loads the environment's definition. */
    public Definitions definitions() {
        return definitions;
    }

    /** The backend that the definition names. */
    public EnvironmentBackend backend() {
        return backend;
    }

    /** The open backend of {@link #backend()}. */
    public StateBackend state() {
        return backend.open();
    }

    /** Saves plans and opens them again. */
    public SavedPlans savedPlans() {
        return new SavedPlans(environment, version, catalog(), definitions, backend, this::stateOf);
    }

    /** Starts runs. */
    public Runs runs() {
        return new Runs(environment, this::catalog, backend);
    }

    /** The files beside the project, where state is unless the definition says otherwise. */
    public FormerBackend localBackend() {
        return former(Optional.empty());
    }

    /**
     * The backend that a former version of the definition names.
     *
     * @param name of the file, as people gave it
     */
    public FormerBackend formerBackend(Path file, String name) {
        return former(definitions.backendIn(file, name));
    }

    private FormerBackend former(Optional<BackendDeclaration> declared) {
        return new FormerBackend(
                new EnvironmentBackend(backendContext(), () -> declared), declared, backend.declaration());
    }

    private void declared(Optional<BackendDeclaration> declaration) {
        backend.use(declaration);
    }

    private BackendContext backendContext() {
        return new BackendContext(environment.project(), environment.name(), version)
                .with(variables)
                .with(notices);
    }

    @Override
    public void close() {
        backend.close();
    }
}
