package dev.corbel.engine.definition;

import dev.corbel.dsl.DefinitionLoader;
import dev.corbel.dsl.LoadOptions;
import dev.corbel.dsl.LoadedDefinition;
import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.stage.DecidedValues;
import dev.corbel.dsl.stage.Readings;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.engine.environment.Environment;
import dev.corbel.planner.stage.StagedReadings;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.model.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Loads the definition of an environment, from its files or from the sources that a saved plan carries. */
public final class Definitions {
    private final Environment environment;
    private final Supplier<ProviderCatalog> catalog;
    private final Map<String, String> variables;
    private final Consumer<Optional<BackendDeclaration>> backend;
    private Optional<Path> policyFolder = Optional.empty();

    /**
     * Definitions of an environment.
     *
     * @param catalog asked for when something is loaded
     * @param variables the process's environment variables
     * @param backend gets the {@code state} block of each definition that is loaded from the files
     */
    public Definitions(
            Environment environment,
            Supplier<ProviderCatalog> catalog,
            Map<String, String> variables,
            Consumer<Optional<BackendDeclaration>> backend) {
        this.environment = environment;
        this.catalog = catalog;
        this.variables = variables;
        this.backend = backend;
    }

    /** Holds what is loaded from now on to the policies of a folder, beside those of the project. */
    public void usePolicies(Path folder) {
        policyFolder = Optional.of(folder);
    }

    /**
     * Loads the definition from its files. Data sources are not read: where they decide what is declared, it is not
     * complete yet.
     *
     * @throws DiagnosticsException with all its problems where it has some
     */
    public LoadedDefinition load(VariableInputs inputs, LoadMode mode) {
        return load(inputs, mode, StagedReadings.offline(catalog.get()));
    }

    /**
     * Loads the definition from its files.
     *
     * @param readings tells the values by which it decides what is declared
     * @throws DiagnosticsException with all its problems where it has some
     */
    public LoadedDefinition load(VariableInputs inputs, LoadMode mode, Readings readings) {
        LoadedDefinition loaded =
                DefinitionLoader.load(options().with(inputs).with(mode).deciding(readings));
        backend.accept(loaded.definition().backend());
        return loaded;
    }

    /**
     * Loads the definition from sources. Runs their code.
     *
     * @param texts the values of variables, as {@link GivenVariables} writes them
     */
    public Definition load(Map<String, String> sources, Map<String, String> texts) {
        return DefinitionLoader.load(saved(sources, texts)).definition();
    }

    /** A plan to delete everything carries no such values, since it follows from state alone. */
    private LoadOptions saved(Map<String, String> sources, Map<String, String> texts) {
        return options()
                .fromSources(sources)
                .with(GivenVariables.saved(texts))
                .deciding(sources.containsKey(DecidedValues.SOURCE) ? Readings.RECORDED : Readings.NONE);
    }

    /**
     * The same definition with all that values decide, which data sources are read for.
     *
     * @param readings tells the values
     */
    public LoadedDefinition completed(
            LoadedDefinition loaded, Readings readings, VariableInputs inputs, LoadMode mode) {
        if (loaded.complete()) {
            return loaded;
        }
        LoadedDefinition completed = load(inputs, mode, readings);
        if (!completed.complete() && mode == LoadMode.PLAN) {
            // What is left out would be planned for deletion.
            throw new IllegalStateException("Internal error: it is not found out what decides what is declared");
        }
        return completed;
    }

    /**
     * The same definition for a state, which says where parts of apps stand that may stand anywhere. Evaluated again only where
     * that makes a difference.
     */
    public LoadedDefinition standing(
            LoadedDefinition loaded, State state, Readings readings, VariableInputs inputs, LoadMode mode) {
        return StandingParts.otherThanIn(loaded.definition(), state)
                .map(hosts -> DefinitionLoader.load(options()
                        .fromSources(loaded.definition().sources())
                        .with(inputs)
                        .with(mode)
                        .deciding(readings)
                        .with(hosts)))
                .orElse(loaded);
    }

    /** The same from sources, as {@link #load(Map, Map)} takes them. */
    public Definition load(Map<String, String> sources, Map<String, String> texts, State state) {
        Definition definition = load(sources, texts);
        return StandingParts.otherThanIn(definition, state)
                .map(hosts ->
                        DefinitionLoader.load(saved(sources, texts).with(hosts)).definition())
                .orElse(definition);
    }

    /** The {@code state} block of the definition in its files. */
    public Optional<BackendDeclaration> backend() {
        return DefinitionLoader.loadBackend(options());
    }

    /** The {@code state} block of the definition in sources. */
    public Optional<BackendDeclaration> backend(Map<String, String> sources) {
        return DefinitionLoader.loadBackend(options().fromSources(sources));
    }

    /**
     * The {@code state} block of a definition in another file.
     *
     * @param name of the file, as people gave it
     */
    public Optional<BackendDeclaration> backendIn(Path file, String name) {
        return DefinitionLoader.loadBackend(LoadOptions.of(environment.project(), name, catalog.get())
                .fromSources(Map.of(name, DefinitionFile.read(file, name))));
    }

    /** The texts of the files in which problems were found. */
    public Map<String, String> sources(List<Diagnostic> problems) {
        boolean inDefinitions = problems.stream()
                .flatMap(problem -> problem.range().stream())
                .anyMatch(range -> range.file().endsWith(".groovy"));
        return inDefinitions ? DefinitionLoader.sourcesFor(options(), new DiagnosticsException(problems)) : Map.of();
    }

    private LoadOptions options() {
        Path file = environment.project().relativize(environment.file());
        LoadOptions options = LoadOptions.of(
                        environment.project(), file.toString().replace('\\', '/'), catalog.get())
                .withPolicies(policyFolder);
        return ProgramFolder.of(variables).map(options::cachedIn).orElse(options);
    }
}
