package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.component.ComponentType;
import dev.corbel.dsl.component.Components;
import dev.corbel.dsl.language.Functions;
import dev.corbel.dsl.language.Keywords;
import dev.corbel.dsl.language.Roots;
import dev.corbel.dsl.library.Families;
import dev.corbel.dsl.library.Family;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of the document are made of the same data that the language reads. */
class LanguageDocumentTest {

    @Test
    void describesEveryComponentAsItIs() throws IOException {
        String document = Files.readString(Path.of("../docs/language.md"));

        for (ComponentType component : Components.all()) {
            assertThat(document).contains(describe(component));
        }
    }

    @Test
    void listsEverythingThatDefinitionsCanUse() throws IOException {
        Path file = Path.of("../docs/language.md");
        String document = Files.readString(file);
        String expected = library();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(
                    file,
                    document.replaceFirst(
                            "(?s)\\| of \\| methods \\|.*?\n\n", java.util.regex.Matcher.quoteReplacement(expected)));
        }
        assertThat(Files.readString(file)).contains(expected);
    }

    @Test
    void describesKeywordsFunctionsAndRootsAsTheyAre() throws IOException {
        Path file = Path.of("../docs/language.md");
        String keywords = "| keyword | stands in | | example |\n|---|---|---|---|\n"
                + Keywords.all().stream().map(keyword -> keyword.row() + "\n").collect(Collectors.joining());
        String functions = "| | |\n|---|---|\n"
                + Functions.all().stream()
                        .map(function -> function.row() + "\n")
                        .collect(Collectors.joining());
        String roots = "| | |\n|---|---|\n"
                + Roots.all().stream().map(root -> root.row() + "\n").collect(Collectors.joining());
        if (Boolean.getBoolean("golden.update")) {
            String document = Files.readString(file);
            Files.writeString(
                    file,
                    written(written(written(document, "keywords", keywords), "functions", functions), "roots", roots));
        }

        assertThat(Files.readString(file))
                .contains(table("keywords", keywords))
                .contains(table("functions", functions))
                .contains(table("roots", roots));
    }

    private static String table(String name, String rows) {
        return "<!-- " + name + " -->\n" + rows + "<!-- end of " + name + " -->";
    }

    private static String written(String document, String name, String rows) {
        return document.replaceFirst(
                "(?s)<!-- " + name + " -->\n.*?<!-- end of " + name + " -->",
                java.util.regex.Matcher.quoteReplacement(table(name, rows)));
    }

    private static String library() {
        StringBuilder text = new StringBuilder("| of | methods | methods of the class |\n|---|---|---|\n");
        for (Family family : Families.ALL) {
            String types = family.types().stream()
                    .filter(type -> !type.startsWith("[")
                            && !type.startsWith("dev.corbel.")
                            && !type.equals("java.lang.Object"))
                    .map(type -> type.substring(type.lastIndexOf('.') + 1).replace('$', '.'))
                    .collect(Collectors.joining(", "));
            text.append("| ")
                    .append(family.title())
                    .append(types.isEmpty() ? "" : ": " + types)
                    .append(" | ")
                    .append(String.join(" ", family.methods()))
                    .append(" | ")
                    .append(String.join(" ", family.statics()))
                    .append(" |\n");
        }
        return text + "\n";
    }

    private static String describe(ComponentType component) {
        StringBuilder text = new StringBuilder("### " + component.kind() + "\n\n" + component.description() + " "
                + (component.labelled() ? "It has a label" : "It may have a label")
                + (component.parents().isEmpty()
                        ? "; it stands at the outermost level"
                        : "; it stands in a "
                                + component.parents().stream().sorted().collect(Collectors.joining(" or ")))
                + ".\n\n");
        if (!component.inputs().names().isEmpty()) {
            text.append("| takes | | |\n|---|---|---|\n");
            rows(text, component.inputs(), "");
        }
        if (!component.outputs().isEmpty()) {
            text.append("\n| gives | | |\n|---|---|---|\n");
            component.outputs().values().forEach(output -> text.append("| `")
                    .append(output.name())
                    .append("` | ")
                    .append(output.type())
                    .append(output.sensitive() ? ", sensitive" : "")
                    .append(" | ")
                    .append(output.description())
                    .append(" |\n"));
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static void rows(StringBuilder text, Schema schema, String prefix) {
        for (Attribute attribute : schema.attributes().values()) {
            text.append("| `")
                    .append(prefix)
                    .append(attribute.name())
                    .append("` | ")
                    .append(attribute.type() == Type.ANY ? "number or list" : attribute.type())
                    .append(attribute.isRequired() ? ", required" : "")
                    .append(" | ")
                    .append(attribute.description())
                    .append(attribute
                            .defaultValue()
                            .map(value -> (attribute.description().isEmpty() ? "" : " ") + "Default: `" + value + "`.")
                            .orElse(""))
                    .append(" |\n");
        }
        schema.blocks().values().forEach(block -> rows(text, block.schema(), prefix + block.name() + " { } "));
    }
}
