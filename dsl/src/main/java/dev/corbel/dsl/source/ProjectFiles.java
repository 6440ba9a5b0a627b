package dev.corbel.dsl.source;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a project's folder, in UTF-8. */
public record ProjectFiles(Path directory) implements SourceFiles {

    @Override
    public Optional<String> read(String path) {
        Path file = directory.resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException notText) {
            throw new DiagnosticsException(
                    Diagnostic.error("The file " + path + " is not UTF-8 text", "Definitions are read as UTF-8."),
                    notText);
        } catch (IOException failure) {
            throw unreadable("file " + path, failure);
        }
    }

    @Override
    public Optional<byte[]> bytes(String path) {
        try {
            return exists(path) ? Optional.of(Files.readAllBytes(directory.resolve(path))) : Optional.empty();
        } catch (IOException failure) {
            throw unreadable("file " + path, failure);
        }
    }

    @Override
    public boolean exists(String path) {
        return Files.isRegularFile(directory.resolve(path));
    }

    @Override
    public List<String> matching(String folder, Glob pattern) {
        Path start = directory.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> start.relativize(file).toString().replace('\\', '/'))
                    .filter(pattern::matches)
                    .filter(path -> contains(folder.isEmpty() ? path : folder + "/" + path))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException failure) {
            throw unreadable("folder " + folder, failure);
        }
    }

    private static DiagnosticsException unreadable(String what, Exception failure) {
        return new DiagnosticsException(
                Diagnostic.error("The " + what + " cannot be read", String.valueOf(failure.getMessage())), failure);
    }

    @Override
    public boolean contains(String path) {
        try {
            return directory.resolve(path).toRealPath().startsWith(directory.toRealPath());
        } catch (IOException missing) {
            return true;
        }
    }

    @Override
    public List<String> definitionsIn(String folder) {
        Path start = directory.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(start)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".groovy"))
                    .sorted()
                    .map(name -> folder + "/" + name)
                    .toList();
        } catch (IOException failure) {
            throw unreadable("folder " + folder, failure);
        }
    }
}
