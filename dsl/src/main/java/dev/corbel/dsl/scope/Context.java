package dev.corbel.dsl.scope;

import dev.corbel.dsl.source.Glob;
import dev.corbel.dsl.source.SavedAnswers;
import dev.corbel.dsl.source.SourceFiles;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ResourceType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state that one evaluation of a definition shares. */
public final class Context {
    private final ProviderCatalog catalog;
    private final LoadMode mode;
    private final SourceFiles files;
    private final Problems problems;
    private final List<InputValue> given = new ArrayList<>();
    private final Map<String, String> sources;
    private final Map<String, Optional<ResourceType>> resourceTypes = new HashMap<>();
    private final Map<String, Optional<DataSourceType>> dataTypes = new HashMap<>();
    private final Map<String, Optional<Provider>> providersOfTypes = new HashMap<>();

    private boolean closed;

    public Context(ProviderCatalog catalog, LoadMode mode, SourceFiles files, Problems problems) {
        this(catalog, mode, files, problems, Map.of());
    }

    /**
     * The state of one of several evaluations.
     *
     * @param sources the texts that an earlier evaluation of the same definition read
     */
    public Context(
            ProviderCatalog catalog, LoadMode mode, SourceFiles files, Problems problems, Map<String, String> sources) {
        this.sources = new LinkedHashMap<>(sources);
        this.catalog = catalog;
        this.mode = mode;
        this.files = files;
        this.problems = problems;
    }

    /** Notes that everything is evaluated. */
    public void close() {
        closed = true;
    }

    public boolean isClosed() {
        return closed;
    }

    public ProviderCatalog catalog() {
        return catalog;
    }

    public LoadMode mode() {
        return mode;
    }

    public SourceFiles files() {
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
    public void given(InputValue input) {
        given.add(input);
    }

    public List<InputValue> given() {
        return given;
    }

    public Optional<ResourceType> resourceType(String name) {
        return resourceTypes.computeIfAbsent(name, catalog::resourceType);
    }

    public Optional<DataSourceType> dataType(String name) {
        return dataTypes.computeIfAbsent(name, catalog::dataSourceType);
    }

    public Optional<Provider> providerOf(String type) {
        return providersOfTypes.computeIfAbsent(type, catalog::providerOf);
    }

    /** The text of a file; empty where there is none. */
    public Optional<String> text(String path) {
        return read(path);
    }

    /** The text of a file, which then counts as a source. */
    public Optional<String> read(String path) {
        Optional<String> text = Optional.ofNullable(sources.get(path))
                .or(() -> files.read(path).map(read -> path.endsWith(".groovy") ? withoutMark(read) : read));
        text.ifPresent(known -> sources.put(path, known));
        return text;
    }

    /** The bytes of a file, which then counts as a source. */
    public Optional<byte[]> bytes(String path) {
        Optional<byte[]> bytes = files.bytes(path);
        bytes.ifPresent(found -> {
            String text = new String(found, StandardCharsets.UTF_8);
            boolean isText = !path.endsWith(".groovy") && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), found);
            sources.put(isText ? path : SavedAnswers.bytes(path), isText ? text : SavedAnswers.encoded(found));
        });
        return bytes;
    }

    /** Tells whether there is a file; the answer counts as a source. */
    public boolean exists(String path) {
        boolean exists = files.exists(path);
        sources.put(SavedAnswers.exists(path), String.valueOf(exists));
        return exists;
    }

    /** The files in a folder that a pattern finds; the answer counts as a source. */
    public List<String> matching(String folder, Glob pattern) {
        List<String> paths = files.matching(folder, pattern);
        sources.put(SavedAnswers.matching(folder, pattern), SavedAnswers.text(paths));
        return paths;
    }

    /** A definition without the mark that some editors put before UTF-8. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Notes a text that takes part. */
    public void source(String file, String text) {
        sources.put(file, text);
    }
}
