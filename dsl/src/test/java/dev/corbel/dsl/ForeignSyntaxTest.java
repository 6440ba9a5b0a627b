package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts that people paste from elsewhere: each one under {@code errors/foreign.txt} stands above the problems that it has. */
class ForeignSyntaxTest {
    private static final Path GOLDEN = Path.of("src/test/resources/errors/foreign.txt");

    @Test
    void isNamedWithWhatToWriteInstead() throws IOException {
        String expected = Files.readString(GOLDEN);
        StringBuilder found = new StringBuilder();
        for (String text : texts(expected)) {
            found.append("### text\n").append(text).append("### problems\n");
            found.append(TestProject.of(text)
                    .with("m.groovy", "output('x') { value = 1 }")
                    .problems());
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, found);
        }
        assertThat(found).hasToString(Files.readString(GOLDEN));
    }

    @Test
    void isNotSeenInWhatGroovyReads() {
        assertThat(TestProject.of("""
                        // resource "a" "b" {
                        variable('x') { defaultValue = '''
                        # resource "a" "b" {
                        a: b
                        ''' }
                        def tags = [
                            "a/b": "x",
                            name:
                                'y',
                        ]
                        output('o') { value = tags; description = 'a = 1, b = 2' }
                        """).problems()).isEmpty();
    }

    @Test
    void isNotBlamedForBracketsThatDoNotMatch() {
        assertThat(TestProject.of("""
                        output('o') {
                            value = [
                                "a/b": "x",
                        }
                        """).problems()).startsWith("2:13 ");
    }

    private static List<String> texts(String golden) {
        List<String> texts = new ArrayList<>();
        for (String part : golden.split("(?m)^### text\n", -1)) {
            if (!part.isBlank()) {
                texts.add(part.split("(?m)^### problems\n", -1)[0]);
            }
        }
        return texts;
    }
}
