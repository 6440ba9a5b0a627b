package dev.corbel.cli.engine;

import dev.corbel.cli.environment.Environment;
import dev.corbel.cli.json.DefinitionOutline;
import dev.corbel.dsl.DefinitionLoader;
import dev.corbel.dsl.LoadOptions;
import dev.corbel.dsl.LoadedDefinition;
import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.saved.PlanFile;
import dev.corbel.planner.saved.PlanLoader;
import dev.corbel.planner.saved.SavedPlan;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateBackend;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one place that puts the parts together for an environment. Parts are made when they are first asked for. */
public final class Engine implements AutoCloseable {
    private final Environment environment;
    private final String version;
    private final Map<String, String> variables;
    private final Consumer<Diagnostic> notices;
    private final StatePlace place;
    private @Nullable ProviderCatalog catalog;

    /**
     * An engine for an environment.
     *
     * @param variables the process's environment variables
     * @param notices gets what people may want to know while they wait
     */
    public Engine(
            Environment environment, String version, Map<String, String> variables, Consumer<Diagnostic> notices) {
        this.environment = environment;
        this.version = version;
        this.variables = variables;
        this.notices = notices;
        this.place = newPlace();
    }

    public Environment environment() {
        return environment;
    }

    public synchronized ProviderCatalog catalog() {
        if (catalog == null) {
            catalog = ProviderCatalog.discover();
        }
        return catalog;
    }

    /** Reads the definition; a {@link DiagnosticsException} with all its problems where it has some. */
    public LoadedDefinition load(VariableInputs variables, LoadMode mode) {
        LoadedDefinition loaded =
                DefinitionLoader.load(options().with(variables).with(mode));
        place.use(loaded.definition().backend());
        return loaded;
    }

    /** The texts of the files in which problems were found. */
    public Map<String, String> sources(List<Diagnostic> problems) {
        boolean inDefinitions = problems.stream()
                .flatMap(problem -> problem.range().stream())
                .anyMatch(range -> range.file().endsWith(".groovy"));
        return inDefinitions ? DefinitionLoader.sourcesFor(options(), new DiagnosticsException(problems)) : Map.of();
    }

    /**
     * Writes a plan to a file that {@link #open} takes.
     *
     * @param start the folder in which the command was started: all that a plan says of folders is relative to it
     */
    public void savePlan(Plan plan, Path start, Path file) {
        String outline = DefinitionOutline.of(plan.definition()).text();
        PlanFile.write(SavedPlan.of(plan, version, projectFrom(start), catalog(), outline), file, encryption());
    }

    /** Reads a plan that was saved for this environment, with the keys that the definition names now. */
    public SavedPlan readPlan(Path file, PlanFile.Label label) {
        return PlanFile.read(file, place.encryption(label.encrypted() ? this::backend : this::readableBackend));
    }

    /** A definition that is gone or broken by now says nothing. */
    private Optional<BackendDeclaration> readableBackend() {
        try {
            return backend();
        } catch (DiagnosticsException broken) {
            return Optional.empty();
        }
    }

    /** How the content of state and of plans is kept, as the definition says. */
    public StateEncryption encryption() {
        return place.encryption(this::backend);
    }

    /** Refuses a plan that is not of this environment, or that another version made. */
    public void checkOrigin(SavedPlan saved) {
        loader().checkOrigin(saved, environment.name());
    }

    /** The plan to apply to a state; refused where that state is not the one it was made from. */
    public Plan open(SavedPlan saved, State now) {
        return loader().load(saved, now, this::evaluate);
    }

    /** The definition that a saved plan carries the sources of. Runs them. */
    public Definition definition(SavedPlan saved) {
        return evaluate(saved.environment(), saved.sources(), saved.variables());
    }

    private PlanLoader loader() {
        return new PlanLoader(version, catalog());
    }

    private Definition evaluate(String name, Map<String, String> sources, Map<String, String> variables) {
        return DefinitionLoader.load(options().fromSources(sources).with(GivenVariables.saved(variables)))
                .definition();
    }

    private String projectFrom(Path start) {
        Path project = environment.project().toAbsolutePath().normalize();
        String relative = start.toAbsolutePath().normalize().relativize(project).toString();
        return relative.isEmpty() ? "." : relative.replace('\\', '/');
    }

    private LoadOptions options() {
        Path file = environment.project().relativize(environment.file());
        LoadOptions options =
                LoadOptions.of(environment.project(), file.toString().replace('\\', '/'), catalog());
        return UserCache.programs(variables).map(options::cachedIn).orElse(options);
    }

    /** Where the state of the environment is, as the definition says; without one that was loaded, its file is asked. */
    public StateBackend store() {
        return place.open(this::backend);
    }

    /** Where state is, as people know it. */
    public String placeTitle() {
        return place.title(this::backend);
    }

    /** Beside the project, where state is unless the definition says otherwise. */
    public FormerPlace formerPlace() {
        return new FormerPlace(newPlace(), Optional.empty(), place.declared(this::backend));
    }

    /**
     * Where a former version of the definition says that state is.
     *
     * @param name of the file, as people gave it
     */
    public FormerPlace formerPlace(Path file, String name) {
        LoadOptions former = LoadOptions.of(environment.project(), name, catalog())
                .fromSources(Map.of(name, SourceText.read(file, name)));
        return new FormerPlace(newPlace(), DefinitionLoader.loadBackend(former), place.declared(this::backend));
    }

    private Optional<BackendDeclaration> backend() {
        return DefinitionLoader.loadBackend(options());
    }

    private StatePlace newPlace() {
        BackendContext context = new BackendContext(environment.project(), environment.name(), version);
        return new StatePlace(context.with(variables).with(notices));
    }

    /** Takes the backend from the sources of a saved plan; refused where the definition names another one by now. */
    public void useStateOf(SavedPlan saved) {
        Optional<BackendDeclaration> then =
                DefinitionLoader.loadBackend(options().fromSources(saved.sources()));
        new PlannedBackend(environment, saved, then).check(this::backend);
        place.use(then);
    }

    /** Takes the lock and opens state for a run. */
    public LockedRun lock(String command, Duration timeout) {
        ProviderContext context = ProviderContext.system(environment.project(), environment.name());
        StateTransaction transaction = begin(command, timeout);
        try {
            Rescued.check(environment);
            if (transaction.initial().serial() == 0) {
                // What is wrong with a key is found out with the state that it opens; here there is none yet.
                encryption().sealing();
            }
        } catch (DiagnosticsException refused) {
            transaction.close();
            throw refused;
        }
        return new LockedRun(transaction, catalog(), new Sessions(catalog(), context), lastSeen());
    }

    /** Takes the lock and opens state, where it is what it was when this project saw it last or what came of that. */
    public StateTransaction begin(String command, Duration timeout) {
        StateBackend store = store();
        LastSeen seen = lastSeen();
        StateTransaction transaction;
        try {
            transaction = store.begin(holder(command), timeout);
        } catch (DiagnosticsException failure) {
            seen.forgetUnreadable(store);
            throw failure;
        }
        try {
            LeftBehind.check(environment, placeTitle(), transaction.initial());
            seen.check(transaction.initial());
            return transaction;
        } catch (DiagnosticsException refused) {
            transaction.close();
            throw refused;
        }
    }

    /** Deletes a file where it is one that a run left beside the project since it could not reach the place of state. */
    public boolean settleRescued(Path file) {
        return Rescued.settle(environment, file);
    }

    /** What this project last saw of the state. */
    public LastSeen lastSeen() {
        return new LastSeen(environment, placeTitle(), place.isLocal(this::backend));
    }

    /** This process as a holder of the lock. */
    public LockHolder holder(String command) {
        return new LockHolder(
                UUID.randomUUID().toString(),
                Optional.ofNullable(System.getProperty("user.name")).orElse("?"),
                host(),
                ProcessHandle.current().pid(),
                command + " " + environment.name(),
                Instant.now());
    }

    @Override
    public void close() {
        place.close();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
