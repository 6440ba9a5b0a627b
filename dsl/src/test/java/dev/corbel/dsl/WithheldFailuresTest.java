package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.dsl.variable.VariableSources;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that fails over a secret, and files of values that cannot be read, quote nothing. */
class WithheldFailuresTest {
    private static final String SECRET = "hUnt3r2secret";

    private static TestProject secret(String definition) {
        return TestProject.of("variable('s') { type = 'string'; sensitive = true }\n" + definition)
                .withVariable("s", SECRET);
    }

    private static void assertQuotesNothing(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            assertThat(one.toString()).doesNotContainIgnoringCase(SECRET);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it.toInteger() | 40 | (NumberFormatException)",
                "Integer.parseInt(it) | 40 | (NumberFormatException)",
                "(Integer) it | 40 | (GroovyCastException)",
                "throw new IllegalStateException(it) | 40 | (IllegalStateException)",
            })
    void whatCodeSaysOverASecretIsNotShown(String code, int column, String kind) {
        TestProject project = secret("output('o') { value = variable.s.map { " + code + " } }");

        assertThat(project.problems())
                .isEqualTo("2:" + column + " This code failed" + (kind == null ? "" : " " + kind)
                        + "\n    It works on a sensitive value, so its message is not shown.\n");
        assertQuotesNothing(catchThrowableOfType(DiagnosticsException.class, project::load));
    }

    @Test
    void anAssertionOverASecretSaysNothing() {
        assertThat(secret("output('o') { value = variable.s.map { assert it == 'a' : it; it } }")
                        .problems())
                .contains("This code failed")
                .contains("its message is not shown")
                .doesNotContain(SECRET);
    }

    @Test
    void theSameCodeOverAnOpenValueSaysWhatIsWrong() {
        assertThat(TestProject.of("""
                variable('s') { type = 'string' }
                output('o') { value = "x${variable.s}".toInteger() }
                """).withVariable("s", "y").problems()).contains("For input string: \"xy\".");
    }

    @Test
    void aValidationThatFailsOverASecretSaysNothing() {
        TestProject project = secretWith("""
                    validation { condition = Integer.parseInt(variable.s) > 3; message = 'A number.' }
                    validation { def number = variable.s.toInteger(); message = 'x'; condition = number > 1 }
                    validation { conditon = variable.s.size() > 3 }
                """);

        assertThat(project.problems()).isEqualTo("""
                2:30 This code failed (NumberFormatException)
                    It works on a sensitive value, so its message is not shown.
                3:31 This code failed (NumberFormatException)
                    It works on a sensitive value, so its message is not shown.
                4:5 "condition" is missing in validation of variable "s"
                    It must be true.
                    -> Add condition = ….
                4:5 "message" is missing in validation of variable "s"
                    It is shown where the condition is not true.
                    -> Add message = ….
                4:18 There is no attribute "conditon" in validation of variable "s"
                    -> Did you mean "condition"?
                """);
        assertQuotesNothing(catchThrowableOfType(DiagnosticsException.class, project::load));
    }

    @Test
    void theMessageOfAValidationIsShownWhereNothingOfTheSecretIsInIt() {
        assertThat(secretWith("""
                    validation { condition = variable.s.size() > 30; message = 'It has more than 30 characters.' }
                    validation { condition = variable.s.size() > 30; message = "Not ${variable.s}." }
                    validation { condition = false; def big = variable.s.toUpperCase(); message = big }
                """).problems()).isEqualTo("""
                2:5 The value of the variable "s" is not valid
                    It has more than 30 characters. It is given by --var s=….
                3:5 The value of the variable "s" is not valid
                    Its message contains a sensitive value and is not shown. It is given by --var s=….
                4:5 The value of the variable "s" is not valid
                    Its message contains a sensitive value and is not shown. It is given by --var s=….
                """);
    }

    private static TestProject secretWith(String validations) {
        return TestProject.of("variable('s') { type = 'string'; sensitive = true\n" + validations + "}")
                .withVariable("s", SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it.nothing",
                "it.plusDays(1)",
                "[a: 1][it].size()",
                "[it: 1].get(it).size()",
                "[it].each { Integer.parseInt(it) }"
            })
    void howeverItFailsOverASecretNothingIsQuoted(String code) {
        TestProject project = secret("output('o') { value = variable.s.map { " + code + " } }");

        assertThat(project.problems())
                .contains("This code failed")
                .contains("It works on a sensitive value, so its message is not shown.")
                .doesNotContainIgnoringCase(SECRET);
        assertQuotesNothing(catchThrowableOfType(DiagnosticsException.class, project::load));
    }

    @Test
    void lookingIntoASecretTellsNothingOfIt() {
        assertThat(secret("output('o') { value = variable.s[40] }").problems())
                .startsWith("2:23 ")
                .doesNotContain(SECRET, String.valueOf(SECRET.length()));
    }

    @Test
    void aValueOfTheEnvironmentThatDoesNotFitIsNotQuoted() {
        assertThat(TestProject.of("""
                variable('n') { type = 'number'; sensitive = true }
                variable('l') { type = 'list(number)'; sensitive = true }
                variable('b') { type = 'boolean'; sensitive = true }
                variable('m') { type = 'map'; sensitive = true }
                """)
                        .withVariable("n", SECRET)
                        .withVariable("l", "[\"" + SECRET + "\"]")
                        .withVariable("b", SECRET)
                        .withVariable("m", "{" + SECRET)
                        .problems())
                .doesNotContain(SECRET)
                .contains("The value of the variable \"n\" must be a number, but is a string")
                .contains("The value of the variable \"l\" must be a number, but is a string")
                .contains("The value of the variable \"b\" must be a boolean, but is a string")
                .contains("The value of the variable \"m\" must be a map of any, but is a string");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "v.json | {\"s\": hUnt3r2secret} | What stands here does not belong here. It is not shown, since it may be a secret.",
                "v.json | {\"s\": \"hUnt3r2secret\" | It ends too early.",
                "v.json | {\"s\": 1} hUnt3r2secret | What stands here does not belong here. It is not shown, since it may be a secret.",
                "v.json | {\"s\": 1} {\"hUnt3r2secret\": 1} | Something follows its end.",
                "v.json | {\"hUnt3r2secret\": 1, \"hUnt3r2secret\": 2} | A name stands twice in one map.",
                "v.yaml | s: \"hUnt3r2secret | What stands here does not belong here. It is not shown, since it may be a secret.",
                "v.yaml | s: @hUnt3r2secret | What stands here does not belong here. It is not shown, since it may be a secret.",
            })
    void aFileOfValuesThatCannotBeReadIsNotQuoted(String name, String text, String detail, @TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);

        DiagnosticsException failure =
                catchThrowableOfType(DiagnosticsException.class, () -> VariableSources.fromFile(file));

        assertThat(failure.diagnostics().get(0).detail()).isEqualTo(detail);
        assertThat(failure.diagnostics().get(0).range()).isPresent();
        assertQuotesNothing(failure);
    }

    @ParameterizedTest
    @CsvSource({
        "name, '\"--var name\" names no value', Write --var name=VALUE.",
        "=hUnt3r2secret, '\"--var =…\" names no variable', Write --var NAME=VALUE.",
        "hUnt3r2/secret, '\"--var …\" names no value', Write --var NAME=VALUE.",
        "'', '\"--var …\" names no value', Write --var NAME=VALUE.",
    })
    void anOptionWithoutANameIsNotQuoted(String option, String summary, String hint) {
        DiagnosticsException failure =
                catchThrowableOfType(DiagnosticsException.class, () -> VariableSources.fromOptions(List.of(option)));

        assertThat(failure.diagnostics().get(0).summary()).isEqualTo(summary);
        assertThat(failure.diagnostics().get(0).hint()).contains(hint);
    }
}
