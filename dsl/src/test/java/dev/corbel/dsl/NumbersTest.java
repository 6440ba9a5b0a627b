package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole numbers grow as far as they must; none loses digits. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    4 * 1024 * 1024 * 1024                     | 4294967296
                    2147483647 + 1                             | 2147483648
                    -2147483647 - 2                            | -2147483649
                    9223372036854775807 + 1                    | 9223372036854775808
                    9223372036854775807 * 2                    | 18446744073709551614
                    -(-2147483647 - 1)                         | 2147483648
                    -(-9223372036854775807 - 1)                | 9223372036854775808
                    1 << 31                                    | 2147483648
                    1 << 64                                    | 18446744073709551616
                    1L << 3                                    | 8
                    [2000000000, 2000000000].sum()             | 4000000000
                    [2000000000].sum(2000000000)               | 4000000000
                    [1, 2].sum { it * 2000000000 }             | 6000000000
                    [a: 2000000000, b: 1].sum { k, v -> v * 2 } | 4000000002
                    ['a', 'b'].sum() + [[1], [2]].sum().size() | 'ab2'
                    2147483647.plus(1)                         | 2147483648
                    2147483647.next()                          | 2147483648
                    (2000000000..2000000001).sum()             | 4000000001
                    2147483647 as long                         | 2147483647
                    127 as byte                                | 127
                    (int) -3.7                                 | -3
                    3 * 1.5                                    | 4.5
                    """)
    void growAsFarAsTheyMust(String expression, String value) {
        assertThat(TestProject.of("output('a') { value = " + expression + " }\n")
                        .rendered())
                .isEqualTo("output a = " + value + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3_000_000_000 as int",
                "300 as byte",
                "40000 as short",
                "(int) 3000000000",
                "(long) 1e30",
                "3000000000.toInteger()",
                "3000000000.intValue()",
                "1e30.longValue()"
            })
    void areNotCutToATypeThatIsTooSmall(String expression) {
        assertThat(TestProject.of("output('a') { value = " + expression + " }\n")
                        .problems())
                .startsWith("1:23 The number ")
                .contains(" does not fit into ");
    }

    @Test
    void declaredVariablesKeepTheirDigits() {
        assertThat(TestProject.of("int n = 3_000_000_000\noutput('a') { value = n }\n")
                        .problems())
                .contains("The number 3000000000 does not fit into ");
        assertThat(TestProject.of("def n = 2147483647\nn++\nn += 1\noutput('a') { value = n }\n")
                        .rendered())
                .isEqualTo("output a = 2147483649\n");
    }
}
