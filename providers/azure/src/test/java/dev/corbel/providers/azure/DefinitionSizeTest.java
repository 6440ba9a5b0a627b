package dev.corbel.providers.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A type is a table, with hooks where it has to be: so it stays short to write one. */
class DefinitionSizeTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/corbel/providers/azure");
    private static final Set<String> COMMON = Set.of("account", "arm", "cds", "client", "fact");

    @Test
    void aTypeTakesLittleMoreThanAHundredLinesWithAllItsHooks() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(SOURCES)) {
            files = all.filter(DefinitionSizeTest::isOfTypes).toList();
        }
        long lines = files.stream().mapToLong(DefinitionSizeTest::lines).sum();

        assertThat(files).hasSizeGreaterThan(AzureTypes.RESOURCES.size() - 2);
        assertThat(lines / AzureTypes.RESOURCES.size()).isLessThanOrEqualTo(135);
        assertThat(files)
                .allSatisfy(file -> assertThat(lines(file)).as("%s", file).isLessThanOrEqualTo(200));
    }

    private static boolean isOfTypes(Path file) {
        Path relative = SOURCES.relativize(file);
        String name = relative.getFileName().toString();
        return relative.getNameCount() == 2
                && !COMMON.contains(relative.getName(0).toString())
                && name.endsWith(".java")
                && !name.endsWith("Data.java")
                && !name.equals("package-info.java");
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
