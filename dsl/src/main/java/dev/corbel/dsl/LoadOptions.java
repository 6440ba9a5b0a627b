package dev.corbel.dsl;

import dev.corbel.dsl.placement.RecordedPlacements;
import dev.corbel.dsl.stage.Readings;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.providers.api.ProviderCatalog;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The definition to load, and the way to load it.
 *
 * @param projectDirectory the folder that paths are relative to
 * @param environmentFile the environment's file, relative to the project, with {@code /}
 * @param variables values from outside
 * @param cacheDirectory where read files are kept for the next time; empty to keep none
 * @param savedSources the texts that a saved plan carries, which are then read instead of the project's files
 * @param policyFolder a folder with policies beside those of the project
 * @param placements the hosts that parts of apps were put on before, as state has them
 * @param readings tells the values of references that decide what is declared; empty where none may
 */
public record LoadOptions(
        Path projectDirectory,
        String environmentFile,
        VariableInputs variables,
        LoadMode mode,
        Optional<Path> cacheDirectory,
        ProviderCatalog catalog,
        Optional<Map<String, String>> savedSources,
        Optional<Path> policyFolder,
        RecordedPlacements placements,
        Optional<Readings> readings) {

    public static LoadOptions of(Path projectDirectory, String environmentFile, ProviderCatalog catalog) {
        return new LoadOptions(
                projectDirectory,
                environmentFile,
                VariableInputs.NONE,
                LoadMode.PLAN,
                Optional.empty(),
                catalog,
                Optional.empty(),
                Optional.empty(),
                RecordedPlacements.NONE,
                Optional.empty());
    }

    public LoadOptions with(VariableInputs inputs) {
        return new LoadOptions(
                projectDirectory,
                environmentFile,
                inputs,
                mode,
                cacheDirectory,
                catalog,
                savedSources,
                policyFolder,
                placements,
                readings);
    }

    public LoadOptions with(LoadMode other) {
        return new LoadOptions(
                projectDirectory,
                environmentFile,
                variables,
                other,
                cacheDirectory,
                catalog,
                savedSources,
                policyFolder,
                placements,
                readings);
    }

    /** Keeps what was read in this folder. */
    public LoadOptions cachedIn(Path folder) {
        return new LoadOptions(
                projectDirectory,
                environmentFile,
                variables,
                mode,
                Optional.of(folder),
                catalog,
                savedSources,
                policyFolder,
                placements,
                readings);
    }

    /** Reads the texts of a saved plan instead of files. */
    public LoadOptions fromSources(Map<String, String> sources) {
        return new LoadOptions(
                projectDirectory,
                environmentFile,
                variables,
                mode,
                cacheDirectory,
                catalog,
                Optional.of(sources),
                policyFolder,
                placements,
                readings);
    }

    /** Adds the policies of a folder to those of the project. */
    public LoadOptions withPolicies(Optional<Path> folder) {
        return new LoadOptions(
                projectDirectory,
                environmentFile,
                variables,
                mode,
                cacheDirectory,
                catalog,
                savedSources,
                folder,
                placements,
                readings);
    }

    /** Leaves what was put on hosts before where it is. */
    public LoadOptions with(RecordedPlacements standing) {
        return new LoadOptions(
                projectDirectory,
                environmentFile,
                variables,
                mode,
                cacheDirectory,
                catalog,
                savedSources,
                policyFolder,
                standing,
                readings);
    }

    /** Lets references decide what is declared, by the values that these tell. */
    public LoadOptions deciding(Readings values) {
        return new LoadOptions(
                projectDirectory,
                environmentFile,
                variables,
                mode,
                cacheDirectory,
                catalog,
                savedSources,
                policyFolder,
                placements,
                Optional.of(values));
    }

    /** The environment's name: that of its file. */
    public String environment() {
        String name = environmentFile.substring(environmentFile.lastIndexOf('/') + 1);
        return name.endsWith(".groovy") ? name.substring(0, name.length() - ".groovy".length()) : name;
    }
}
