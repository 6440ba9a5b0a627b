package dev.corbel.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.diagnostic.SourceRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceExcerptTest {

    private static String excerpt(String source, SourceRange range) {
        return String.join("\n", new SourceExcerpt(source).around(range)) + "\n";
    }

    @Test
    void aSensitiveDefaultIsMaskedAndTheCaretsStandBelowWhatTheyMean() {
        String source = "variable('pw') { type = 'number'; defaultValue = 'hunter2'; sensitive = true; x = 1 }\n";

        assertThat(excerpt(source, new SourceRange("e", 1, 79, 1, 80))).isEqualTo("""
                1 | variable('pw') { type = 'number'; defaultValue = (sensitive value); sensitive = true; x = 1 }
                  |                                                                                       ^
                """);
        assertThat(excerpt(source, new SourceRange("e", 1, 50, 1, 59))).isEqualTo("""
                1 | variable('pw') { type = 'number'; defaultValue = (sensitive value); sensitive = true; x = 1 }
                  |                                                  ^^^^^^^^^^^^^^^^^
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "variable('x') {\n sensitive = true\n defaultValue = 'hunter2'\n}",
                "variable('x') {\n defaultValue = 'hunter2'\n sensitive = true\n}",
                "variable 'x', {\n 'sensitive' = true\n 'defaultValue' = 'hunter2'\n}",
                "variable('x') {\n sensitive = yes\n defaultValue =\n\n  'hunter2'\n}",
                "variable('x') {\n sensitive = true\n defaultValue = 'a' +\n  'hunter2'\n}",
                "variable('x') {\n sensitive = true\n defaultValue = 'a'\n  .concat('hunter2')\n}",
                "variable('x') {\n sensitive = true\n defaultValue = [\n  '}',\n  \"hunter2\"\n ]\n}",
                "variable('x') {\n sensitive = true\n defaultValue = '''\n}\nhunter2\n'''\n}",
                "variable('x') {\r\n sensitive = true\r\n defaultValue = 'hunter2'\r\n}",
                "variable('x') {\n sensitive = true\n defaultValue = 'hunter2",
                "variable('x') {\n sensitive = true\n description = \"it's {\"\n defaultValue = 'hunter2'\n nonsense {\n",
                "variable('x') {\n /* } */ sensitive = true // }\n defaultValue = 'hunter2'\n}",
            })
    void howeverItIsWritten(String source) {
        assertThat(excerpt(source, new SourceRange("e", 2, 1, 6, 1))).doesNotContain("hunter2");
        assertThat(excerpt(source, new SourceRange("e", 4, 1, 7, 1))).doesNotContain("hunter2");
    }

    @Test
    void otherDefaultsAreShown() {
        String source = """
                variable('a') { defaultValue = 'open'; sensitive = false }
                variable('b') { defaultValue = variable.c; description = 'not sensitive' }
                resource('sim_object', 'a') { sensitive = true; defaultValue = 'x' }
                variable('c') { sensitive = true }
                """;

        assertThat(excerpt(source, new SourceRange("e", 1, 1, 4, 9))).contains("'open'", "variable.c;", "'x'");
    }
}
