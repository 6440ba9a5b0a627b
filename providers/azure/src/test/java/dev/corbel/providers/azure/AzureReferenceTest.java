package dev.corbel.providers.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.TypeGuide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The tables of docs/azure-types.md are those of the types' own guides. */
class AzureReferenceTest {
    private static final Path DOCUMENT = Path.of("../../docs/azure-types.md");

    private final AzureProvider provider = new AzureProvider();

    @Test
    void theTableOfResourcesIsThatOfTheTypes() throws IOException {
        StringBuilder table = new StringBuilder(
                "| resource | | found again after a crash by | `adopt` takes | not there |\n|---|---|---|---|---|\n");
        for (String name : new TreeSet<>(provider.resourceTypeNames())) {
            TypeGuide guide = provider.resourceType(name).orElseThrow().guide();
            row(table, "`" + name + "`", guide.description(), guide.recovery(), guide.importId(), guide.missing());
        }
        assertThat(Files.readString(DOCUMENT)).contains("\n\n" + table + "\n");
    }

    @Test
    void theTableOfDataSourcesIsThatOfTheTypes() throws IOException {
        StringBuilder table = new StringBuilder("| data source | |\n|---|---|\n");
        for (String name : new TreeSet<>(provider.dataSourceTypeNames())) {
            row(
                    table,
                    "`" + name + "`",
                    provider.dataSourceType(name).orElseThrow().description());
        }
        assertThat(Files.readString(DOCUMENT)).contains("\n\n" + table + "\n");
    }

    private static void row(StringBuilder table, String... cells) {
        table.append('|');
        for (String cell : cells) {
            table.append(cell.isEmpty() ? " |" : " " + cell.replace("|", "\\|") + " |");
        }
        table.append('\n');
    }
}
