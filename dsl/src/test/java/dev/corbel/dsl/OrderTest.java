package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorting follows the values, never the hashes of a process. */
class OrderTest {
    private static final String PEOPLE =
            "def people = [[age: 10, name: 'b'], [age: 9, name: 'z'], [age: 10, name: 'a']]\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    people.sort { [it.age, it.name] }*.name             | ['z', 'a', 'b']
                    people.toSorted { [it.age, it.name] }*.name         | ['z', 'a', 'b']
                    people.sort(false) { [it.age, it.name] }*.name      | ['z', 'a', 'b']
                    people.min { [it.age, it.name] }.name               | 'z'
                    people.max { [it.age, it.name] }.name               | 'b'
                    [[2], [1, 2], [1]].sort()                           | [[1], [1, 2], [2]]
                    [2, 1.5, 3L].sort()                                 | [1.5, 2, 3]
                    ['b', null, 'a'].sort()                             | [null, 'a', 'b']
                    [b: 2, a: 1].sort { it.value }.keySet().toList()    | ['a', 'b']
                    [3, 1].sort { a, b -> a <=> b }                     | [1, 3]
                    [3, 1].min() + [3, 1].max()                         | 4
                    """)
    void followsTheValues(String expression, String value) {
        assertThat(TestProject.of(PEOPLE + "output('a') { value = " + expression + " }\n")
                        .rendered())
                .isEqualTo("output a = " + value + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[java.time.DayOfWeek.MONDAY, java.time.Month.MAY, 'a'].sort()*.toString()",
                "['a', 1].sort()",
                "[1, true].max()",
                "people.sort { it.age == 9 ? 'x' : 1 }",
                "[[1, 'a'], [1, 2]].sort()",
                "people.sort()"
            })
    void isRefusedWhereValuesCannotBeCompared(String expression) {
        assertThat(TestProject.of(PEOPLE + "output('a') { value = " + expression + " }\n")
                        .problems())
                .startsWith("2:")
                .containsAnyOf(" cannot be put in order", " have no order");
    }

    @ParameterizedTest
    @ValueSource(strings = {"String.format('%h', 'x')", "'%5H'.formatted([1])", "String.format('%1$h', 'x')"})
    void hashesAreNotWritten(String expression) {
        assertThat(TestProject.of("output('a') { value = " + expression + " }\n")
                        .problems())
                .contains("1:23 \"%h\" in a format writes a hash");
    }
}
