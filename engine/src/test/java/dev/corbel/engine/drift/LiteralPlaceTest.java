package dev.corbel.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralPlaceTest {
    private static Optional<String> literal(String content) {
        return LiteralPlace.of(content, 2, "value").map(place -> content.substring(place.start(), place.end()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'x'",
                "'it\\'s'",
                "\"x\"",
                "''",
                "12",
                "-1.5",
                "true",
                "null",
                "[]",
                "[:]",
                "[1, 'a', [b: true]]",
                "['odd key': 1,\n    other: ']']"
            })
    void aLiteralIsFoundWhole(String text) {
        assertThat(literal("{ value = " + text)).contains(text);
        assertThat(literal("{ value = " + text + "; other = 1 }")).contains(text);
        assertThat(literal("{ value=" + text + " // why\n}")).contains(text);
        assertThat(literal("{ value = " + text + " }")).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'x' + 'y'",
                "'x'.trim()",
                "\"a $b\"",
                "variable.x",
                "[1, variable.x]",
                "[a: f(1)]",
                "'''x'''",
                "1 + 1",
                "[1",
                "trueish",
                ""
            })
    void anythingElseIsNone(String text) {
        assertThat(literal("{ value = " + text + " }")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ other = 1 }", "{ value == 1 }", "{ value }", "{"})
    void anotherStatementIsNone(String content) {
        assertThat(literal(content)).isEmpty();
    }
}
