package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.language.Hint;
import dev.corbel.dsl.language.Hint.Place;
import dev.corbel.dsl.language.Hints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page for people who come from Terraform says what the hints say, and the code in both runs. */
class HintsTest {
    private static final Path PAGE = Path.of("../docs/coming-from-terraform.md");
    private static final Path RESULTS = Path.of("src/test/resources/hints.txt");
    private static final String VALUES = """
            def text = 'Hello'; def encoded = 'SGVsbG8='; def path = 'files/x.txt'; def time = '2025-01-31T00:00:00Z'
            def list = ['b', 'a']; def others = ['a', 'c']; def numbers = [1, 2]; def keys = ['k', 'l']; def wanted = ['l']
            def map = [y: 1, x: 2]; def other = [x: 3]; def lists = [a: ['x', 'y'], b: ['x']]
            def number = 3.7; def i = 1; def x = 'a'; def a = ''; def b = 'b'; def key = 'z'
            """;

    @Test
    void areTheTableOfThePage() throws IOException {
        String page = Files.readString(PAGE);
        String words = table(
                "Terraform",
                Hints.all().stream().filter(hint -> hint.place() != Place.CALL).toList());
        String functions = table(
                "Function",
                Hints.all().stream().filter(hint -> hint.place() == Place.CALL).toList());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, written(written(page, "words", words), "functions", functions));
        }
        assertThat(Files.readString(PAGE)).contains(words).contains(functions);
    }

    @Test
    void areCodeThatRuns() throws IOException {
        StringBuilder results = new StringBuilder();
        for (Hint hint : Hints.all()) {
            if (hint.isCode()) {
                results.append(hint.there()).append(" -> ").append(result(hint.here()));
            }
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(RESULTS, results);
        }
        assertThat(results).hasToString(Files.readString(RESULTS));
    }

    private static String result(String code) {
        return TestProject.of(VALUES + "output('o') { value = " + code + " }\n")
                .with("files/x.txt", "name ${name}")
                .rendered()
                .replace("output o = ", "");
    }

    private static String table(String title, List<Hint> hints) {
        return "| " + title + " | here |\n|---|---|\n"
                + hints.stream().map(hint -> hint.row() + "\n").collect(Collectors.joining());
    }

    private static String written(String page, String name, String table) {
        String start = "<!-- " + name + " -->\n";
        String end = "<!-- end of " + name + " -->";
        int from = page.indexOf(start) + start.length();
        return page.substring(0, from) + table + page.substring(page.indexOf(end));
    }
}
