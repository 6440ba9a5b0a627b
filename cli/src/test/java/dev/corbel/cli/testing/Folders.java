package dev.corbel.cli.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Copies projects, so that many things can happen to each. */
public final class Folders {
    /** Where the commands of one run of the tests keep what they read, so that none finds what another run left. */
    private static final Path CACHE = Path.of(
                    "target", "cache", Long.toString(ProcessHandle.current().pid()))
            .toAbsolutePath();

    private Folders() {}

    /** The environment of a command: these variables, and a cache of the tests' own unless they name one. */
    static Map<String, String> withCache(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.putIfAbsent("XDG_CACHE_HOME", CACHE.toString());
        return all;
    }

    public static Path copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
            return to;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
