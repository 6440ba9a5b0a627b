package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResourcesTest {

    @Test
    void declareAttributesBlocksAndReferencesInAnyOrder() {
        assertThat(TestProject.of("""
                                variable('size') { type = 'number'; defaultValue = 4 }
                                def zones = ['a', 'b']

                                resource('test_server', 'web') {
                                    name    = "web-${environment.name}"
                                    network = test_network.main.id
                                    cpus    = variable.size
                                    value   = [url: 'http://' + test_server.other.name, zones: zones]
                                    [80, 443].each { port { number = it } }
                                    disk { size = '10 GiB' }
                                }
                                resource('test_server', 'other', forEach: zones) { key, value ->
                                    name = "other-$key"
                                }
                                resource('test_network', 'main') {
                                    range = '10.0.0.0/8'
                                    zones = test_server.other*.id
                                }
                                output('network') { value = test_network.main.id }
                                """.replace("test_server.other.name", "test_server.other['a'].name"))
                        .rendered())
                .isEqualTo("""
                        test_server.web (test)
                          name = 'web-test'
                          network = <test_network.main.id>
                          cpus = 4
                          value = [url: 'http://' + <test_server.other["a"].name>, zones: ['a', 'b']]
                          port = [[number: 80], [number: 443]]
                          disk = [size: '10 GiB']
                        test_server.other["a"] (test)
                          name = 'other-a'
                        test_server.other["b"] (test)
                          name = 'other-b'
                        test_network.main (test)
                          range = '10.0.0.0/8'
                          zones = [<test_server.other["a"].id>, <test_server.other["b"].id>]
                        output network = <test_network.main.id>
                        """);
    }

    @Test
    void mayBeNoneAtAll() {
        assertThat(TestProject.of("// Everything is gone by now.\n").rendered()).isEmpty();
    }
}
