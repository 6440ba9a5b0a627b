package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.language.FunctionSpec;
import dev.corbel.dsl.language.Functions;
import dev.corbel.dsl.language.Hint;
import dev.corbel.dsl.language.Hints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionsTest {
    private static final String REGION = """
            region('eu-central-1') {
                provider = 'test'
                app('orders') {
                    database { }
                    resource('test_server', 'own') { value = %s }
                }
            }
            """;
    private static final String DATABASE = """
            resource('test_server', 'main') { name = cloudName() }
            output('url') { value = "postgresql://${test_server.main.name}" }
            output('host') { value = test_server.main.name }
            output('port') { value = 5432 }
            output('name') { value = 'main' }
            output('username') { value = 'admin' }
            output('password') { value = test_server.main.id }
            """;

    private static String own(String expression) {
        return TestProject.of(REGION.formatted(expression))
                .withBlueprint("database", DATABASE)
                .rendered()
                .lines()
                .filter(line -> line.startsWith("  value = "))
                .findFirst()
                .orElseThrow()
                .substring("  value = ".length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            jsonencode([b: 1, a: [true, null, 1.5, 'x']]) | '{"b":1,"a":[true,null,1.5,"x"]}'
            jsonencode('x').size()                         | 3
            cidrsubnet('10.0.0.0/16', 8, 255)              | '10.0.255.0/24'
            cidrsubnet('10.20.30.40/8', 4, 9)              | '10.144.0.0/12'
            cidrsubnet('192.168.0.0/24', 0, 0)             | '192.168.0.0/24'
            isKnown([a: 1])                                | true
            isSensitive([a: ['x']])                        | false
            bytes('512 KiB')                               | 524288
            bytes('2 MiB')                                 | 2097152
            bytes('0.5 TiB')                               | 549755813888
            seconds('1 second') + seconds('30 s')          | 31
            seconds('5 minutes') + seconds('1 m')          | 360
            seconds('1 hour') + seconds('2 h')             | 10800
            seconds('14 days') + seconds('1 d')            | 1296000
            seconds('2 weeks')                             | 1209600
            """)
    void ofPlainValuesGivePlainValues(String expression, String value) {
        assertThat(TestProject.of("output('a') { value = " + expression + " }\n")
                        .rendered())
                .isEqualTo("output a = " + value + "\n");
    }

    static Stream<FunctionSpec> withResults() {
        return Functions.all().stream().filter(function -> !function.result().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("withResults")
    void giveWhatTheirExamplesSay(FunctionSpec function) {
        String example = TestProject.of("output('a') { value = " + function.example() + " }\n")
                .rendered();

        assertThat(example)
                .isEqualTo(TestProject.of("output('a') { value = " + function.result() + " }\n")
                        .rendered());
    }

    @Test
    void ofTerraformNeedNoHints() {
        assertThat(Hints.words(Hint.Place.CALL)).doesNotContainAnyElementsOf(Functions.names());
    }

    @Test
    void ofFilesKeepWhatTheyFoundForSavedPlans(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("files/deep"));
        Files.write(folder.resolve("files/x.bin"), new byte[] {(byte) 0xff, 0, 1});
        Files.writeString(folder.resolve("files/deep/y.txt"), "y");
        Files.writeString(folder.resolve("test.groovy"), """
                output('a') { value = [filebase64('files/x.bin'), filemd5('files/deep/y.txt'), fileexists('files/x.bin'),
                    fileexists('none'), fileset('files', '**'), fileset('none', '*')] }
                """);
        LoadOptions options = LoadOptions.of(folder, "test.groovy", TestCloud.catalog());
        LoadedDefinition loaded = DefinitionLoader.load(options);
        Files.delete(folder.resolve("files/x.bin"));
        Files.writeString(folder.resolve("none"), "");
        Files.writeString(folder.resolve("files/deep/y.txt"), "changed");

        String then = Rendering.definition(
                DefinitionLoader.load(options.fromSources(loaded.sources())).definition());

        assertThat(then)
                .isEqualTo(Rendering.definition(loaded.definition()))
                .isEqualTo("output a = ['/wAB', '415290769594460e2e485922904f345d', true, false, "
                        + "['deep/y.txt', 'x.bin'], []]\n");
    }

    @Test
    void jsonWaitsForWhatIsNotKnown() {
        assertThat(own("jsonencode([host: database.host, port: 1])"))
                .isEqualTo("[host: <eu-central-1/orders/test_server.main.name>, port: 1].map");
    }

    @Test
    void jsonOfASecretIsSecret() {
        assertThat(TestProject.of("""
                        variable('key') { type = 'string'; sensitive = true }
                        output('json') { value = jsonencode([key: variable.key]); sensitive = true }
                        """).withVariable("key", "x").rendered())
                .isEqualTo("output json = sensitive((sensitive value)) (sensitive)\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            isSensitive(database.password)                     | true
            isSensitive(app.orders.database.password)          | true
            isSensitive("x${database.password}")               | true
            isSensitive(database.password.map { it })          | true
            isSensitive(jsonencode([database.password]))       | true
            isSensitive(database.url)                          | false
            isKnown([database.url])                            | false
            isSensitive([a: [database.url, 1]])                | false
            """)
    void tellWhetherReferencesAreSensitive(String expression, String value) {
        assertThat(own(expression)).isEqualTo(value);
    }

    @Test
    void giveThePlaceOfASecretInTheClear() {
        assertThat(own("secretReferences([a: database.password, b: database.host, c: 'x'])"))
                .isEqualTo("[a: <eu-central-1/orders/test_server.main.id>]");
    }

    @Test
    void namesAreReadableShortAndDifferent() {
        assertThat(own("[cloudName(), cloudName('Web_1'), cloudName('web', maximum: 20)]"))
                .isEqualTo("['test-orders-5724sl19', 'test-orders-web-1-1r9gi3rv', 'test-orders-11iqgknj']");
    }

    @Test
    void blueprintsReadInputsOfComponentsBesideTheirs() {
        assertThat(TestProject.of("""
                        region('eu-central-1') {
                            provider = 'test'
                            app('orders') {
                                loadBalancer { }
                                containers('web') { image = 'web:1' }
                                containers('worker') { image = 'worker:2'; port = 9000 }
                                database { finalSnapshot = false }
                            }
                        }
                        """)
                        .withBlueprint("database", DATABASE)
                        .withBlueprint("containers", "output('name') { value = containers.label }\n")
                        .withBlueprint("loadBalancer", """
                                resource('test_server', 'main') {
                                    value = app.labels('containers').collect { containers[it].port } + [
                                        containers.web.image, database.version, database.finalSnapshot, database.backups]
                                }
                                output('url') { value = null }
                                output('host') { value = null }
                                output('nameServers') { value = null }
                                """)
                        .rendered())
                .contains("value = [8080, 9000, 'web:1', '16', false, null]");
    }

    @Test
    void giveWayToWhatAFileDefines() {
        assertThat(TestProject.of("""
                        int seconds(String span) { 7 }
                        def bytes = { size -> 8 }
                        output('a') { value = seconds('x') + bytes('y') }
                        """).rendered()).isEqualTo("output a = 15\n");
    }

    @Test
    void sayWhatTheyTake() {
        assertThat(TestProject.of("""
                        output('a') { value = jsonencode(1, 2) }
                        output('b') { value = cidrsubnet('10.0.0.0/16', 8) }
                        output('c') { value = cidrsubnet('10.0.0.0', 8, 1) }
                        output('d') { value = cidrsubnet('10.0.0.256/16', 8, 1) }
                        output('e') { value = cidrsubnet('10.0.0.0/16', 17, 1) }
                        output('f') { value = cidrsubnet('10.0.0.0/16', 2, 4) }
                        output('g') { value = cloudName(maximum: 3) }
                        output('h') { value = jsonEncode(1) }
                        output('i') { value = secretReferences(1) }
                        output('j') { value = cidrhost('10.0.0.0/30', 1.5) }
                        output('k') { value = cidrhost('10.0.0.0/30', [1]) }
                        output('l') { value = cidrhost(null, 1) }
                        output('m') { value = transpose([a: [[1]]]) }
                        output('n') { value = cidrnetmask('fd00::/8') }
                        output('o') { value = cidrsubnets('10.0.0.0/30', 0) }
                        output('p') { value = one([1, 2]) }
                        output('q') { value = coalesce(null, '') }
                        output('r') { value = zipmap(['a'], []) }
                        output('s') { value = setproduct(['a']) }
                        output('t') { value = regex('(', 'a') }
                        output('u') { value = regex('b', 'a') }
                        output('v') { value = regex('(?P<x>a)(b)', 'ab') }
                        output('w') { value = timeadd('2027-01-31', '1h') }
                        output('x') { value = timeadd('2027-02-30T00:00:00Z', '1h') }
                        output('y') { value = timeadd('2027-01-31T00:00:00Z', '1 hour') }
                        output('z') { value = formatdate('YYYYY', '2027-01-31T00:00:00Z') }
                        """).problems()).isEqualTo("""
                        1:23 jsonencode(…) takes one value
                            -> Write jsonencode([a: 1]), which gives '{"a":1}'.
                        2:23 cidrsubnet(…) takes a range of addresses, a number of bits and a number
                            -> Write cidrsubnet('10.0.0.0/16', 8, 1), which gives '10.0.1.0/24'.
                        3:23 "10.0.0.0" is no range of addresses such as 10.0.0.0/16
                            -> Write cidrsubnet('10.0.0.0/16', 8, 1), which gives '10.0.1.0/24'.
                        4:23 "10.0.0.256/16" is no range of addresses: 256 is too much
                            -> Write cidrsubnet('10.0.0.0/16', 8, 1), which gives '10.0.1.0/24'.
                        5:23 10.0.0.0/16 cannot be extended by 17 bits
                            -> Write cidrsubnet('10.0.0.0/16', 8, 1), which gives '10.0.1.0/24'.
                        6:23 10.0.0.0/16 has no part 4 of 4
                            -> Write cidrsubnet('10.0.0.0/16', 8, 1), which gives '10.0.1.0/24'.
                        7:23 cloudName(…) does not take this
                            -> Write cloudName(), cloudName('part') or cloudName('part', maximum: 32); the maximum is at least 16.
                        8:23 There is no method "jsonEncode"
                            -> Did you mean "jsonencode"?
                        9:23 secretReferences(…) takes a map
                            -> Write secretReferences(map).
                        10:23 "number" of cidrhost(…) must be a whole number, but is 1.5
                            -> Write cidrhost('fd00::/64', 16), which gives 'fd00::10'.
                        11:23 "number" of cidrhost(…) must be a number, but is a list
                            -> Write cidrhost('fd00::/64', 16), which gives 'fd00::10'.
                        12:23 "range" of cidrhost(…) is null
                            -> Write cidrhost('fd00::/64', 16), which gives 'fd00::10'.
                        13:23 "map" of transpose(…) has a part, a[0], that must be a string, but is a list
                            -> Write transpose([a: ['x', 'y'], b: ['y']]), which gives [x: ['a'], y: ['a', 'b']].
                        14:23 "range" of cidrnetmask(…) must be a range of IPv4, since IPv6 writes no masks, but is fd00::/8
                            -> Write cidrnetmask('10.0.0.0/12'), which gives '255.240.0.0'.
                        15:23 "bits" of cidrsubnets(…) must be between 1 and 32, but is 0
                            -> Write cidrsubnets('10.0.0.0/16', 4, 8), which gives ['10.0.0.0/20', '10.0.16.0/24'].
                        16:23 "list" of one(…) must have one element or none, but has 2
                            -> Write one(['a']), which gives 'a'.
                        17:23 All values of coalesce(…) are null or empty
                            -> Write coalesce(null, '', 0, 1), which gives '0'.
                        18:23 "values" of zipmap(…) must have as many elements as "keys", 1, but has 0
                            -> Write zipmap(['b', 'a'], [1, 2]), which gives [a: 2, b: 1].
                        19:23 setproduct(…) takes two lists at least
                            -> Write setproduct(['a', 'b'], ['x', 'y']), which gives [['a', 'x'], ['a', 'y'], ['b', 'x'], ['b', 'y']].
                        20:23 "pattern" of regex(…) must be a regular expression, but missing closing )
                            -> Write regex('([a-z]+)-([0-9]+)', 'web-12'), which gives ['web', '12'].
                        21:23 "pattern" of regex(…) does not match "a"
                            -> Write regex('([a-z]+)-([0-9]+)', 'web-12'), which gives ['web', '12'].
                        22:23 "pattern" of regex(…) must give names to all groups or to none
                            -> Write regex('([a-z]+)-([0-9]+)', 'web-12'), which gives ['web', '12'].
                        23:23 "time" of timeadd(…) must be a time such as 2027-01-31T08:00:00Z, but is "2027-01-31"
                            -> Write timeadd('2027-01-31T08:00:00Z', '1h30m'), which gives '2027-01-31T09:30:00Z'.
                        24:23 "time" of timeadd(…) must be a time such as 2027-01-31T08:00:00Z, but is "2027-02-30T00:00:00Z"
                            -> Write timeadd('2027-01-31T08:00:00Z', '1h30m'), which gives '2027-01-31T09:30:00Z'.
                        25:23 "duration" of timeadd(…) must be a duration such as 1h30m, but is "1 hour"
                            -> Write timeadd('2027-01-31T08:00:00Z', '1h30m'), which gives '2027-01-31T09:30:00Z'.
                        26:23 "format" of formatdate(…) has "YYYYY", which means nothing; texts stand in '…'
                            -> Write formatdate('D MMM YYYY', '2027-01-31T08:00:00Z'), which gives '31 Jan 2027'.
                        """);
    }

    @Test
    void sayWhatIsWrongInATextThatTheyRead() {
        assertThat(TestProject.of("""
                        output('a') { value = csvdecode('') }
                        output('b') { value = csvdecode('a,a') }
                        output('c') { value = csvdecode('a,b\\n\\n1') }
                        output('d') { value = csvdecode('a\\nx"y') }
                        output('e') { value = csvdecode('a\\n"x"y') }
                        output('f') { value = csvdecode('a\\n"x') }
                        output('g') { value = jsondecode('{"a": }') }
                        output('h') { value = yamldecode('') }
                        output('i') { value = yamldecode('a: b: c') }
                        output('j') { value = yamldecode('a: !foo 1') }
                        output('k') { value = yamldecode('a: &x [*x]') }
                        output('l') { value = yamldecode('a: .inf') }
                        output('m') { value = yamldecode('? [a]\\n: 1') }
                        output('n') { value = yamldecode('<<: [1]') }
                        output('o') { value = yamldecode('a: !!int x') }
                        output('p') { value = textdecodebase64('?', 'UTF-8') }
                        output('q') { value = textencodebase64('x', 'UTF-9') }
                        output('r') { value = textencodebase64('€', 'US-ASCII') }
                        output('s') { value = uuidv5('x', 'y') }
                        output('t') { value = fileset('.', '[a') }
                        output('u') { value = fileset('.', '{a') }
                        output('v') { value = fileset('.', '../*') }
                        output('w') { value = filemd5('no.txt') }
                        output('x') { value = filemd5('../no.txt') }
                        output('y') { value = timeadd('2027-01-31T00:00:00Z', '9999999999999h') }
                        output('z') { value = formatdate("'x", '2027-01-31T00:00:00Z') }
                        output('A') { value = bytes('20 GB') }
                        output('B') { value = seconds('10') }
                        """).problems().replaceAll("\n    -> Write [a-z].*", ""))
                .isEqualTo("""
                        1:23 The CSV text has no line with names
                        2:23 Two columns of the CSV text have one name
                        3:23 Line 3 of the CSV text has 1 cell, not 2
                        4:23 Line 2 of the CSV text has a quote in a cell without quotes
                        5:23 Line 2 of the CSV text has something behind a cell in quotes
                        6:23 Line 2 of the CSV text begins a cell in quotes that does not end
                        7:23 The text is no JSON: Unexpected character ('}' (code 125)): expected a value
                        8:23 The text has no YAML document
                        9:23 The text is no YAML that can be read, line 1, column 5: mapping values are not allowed here
                        10:23 The text is no YAML that can be read, line 1, column 4: the tag "!foo" is not known here
                        11:23 The text is no YAML that can be read, line 1, column 4: an anchor is used inside of what it names
                        12:23 The text is no YAML that can be read, line 1, column 4: .inf is no number that can be kept
                        13:23 The text is no YAML that can be read, line 1, column 3: a key is no text
                        14:23 The text is no YAML that can be read, line 1, column 5: only a map can be merged into a map
                        15:23 The text is no YAML that can be read, line 1, column 4: "x" is no !!int
                        16:23 "text" of textdecodebase64(…) must be base64 of a text in UTF-8
                        17:23 "encoding" of textencodebase64(…) must be an encoding such as UTF-16LE, but is "UTF-9"
                        18:23 "text" of textencodebase64(…) has a character that US-ASCII does not have
                        19:23 "namespace" of uuidv5(…) must be dns, url, oid, x500 or a UUID, but is "x"
                        20:23 "pattern" of fileset(…) is no pattern: "[" has no end
                        21:23 "pattern" of fileset(…) is no pattern: "{" has no end
                        22:23 fileset('../*') is outside of the project
                            -> Use a pattern relative to the folder.
                        23:23 There is no file "no.txt"
                            Paths are relative to the project.
                        24:23 filemd5('../no.txt') is outside of the project
                            -> Use a path relative to the project.
                        25:23 "duration" of timeadd(…) is too long: 9999999999999h
                        26:23 "format" of formatdate(…) has a quote that does not end
                        27:23 "size" of bytes(…) must be a size such as 512 MiB or 1.5 GiB, but is "20 GB"
                        28:23 "span" of seconds(…) must be a span of time such as 30 seconds or 14 days, but is "10"
                        """);
    }
}
