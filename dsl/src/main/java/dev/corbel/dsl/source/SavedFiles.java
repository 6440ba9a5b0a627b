package dev.corbel.dsl.source;

import java.nio.charset.StandardCharsets;
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
    public Optional<byte[]> bytes(String path) {
        return read(SavedAnswers.bytes(path)).map(SavedAnswers::decoded).or(() -> read(path)
                .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public boolean exists(String path) {
        return read(SavedAnswers.exists(path)).map(Boolean::parseBoolean).orElseGet(() -> bytes(path)
                .isPresent());
    }

    @Override
    public List<String> matching(String folder, Glob pattern) {
        return read(SavedAnswers.matching(folder, pattern))
                .map(SavedAnswers::lines)
                .orElse(List.of());
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
