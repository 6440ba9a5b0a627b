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
    void takeBlocksForAnAttributeThatIsAListOfObjects() {
        assertThat(TestProject.of("""
                                resource('test_network', 'blocks') {
                                    range = 'x'
                                    [443, 80].each { port -> rule { port = port; from = ['any'] } }
                                    rule { port = 22; about = test_network.list.id }
                                }
                                resource('test_network', 'list') { range = 'x'; rule = [[port: '443', from: ['any']]] }
                                """).rendered()).isEqualTo("""
                        test_network.blocks (test)
                          range = 'x'
                          rule = [[port: 443, from: ['any']], [port: 80, from: ['any']], [port: 22, about: <test_network.list.id>]]
                        test_network.list (test)
                          range = 'x'
                          rule = [[about: null, from: ['any'], port: 443]]
                        """);
    }

    @Test
    void quoteNoLiteralThatIsGivenToASensitiveAttribute() {
        assertThat(TestProject.of("""
                                resource('test_network', 'n') { range = 'x'; key = 'hunter2hunter2' }
                                """).problems()).isEqualTo("""
                        1:52 "key" is not valid; it is sensitive, so what is wrong with it is not shown
                        """);
    }

    @Test
    void checkSuchBlocks() {
        assertThat(TestProject.of("""
                                resource('test_network', 'blocks') {
                                    range = 'x'
                                    rule { prot = 1 }
                                    rule { port = 'one' }
                                    tags { team = 'a' }
                                }
                                resource('test_network', 'both') {
                                    range = 'x'
                                    rule = []
                                    rule { port = 1 }
                                }
                                """).problems()).isEqualTo("""
                        3:12 There is no attribute "prot" in "rule"
                            -> Did you mean "port"?
                        4:19 "port" must be a number, but is a string
                        5:5 "tags" is an attribute
                            -> Write tags = ….
                        10:5 "rule" is set twice
                            It was set in line 9 before.
                        """);
    }

    @Test
    void ignoreChangesOfWhatTheirSchemaKnows() {
        assertThat(TestProject.of("""
                                resource('test_network', 'n') {
                                    range = 'x'
                                    lifecycle { ignoreChanges = ['tags["kubernetes.io/cluster/x"]', "tags['a.b']", 'tags[1]', 'zones.0'] }
                                }
                                resource('test_server', 's') {
                                    lifecycle { ignoreChanges = ['port[1].number', 'disk[0].size', 'disk', 'value["1"].x', 'value[0]'] }
                                }
                                resource('test_server', 'all') { lifecycle { ignoreChanges = 'all' } }
                                """).rendered()).isEqualTo("""
                        test_network.n (test)
                          range = 'x'
                          lifecycle ignoreChanges [tags["kubernetes.io/cluster/x"], tags["a.b"], tags["1"], zones[0]]
                        test_server.s (test)
                          lifecycle ignoreChanges [port[1].number, disk.size, disk, value["1"].x, value[0]]
                        test_server.all (test)
                          lifecycle ignoreChanges []
                        """);
    }

    @Test
    void cannotIgnoreChangesOfNothing() {
        assertThat(TestProject.of("""
                                resource('test_server', 's') {
                                    lifecycle {
                                        ignoreChanges = [
                                            'nmae', 'port.number', 'disk[1].size', 'disk.sise', 'name.x', 'cpus[0]', 'addresses.x',
                                            'tags[', '', 'all', 'id']
                                    }
                                }
                                resource('test_server', 't') { lifecycle { ignoreChanges = ['name', 3] } }
                                resource('test_server', 'u') { lifecycle { ignoreChanges = [name] } }
                                resource('test_server', 'v') { lifecycle { ignoreChanges = test_server.s.name } }
                                """).problems()).isEqualTo("""
                        3:25 There is no attribute "nmae" to ignore changes of
                            There are addresses, cpus, disk, id, name, network, password, port, running, value.
                            -> Did you mean "name"?
                        3:25 There is no attribute "port.number" to ignore changes of
                            There is a list of "port" blocks.
                            -> Choose one by its position: 'port[0].number'.
                        3:25 There is no attribute "disk[1].size" to ignore changes of
                            There is one "disk" block.
                        3:25 There is no attribute "disk.sise" to ignore changes of
                            There are device, size.
                            -> Did you mean "size"?
                        3:25 There is no attribute "name.x" to ignore changes of
                            "name" is a string.
                        3:25 There is no attribute "cpus[0]" to ignore changes of
                            "cpus" is a number.
                        3:25 warning: Changes of "addresses" are never planned
                            The provider computes it, so that there is nothing to ignore.
                            -> Remove it from ignoreChanges.
                        3:25 There is no attribute "addresses.x" to ignore changes of
                            "addresses" is a list.
                            -> Choose an element by its position: 'addresses[0]'.
                        3:25 "tags[" is no path to an attribute
                            -> Write a path such as 'tags', 'tags["a.b"]' or 'rule[0].port'.
                        3:25 "" is no path to an attribute
                            -> Write a path such as 'tags', 'tags["a.b"]' or 'rule[0].port'.
                        3:25 There is no attribute "all" to ignore changes of
                            There are addresses, cpus, disk, id, name, network, password, port, running, value.
                            -> Write ignoreChanges = 'all', without brackets.
                        3:25 warning: Changes of "id" are never planned
                            The provider computes it, so that there is nothing to ignore.
                            -> Remove it from ignoreChanges.
                        8:44 "ignoreChanges" takes a list of attributes
                            -> Write ignoreChanges = ['tags'], with quotes, or ignoreChanges = 'all'.
                        9:61 The name "name" is not declared
                            -> A text stands in quotes: 'name'.
                        10:60 "ignoreChanges" must be known while the definition is evaluated
                            test_server.s.name has no value yet.
                            -> Write the value, or decide by a variable.
                        """);
    }

    @Test
    void mayBeNoneAtAll() {
        assertThat(TestProject.of("// Everything is gone by now.\n").rendered()).isEmpty();
    }
}
