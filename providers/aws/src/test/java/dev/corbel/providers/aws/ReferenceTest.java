package dev.corbel.providers.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of docs/aws.md are made of the types' own guides; {@code -Dgolden.update=true} writes them anew. */
class ReferenceTest {
    private static final Path DOCUMENT = Path.of("../../docs/aws.md");

    private final AwsProvider provider = new AwsProvider();

    @Test
    void theTableOfResourcesIsThatOfTheTypes() throws IOException {
        StringBuilder table = new StringBuilder(
                "| resource | | found again after a crash by | `adopt` takes | not there |\n|---|---|---|---|---|\n");
        for (String name : new TreeSet<>(provider.resourceTypeNames())) {
            TypeGuide guide =
                    provider.resourceType(name).map(ResourceType::guide).orElseThrow();
            assertThat(guide.description()).as(name).isNotBlank();
            assertThat(guide.importId()).as(name).isNotBlank();
            row(table, "`" + name + "`", guide.description(), guide.recovery(), guide.importId(), guide.missing());
        }
        holds("resource", table.toString());
    }

    @Test
    void theTableOfDataSourcesIsThatOfTheTypes() throws IOException {
        StringBuilder table = new StringBuilder("| data source | |\n|---|---|\n");
        for (String name : new TreeSet<>(provider.dataSourceTypeNames())) {
            String description = provider.dataSourceType(name)
                    .map(DataSourceType::description)
                    .orElseThrow();
            assertThat(description).as(name).isNotBlank();
            row(table, "`" + name + "`", description);
        }
        holds("data source", table.toString());
    }

    @Test
    void theTableOfFactsHasTheTypesThatTellSome() throws IOException {
        Set<String> types = new TreeSet<>();
        for (String name : provider.resourceTypeNames()) {
            ResourceType type = provider.resourceType(name).orElseThrow();
            MapValue open = MapValue.EMPTY;
            for (String attribute : type.schema().names()) {
                open = open.with(attribute, Value.unknown());
            }
            if (!type.facts(open).isEmpty()) {
                types.add(name);
            }
        }
        String section = Files.readString(DOCUMENT).replaceFirst("(?s).*\n## Facts for policies\n(.*?)\n## .*", "$1");
        Set<String> rows = Pattern.compile("(?m)^\\| `(aws_[a-z0-9_]+)` \\|")
                .matcher(section)
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows).isEqualTo(types);
    }

    private static void row(StringBuilder table, String... cells) {
        table.append('|');
        for (String cell : cells) {
            table.append(cell.isEmpty() ? " |" : " " + cell.replace("|", "\\|") + " |");
        }
        table.append('\n');
    }

    private static void holds(String first, String table) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            String document = Files.readString(DOCUMENT);
            Files.writeString(
                    DOCUMENT,
                    document.replaceFirst("(?s)\\| " + first + " \\|.*?\n\n", Matcher.quoteReplacement(table + "\n")));
        }
        assertThat(Files.readString(DOCUMENT)).contains("\n\n" + table + "\n");
    }
}
