package dev.corbel.dsl;

import dev.corbel.dsl.source.ProjectFiles;
import dev.corbel.dsl.source.SourceFiles;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The files with policies: those in {@code policies/} of the project, those of a folder that is shared, and {@code drift.groovy}
 * with rules for the drift of all environments. A saved plan is
 * held to the policies of the day on which it is applied, unless it is applied away from the project.
 */
final class PolicyFiles {
    private static final String FOLDER = "policies";
    private static final String DRIFT = "drift.groovy";

    private final LoadOptions options;
    private final SourceFiles files;

    /** @param files of the definition: the project's, or those that a saved plan carries */
    PolicyFiles(LoadOptions options, SourceFiles files) {
        this.options = options;
        this.files = files;
    }

    /** The texts by the names that messages show. */
    List<Map.Entry<String, String>> texts() {
        List<Map.Entry<String, String>> texts = new ArrayList<>();
        SourceFiles today = new ProjectFiles(options.projectDirectory());
        SourceFiles from = today.read(options.environmentFile()).isPresent() ? today : files;
        add(texts, from, FOLDER);
        from.read(DRIFT).ifPresent(text -> texts.add(Map.entry(DRIFT, text)));
        options.policyFolder().ifPresent(folder -> addShared(texts, folder));
        return texts;
    }

    private static void add(List<Map.Entry<String, String>> texts, SourceFiles from, String folder) {
        for (String name : from.definitionsIn(folder)) {
            from.read(name).ifPresent(text -> texts.add(Map.entry(name, text)));
        }
    }

    private static void addShared(List<Map.Entry<String, String>> texts, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DiagnosticsException(Diagnostic.error(
                            "There is no folder \"" + folder + "\" with policies", "It is named by --policies.")
                    .withHint("Name a folder with .groovy files."));
        }
        List<Map.Entry<String, String>> found = new ArrayList<>();
        add(found, new ProjectFiles(folder), ".");
        found.forEach(file -> texts.add(Map.entry(folder + file.getKey().substring(1), file.getValue())));
    }
}
