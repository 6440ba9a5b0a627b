package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            """)
    void ofPlainValuesGivePlainValues(String expression, String value) {
        assertThat(TestProject.of("output('a') { value = " + expression + " }\n")
                        .rendered())
                .isEqualTo("output a = " + value + "\n");
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
                        """).problems()).isEqualTo("""
                        1:23 jsonencode(…) takes one value
                            -> Write jsonencode(value).
                        2:23 cidrsubnet(…) takes a range of addresses, a number of bits and a number
                            -> Write cidrsubnet('10.0.0.0/16', 8, 1), which gives 10.0.1.0/24.
                        3:23 "10.0.0.0" is no range of IPv4 addresses such as 10.0.0.0/16
                        4:23 "10.0.0.256/16" is no range of IPv4 addresses: 256 is too much
                        5:23 10.0.0.0/16 cannot be extended by 17 bits
                        6:23 10.0.0.0/16 has no part 4 of 4
                        7:23 cloudName(…) does not take this
                            -> Write cloudName(), cloudName('part') or cloudName('part', maximum: 32); the maximum is at least 16.
                        8:23 There is no method "jsonEncode"
                            -> Did you mean "jsonencode"?
                        9:23 secretReferences(…) takes a map
                            -> Write secretReferences(map).
                        """);
    }
}
