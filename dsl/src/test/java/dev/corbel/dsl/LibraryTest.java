package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of Java's and Groovy's library a definition uses what gives the same everywhere, and nothing else. */
class LibraryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    URLEncoder.encode('a b&c', 'UTF-8')                       | 'a+b%26c'
                    Base64.encoder.encodeToString('x'.bytes)                  | 'eA=='
                    Base64.encoder.withoutPadding().encodeToString('x'.bytes) | 'eA'
                    new String(Base64.decoder.decode('eA=='))                 | 'x'
                    'x'.bytes.encodeBase64().toString()                       | 'eA=='
                    'x'.md5()                                                 | '9dd4e461268c8034f5c8564e155c67a6'
                    'x'.sha256().size()                                       | 64
                    java.security.MessageDigest.getInstance('MD5').digest('x'.bytes).encodeHex().toString() | '9dd4e461268c8034f5c8564e155c67a6'
                    UUID.nameUUIDFromBytes('x'.bytes).toString()              | '9dd4e461-268c-3034-b5c8-564e155c67a6'
                    ['b', 'a', 'b'].toSet().join()                            | 'ba'
                    (['b', 'a', 'b'] as Set).join()                           | 'ba'
                    (['b', 'a'] as TreeSet).join()                            | 'ab'
                    ['b', 'a', 'b'].toUnique()                                | ['b', 'a']
                    (['b', 'a'] as Set).intersect(['a'] as Set).toList()      | ['a']
                    ['bb', 'a', 'cc'].groupBy { it.size() }.collect { k, v -> v.join() } | ['bbcc', 'a']
                    ['bb', 'a', 'cc'].countBy { it.size() }.values().toList() | [2, 1]
                    [b: 1, a: 2].keySet().toList()                            | ['b', 'a']
                    [b: 1, a: 2].sort().keySet().toList()                     | ['a', 'b']
                    [b: 1, a: 2].subMap(['a'])                                | [a: 2]
                    [b: 1, a: 2].findAll { it.value > 1 }                     | [a: 2]
                    [a: 1].withDefault { 2 }.b                                | 2
                    [[n: 2], [n: 1]].sort { it.n }*.n                         | [1, 2]
                    [3, 1, 2].toSorted().reverse()                            | [3, 2, 1]
                    [[1, 2], [3]].flatten()                                   | [1, 2, 3]
                    [[1, 2], [3, 4]].transpose()                              | [[1, 3], [2, 4]]
                    [[1, 2], [3]].combinations()                              | [[1, 3], [2, 3]]
                    [1, 2, 3, 4].collate(2)                                   | [[1, 2], [3, 4]]
                    [1, 2, 3].inject(0) { a, b -> a + b }                     | 6
                    [1, 5, 3].inject(Math.&max)                               | 5
                    ['a', 'b'].collect(String.&toUpperCase)                   | ['A', 'B']
                    ['1', '2'].collect(Integer.&parseInt)                     | [1, 2]
                    ['a', 'b'].collect('x'.&concat)                           | ['xa', 'xb']
                    'abc'.collect { it }                                      | ['a', 'b', 'c']
                    ('a'..'c').toList()                                       | ['a', 'b', 'c']
                    'a-b'.tokenize('-')                                       | ['a', 'b']
                    'a,b'.split(',').length                                   | 2
                    'a1b2'.replaceAll(/[0-9]/) { '<' + it + '>' }             | 'a<1>b<2>'
                    ('a1' =~ /([a-z])([0-9])/)[0][2]                          | '1'
                    new StringBuilder('a').append('b').toString()             | 'ab'
                    new BigDecimal('1.25').setScale(1, java.math.RoundingMode.HALF_UP) | 1.3
                    10 ** 400 > 10 ** 399                                     | true
                    [1 ** 2147483647, (-1) ** 1000001, 1 << 3]                | [1, -1, 8]
                    java.time.LocalDate.of(2024, 1, 31).plusMonths(1).toString() | '2024-02-29'
                    java.time.LocalDate.parse('2024-01-31').dayOfWeek.name()  | 'WEDNESDAY'
                    java.time.DayOfWeek.MONDAY.plus(1).name()                 | 'TUESDAY'
                    ('MONDAY' as java.time.DayOfWeek).value                   | 1
                    URI.create('https://example.com/x').host                  | 'example.com'
                    'x'.asType(String)                                        | 'x'
                    ['5' as Integer, (int) 5.7]                               | [5, 5]
                    [1, 2].toString() + [a: 1] + ['x'].inspect().size()       | '[1, 2][a:1]5'
                    'abca'.toSet().join()                                     | 'abc'
                    Locale.ROOT.language                                      | ''
                    Integer.MAX_VALUE                                         | 2147483647
                    'ab' === 'a' + 'b'                                        | true
                    """)
    void hasWhatDefinitionsNeed(String expression, String value) {
        assertThat(TestProject.of("output('a') { value = " + expression + " }\n")
                        .rendered())
                .isEqualTo("output a = " + value + "\n");
    }

    /** Each line of these files declares an output that must not be; see their problems beside them. */
    @ParameterizedTest
    @ValueSource(strings = {"escapes", "numbers"})
    void refusesEachLine(String name) throws IOException {
        Path file = Path.of("src/test/resources/errors/" + name + ".groovy");
        List<String> lines = Files.readAllLines(file);
        String problems = "\n" + TestProject.of(Files.readString(file)).problems();

        List<String> accepted = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith("output"))
                .filter(i -> !problems.contains("\n" + (i + 1) + ":"))
                .mapToObj(lines::get)
                .toList();

        // What is wrong in these stands in the methods that they call.
        assertThat(accepted).allMatch(line -> line.contains("caught()") || line.contains("overflow()"));
    }

    @Test
    void speaksTheLanguageOfNoMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));

            assertThat(TestProject.of("""
                            output('a') { value = String.format('%,.1f', 1234.5) + ' %.1f'.formatted(1.5) }
                            output('b') { value = 'TITLE'.toLowerCase() + 'title'.toUpperCase() + 'i'.capitalize() }
                            output('c') { value = java.time.LocalDate.of(2024, 5, 1).format(java.time.format.DateTimeFormatter.ofPattern('d MMM yyyy')) }
                            """).rendered()).isEqualTo("""
                            output a = '1,234.5 1.5'
                            output b = 'titleTITLEI'
                            output c = '1 May 2024'
                            """);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void explainsWhatIsMissingOnce() {
        assertThat(TestProject.of("output('a') { value = 'x'.toUperCase() }\n").problems())
                .isEqualTo("""
                        1:23 There is no method "toUperCase"
                            No value of a definition has it.
                            -> Did you mean "toUpperCase"?
                        """);
        assertThat(TestProject.of("output('a') { value = 5.tokenize() }\n").problems())
                .isEqualTo("""
                        1:23 There is no method "tokenize" for a number
                            It was called without arguments.
                        """);
    }

    @Test
    void checksWhatRunsLater() {
        assertThat(TestProject.of("""
                        resource('test_server', 'a') { }
                        output('o') { value = test_server.a.id.map { it['class'] } }
                        """).load().definition().outputs())
                .singleElement()
                .satisfies(output -> org.assertj.core.api.Assertions.assertThatThrownBy(
                                () -> new dev.corbel.providers.api.expression.Evaluation(
                                                target -> dev.corbel.providers.api.value.Value.map(java.util.Map.of(
                                                        "id", dev.corbel.providers.api.value.Value.of("x"))))
                                        .evaluate(output.value()))
                        .hasMessageContaining("\"class\" makes a plan unrepeatable"));
    }

    @Test
    void refusesTheLinksThatLeadOutOfTheProject(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
        Path project = Files.createDirectories(folder.resolve("project"));
        Path outside = Files.writeString(folder.resolve("outside.txt"), "secret");
        Files.createSymbolicLink(project.resolve("link"), outside);
        Files.createSymbolicLink(project.resolve("folder"), folder);
        Files.writeString(project.resolve("inside.txt"), "inside");
        Files.createSymbolicLink(project.resolve("fine"), project.resolve("inside.txt"));
        Files.writeString(project.resolve("test.groovy"), """
                output('a') { value = file('link') }
                output('b') { value = file('folder/outside.txt') }
                output('c') { value = file('fine') }
                """);

        assertThat(Rendering.problems(org.assertj.core.api.Assertions.catchThrowableOfType(
                                dev.corbel.providers.api.diagnostic.DiagnosticsException.class,
                                () -> DefinitionLoader.load(
                                        LoadOptions.of(project, "test.groovy", TestCloud.catalog())))
                        .diagnostics()))
                .isEqualTo("""
                        test.groovy:1:23 file('link') is outside of the project
                            It is a link, or lies in a folder that is one.
                            -> Copy the file into the project.
                        test.groovy:2:23 file('folder/outside.txt') is outside of the project
                            It is a link, or lies in a folder that is one.
                            -> Copy the file into the project.
                        """);
    }

    @Test
    void readsADefinitionWithAByteOrderMark() {
        assertThat(TestProject.of("\uFEFFoutput('a') { value = 1 }\n").rendered())
                .isEqualTo("output a = 1\n");
        assertThat(TestProject.of("\uFEFFoutput('a') { valeu = 1 }\n").problems())
                .startsWith("1:1 ");
    }

    @Test
    void argumentsThatAMethodDoesNotTakeAreProblemsAndSkipNothing() {
        assertThat(TestProject.of("""
                if ('abc'.startsWith(1)) { output('a') { value = 1 } }
                ['p', 'q'].drop('0').each { output(it) { value = it } }
                output('b') { value = 'abc'.padLeft('x') }
                output('c') { value = Math.max('1', 2) }
                """).problems()).isEqualTo("""
                        1:5 There is no method "startsWith" for a string
                            It was called with a number.
                        2:16 There is no method "drop" for a list
                            It was called with a string.
                        3:23 There is no method "padLeft" for a string
                            It was called with a string.
                        4:23 There is no method "max" for a Math
                            It was called with a string, a number.
                        """);
    }
}
