package dev.corbel.dsl;

import dev.corbel.dsl.build.Evaluation;
import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Problems;
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
        this.context = new Context(options.catalog(), options.mode(), StagedLoading.files(options), problems);
    }

    /**
     * Loads an environment.
     *
     * @throws DiagnosticsException with all problems of all files, by place
     */
    public static LoadedDefinition load(LoadOptions options) {
        return new StagedLoading(options).load();
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

    private Optional<BackendDeclaration> backend() {
        String text = StagedLoading.environmentText(context, options);
        Optional<BackendDeclaration> backend = new Evaluation(context, StagedLoading.programs(options), null)
                .backend(options.environment(), options.environmentFile(), text);
        problems.throwIfErrors();
        return backend;
    }
}
