package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that reads a variable changes it for nobody. */
class SharedValuesTest {
    private static final String VARIABLES = """
            variable('tags') { type = 'map(string)'; defaultValue = [owner: 'ada'] }
            variable('l') { type = 'list(number)'; defaultValue = [3, 1, 3, 2] }
            variable('deep') { defaultValue = [a: [[x: [2, 1]]]] }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    variable.tags.get('cost', 'none')                            | 'none'
                    variable.tags.get('owner', 'none')                           | 'ada'
                    variable.l.sort()                                            | [1, 2, 3, 3]
                    variable.l.sort { -it }                                      | [3, 3, 2, 1]
                    variable.l.sort { a, b -> b <=> a }                          | [3, 3, 2, 1]
                    variable.l.unique()                                          | [3, 1, 2]
                    variable.l.reverse(true)                                     | [2, 3, 1, 3]
                    variable.l + 4                                               | [3, 1, 3, 2, 4]
                    variable.tags + [b: 'c']                                     | [owner: 'ada', b: 'c']
                    variable.tags.withDefault { 'd' }.z                          | 'd'
                    variable.deep.a[0].x.sort()                                  | [1, 2]
                    variable.tags.findAll { it.key == 'owner' }                  | [owner: 'ada']
                    variable.tags.keySet().toList() + variable.tags.values().toList() | ['owner', 'ada']
                    variable.tags.collect { k, v -> k + v } + variable.l.take(1) | ['ownerada', 3]
                    """)
    void methodsThatWouldChangeItGiveCopies(String expression, String value) {
        assertThat(TestProject.of(VARIABLES + """
                        output('a') { value = %s }
                        output('tags') { value = variable.tags }
                        output('l') { value = variable.l }
                        output('deep') { value = variable.deep }
                        """.formatted(expression)).rendered())
                .isEqualTo("""
                        output a = %s
                        output tags = [owner: 'ada']
                        output l = [3, 1, 3, 2]
                        output deep = [a: [[x: [2, 1]]]]
                        """.formatted(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "variable.tags.remove('owner')",
                "variable.tags.put('a', 'b')",
                "variable.l.add(1)",
                "(variable.l << 1)",
                "variable.l.removeAll { it == 3 }",
                "variable.l.putAt(0, 1)",
                "variable.l.clear()",
                "[1].collect(variable.l.&add)",
                "variable.deep.a[0].x.add(1)"
            })
    void changingItIsAnError(String expression) {
        assertThat(TestProject.of(VARIABLES + "output('a') { value = " + expression + " }\n")
                        .problems())
                .contains(" This value cannot be changed")
                .contains("-> Make a new one, as in variable.");
    }

    @Test
    void assignmentsToItsPartsAreErrors() {
        assertThat(TestProject.of(VARIABLES + "def m = variable.tags\nm.a = 'b'\nm['c'] = 'd'\nvariable.l[0] = 7\n")
                        .problems())
                .contains("5:1 This value cannot be changed")
                .contains("6:1 This value cannot be changed")
                .contains("7:1 This value cannot be changed");
    }

    @Test
    void inputsOfModulesAreSharedByNobodyEither() {
        assertThat(TestProject.of("""
                        def l = [2, 1]
                        module('m') { source = 'm.groovy'; l = l }
                        l << 3
                        output('a') { value = l }
                        output('b') { value = module.m.sorted + module.m.l }
                        """).with("m.groovy", """
                        variable('l') { type = 'list(number)' }
                        output('sorted') { value = variable.l.sort() }
                        output('l') { value = variable.l }
                        """).problems()).doesNotContain("cannot be changed");
    }

    @Test
    void readingALargeValueOftenIsCheap() {
        long start = System.nanoTime();
        assertThat(TestProject.of("""
                        variable('l') { defaultValue = (1..10000).toList() }
                        output('a') { value = (1..10000).collect { variable.l.size() }.sum() }
                        """).rendered()).isEqualTo("output a = 100000000\n");
        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }
}
