package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.syntax.ReadProgram;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one evaluation of a definition shares. */
public final class Context {
    private final ProviderCatalog catalog;
    private final LoadMode mode;
    private final SourceFiles files;
    private final Programs programs;
    private final Problems problems;
    private final List<InputValue> given = new ArrayList<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, Optional<ResourceType>> resourceTypes = new HashMap<>();
    private final Map<String, Optional<DataSourceType>> dataTypes = new HashMap<>();
    private final Map<String, Optional<Provider>> providersOfTypes = new HashMap<>();

    private boolean closed;

    public Context(ProviderCatalog catalog, LoadMode mode, SourceFiles files, Programs programs, Problems problems) {
        this.catalog = catalog;
        this.mode = mode;
        this.files = files;
        this.programs = programs;
        this.problems = problems;
    }

    /** Notes that everything is evaluated. */
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    ProviderCatalog catalog() {
        return catalog;
    }

    LoadMode mode() {
        return mode;
    }

    SourceFiles files() {
        return files;
    }

    public Problems problems() {
        return problems;
    }

    /** The texts that took part so far. */
    public Map<String, String> sources() {
        return sources;
    }

    /** Notes a value whose type is checked when everything is declared, whether or not anything uses it. */
    void given(InputValue input) {
        given.add(input);
    }

    List<InputValue> given() {
        return given;
    }

    Optional<ResourceType> resourceType(String name) {
        return resourceTypes.computeIfAbsent(name, catalog::resourceType);
    }

    Optional<DataSourceType> dataType(String name) {
        return dataTypes.computeIfAbsent(name, catalog::dataSourceType);
    }

    Optional<Provider> providerOf(String type) {
        return providersOfTypes.computeIfAbsent(type, catalog::providerOf);
    }

    /** The text of a file; empty where there is none. */
    public Optional<String> text(String path) {
        return read(path);
    }

    /** The text of a file, which then counts as a source. */
    Optional<String> read(String path) {
        Optional<String> text = Optional.ofNullable(sources.get(path))
                .or(() -> files.read(path).map(read -> path.endsWith(".groovy") ? withoutMark(read) : read));
        text.ifPresent(known -> sources.put(path, known));
        return text;
    }

    /** A definition without the mark that some editors put before UTF-8. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    ReadProgram program(String file, String text) {
        sources.put(file, text);
        return programs.program(file, text);
    }

    /** The text of a file that code asks for. */
    String file(String path, @Nullable SourceRange range) {
        String clean = path.startsWith("./") ? path.substring(2) : path;
        if (clean.startsWith("/") || clean.contains("..")) {
            throw Problem.error(
                    "file('" + path + "') is outside of the project", "", "Use a path relative to the project.", range);
        }
        if (!sources.containsKey(clean) && !files.contains(clean)) {
            throw Problem.error(
                    "file('" + path + "') is outside of the project",
                    "It is a link, or lies in a folder that is one.",
                    "Copy the file into the project.",
                    range);
        }
        return read(clean)
                .orElseThrow(() -> Problem.error(
                        "There is no file \"" + path + "\"", "Paths are relative to the project.", null, range));
    }
}
