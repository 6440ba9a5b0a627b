package dev.corbel.dsl;

import dev.corbel.dsl.build.Evaluation;
import dev.corbel.dsl.cache.ProgramCache;
import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Problems;
import dev.corbel.dsl.source.ProjectFiles;
import dev.corbel.dsl.source.SavedFiles;
import dev.corbel.dsl.source.SourceFiles;
import dev.corbel.dsl.syntax.ProgramReader;
import dev.corbel.dsl.syntax.Programs;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads definition files. The way in to this module. */
public final class DefinitionLoader {
    private final LoadOptions options;
    private final Problems problems = new Problems();
    private final Context context;

    private DefinitionLoader(LoadOptions options) {
        this.options = options;
        SourceFiles files = options.savedSources()
                .<SourceFiles>map(SavedFiles::new)
                .orElseGet(() -> new ProjectFiles(options.projectDirectory()));
        this.context = new Context(options.catalog(), options.mode(), files, problems);
    }

    /**
     * Loads an environment.
     *
     * @throws DiagnosticsException with all problems of all files, by place
     */
    public static LoadedDefinition load(LoadOptions options) {
        return new DefinitionLoader(options).load();
    }

    /**
     * Reads where state is kept, and nothing else: needs no values of variables, and no part of the definition but this
     * has to be right.
     *
     * @throws DiagnosticsException where the file cannot be read, or its {@code state} block has problems
     */
    public static Optional<BackendDeclaration> loadBackend(LoadOptions options) {
        return new DefinitionLoader(options).backend();
    }

    /** The texts that a failed load had read, for excerpts; see {@link #load}. */
    public static Map<String, String> sourcesFor(LoadOptions options, DiagnosticsException problems) {
        DefinitionLoader loader = new DefinitionLoader(options);
        Map<String, String> sources = new LinkedHashMap<>();
        for (Diagnostic problem : problems.diagnostics()) {
            problem.range()
                    .ifPresent(range -> loader.source(range.file()).ifPresent(text -> sources.put(range.file(), text)));
        }
        return sources;
    }

    private Optional<String> source(String file) {
        return context.text(file).or(() -> options.catalog().names().stream()
                .flatMap(name -> options.catalog().provider(name).stream())
                .flatMap(provider -> provider.blueprints().values().stream())
                .filter(blueprint -> blueprint.file().equals(file))
                .map(blueprint -> blueprint.source())
                .findFirst());
    }

    private Evaluation evaluation() {
        Programs programs = options.cacheDirectory().map(ProgramCache::in).orElse(ProgramReader::read);
        return new Evaluation(context, programs);
    }

    private LoadedDefinition load() {
        String text = environmentText();
        Definition definition = evaluation()
                .environment(
                        options.environment(),
                        options.environmentFile(),
                        text,
                        options.variables(),
                        new PolicyFiles(options, context.files()).texts(),
                        options.placements());
        problems.throwIfErrors();
        if (options.mode() == LoadMode.PLAN && problems.isIncomplete()) {
            // It might have declared something, which would then be planned for deletion.
            throw new IllegalStateException(
                    "Internal error: a statement was skipped without a problem in " + options.environmentFile());
        }
        return new LoadedDefinition(definition, problems.all());
    }

    private Optional<BackendDeclaration> backend() {
        String text = environmentText();
        Optional<BackendDeclaration> backend =
                evaluation().backend(options.environment(), options.environmentFile(), text);
        problems.throwIfErrors();
        return backend;
    }

    private String environmentText() {
        return context.text(options.environmentFile())
                .orElseThrow(() -> new DiagnosticsException(Diagnostic.error(
                        "There is no file \"" + options.environmentFile() + "\"",
                        "An environment NAME is described by environments/NAME.groovy.")));
    }
}
