package dev.corbel.providers.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "false",
                "\"\"",
                "\"a \\\"quoted\\\" line\\nand ä\"",
                "0",
                "-1.5",
                "12345678901234567890.123456789012345678901",
                "[]",
                "{}",
                "{\"z\":[1,{\"a\":null}],\"a\":\"x\"}",
            })
    void whatIsReadIsWrittenAgain(String json) throws IOException {
        assertThat(ValueJson.write(ValueJson.read(json))).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1", "1e3, 1000", "-0, 0", "1.50, 1.5"})
    void numbersAreWrittenInOneForm(String given, String written) throws IOException {
        assertThat(ValueJson.write(ValueJson.read(given))).isEqualTo(written);
    }

    @Test
    void numbersAreExact() throws IOException {
        BigDecimal number = new BigDecimal("0.1000000000000000000000000000000000000001");

        assertThat(ValueJson.read(ValueJson.write(Value.of(number)))).isEqualTo(Value.of(number));
    }

    @Test
    void marksAreNotWritten() {
        assertThat(ValueJson.write(Value.sensitive(Value.list(Value.of(1))))).isEqualTo("[1]");
        assertThat(ValueJson.write(Value.map(Map.of("a", Value.sensitive(Value.of("x"))))))
                .isEqualTo("{\"a\":\"x\"}");
    }

    @Test
    void unknownValuesHaveNoJson() {
        assertThatThrownBy(() -> ValueJson.write(Value.list(Value.unknown())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an unknown value has no JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "'' | the JSON text is empty",
                "1 2 | there is more text after the JSON value",
                "1e999999999 | a number has at most 4096 digits before and after its point",
                "[1,] | Unexpected character (']' (code 93))",
                "[1 | Unexpected end-of-input: expected close marker for Array",
                "{\"a\":1,\"a\":2} | Duplicate field",
                "} | Unexpected close marker",
                "yes | Unrecognized token",
            })
    void otherTextIsRefused(String text, String message) {
        assertThatThrownBy(() -> ValueJson.read(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }
}
