package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All problems of a file come in one run; each file under {@code errors} has its problems beside it. */
class ErrorsTest {
    private static final Path FOLDER = Path.of("src/test/resources/errors");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meaning_something_else",
                "unrepeatable",
                "escapes",
                "numbers",
                "steering",
                "schema",
                "references",
                "syntax",
                "names",
                "literals",
                "missing",
                "looked_at",
                "nulls"
            })
    void areShownTogetherWithPlaceAndHint(String name) throws IOException {
        String problems = TestProject.of(Files.readString(FOLDER.resolve(name + ".groovy")))
                .with("m.groovy", MissingPartsTest.MODULE)
                .problems();
        Path expected = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, problems);
        }
        assertThat(problems).isEqualTo(Files.readString(expected));
    }
}
