package dev.corbel.dsl.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts that a saved plan carries. */
public record SavedFiles(Map<String, String> texts) implements SourceFiles {
    public SavedFiles {
        texts = Map.copyOf(texts);
    }

    @Override
    public Optional<String> read(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    @Override
    public Optional<String> savedBlueprint(String file) {
        return read(file);
    }

    @Override
    public List<String> definitionsIn(String folder) {
        String prefix = folder + "/";
        return texts.keySet().stream()
                .filter(path ->
                        path.startsWith(prefix) && path.endsWith(".groovy") && path.indexOf('/', prefix.length()) < 0)
                .sorted()
                .toList();
    }
}
