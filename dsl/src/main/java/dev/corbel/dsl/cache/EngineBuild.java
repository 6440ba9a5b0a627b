package dev.corbel.dsl.cache;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Names the very build of the language that runs: what the same text means may differ in another. Reads two jars of some
 * hundred kilobytes, and tells the other libraries and the providers by the names on the class path.
 */
final class EngineBuild {
    private EngineBuild() {}

    /** The name; fails where the own classes cannot be read. */
    static String name() throws IOException {
        return Runtime.version() + "\n" + System.getProperty("java.vm.vendor") + "\n"
                + System.getProperty("java.class.path") + "\n" + checksum(location(EngineBuild.class)) + "\n"
                + checksum(location(SourceRange.class));
    }

    private static Path location(Class<?> type) throws IOException {
        try {
            return Path.of(Objects.requireNonNull(type.getProtectionDomain().getCodeSource())
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException | RuntimeException unknown) {
            throw new IOException(unknown);
        }
    }

    private static long checksum(Path location) throws IOException {
        CRC32 checksum = new CRC32();
        if (Files.isRegularFile(location)) {
            checksum.update(Files.readAllBytes(location));
            return checksum.getValue();
        }
        List<Path> classes;
        try (Stream<Path> files = Files.walk(location)) {
            classes = files.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : classes) {
            checksum.update(Files.readAllBytes(file));
        }
        return checksum.getValue();
    }
}
