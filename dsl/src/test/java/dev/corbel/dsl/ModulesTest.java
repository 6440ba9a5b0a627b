package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModulesTest {
    private static final String DNS = """
            variable('zone') { type = 'string' }
            variable('network') { type = 'string'; defaultValue = '' }
            resource('test_server', 'dns') { name = variable.zone; network = variable.network }
            output('zone') { value = test_server.dns.name }
            """;

    private static final String TYPED = """
            variable('number') { type = 'number'; defaultValue = 1 }
            variable('list') { type = 'list(string)'; defaultValue = [] }
            variable('map') { type = 'map(number)'; defaultValue = [:] }
            variable('flag') { type = 'boolean'; defaultValue = true }
            variable('text') { type = 'string'; defaultValue = '' }
            """;

    @Test
    void takeTheirVariablesFromTheBlockAndGiveOutputs() {
        assertThat(TestProject.of("""
                                module('dns') { source = './modules/dns'; zone = 'example'; network = test_network.main.id }
                                module('more') { source = 'modules/dns/main.groovy'; zone = module.dns.zone }
                                resource('test_network', 'main') { range = 'x' }
                                output('zone') { value = module.dns.zone }
                                output('all') { value = "${module.more.zone}!" }
                                """).with("modules/dns/main.groovy", DNS).rendered())
                .isEqualTo("""
                        test_network.main (test)
                          range = 'x'
                        dns/test_server.dns (test)
                          name = 'example'
                          network = <test_network.main.id>
                        more/test_server.dns (test)
                          name = <dns/test_server.dns.name>
                          network = ''
                        output zone = <dns/test_server.dns.name>
                        output all = <more/test_server.dns.name> + '!'
                        """);
    }

    @Test
    void checkReferencesAndSecretsAgainstTheTypesOfTheirVariables() {
        assertThat(TestProject.of("""
                                variable('pw') { type = 'string'; sensitive = true; defaultValue = 'hunter2' }
                                variable('port') { type = 'string'; sensitive = true; defaultValue = '8' }
                                resource('test_network', 'n') { range = 'x' }
                                resource('test_server', 's') { }
                                module('a') { source = './m.groovy'; number = variable.pw }
                                module('b') { source = './m.groovy'; number = "x-${test_network.n.id}" }
                                module('c') { source = './m.groovy'; number = test_network.n.zones }
                                module('d') { source = './m.groovy'; list = [test_network.n.id, ['x']] }
                                module('e') { source = './m.groovy'; list = test_network.n.id }
                                module('f') { source = './m.groovy'; map = [a: test_network.n.zones] }
                                module('g') { source = './m.groovy'; map = [test_network.n.id] }
                                module('h') { source = './m.groovy'; flag = test_server.s.cpus }
                                module('i') { source = './m.groovy'; text = [a: test_network.n.id] }
                                """).with("m.groovy", TYPED).problems()).isEqualTo("""
                        5:47 "number" must be a number, but is a string
                        7:47 "number" must be a number, but is a list of string
                        8:45 "list[1]" must be a string, but is a list
                        9:45 "list" must be a list of string, but is a string
                        10:44 "map.a" must be a number, but is a list of string
                        11:44 "map" must be a map of number, but is a list
                        12:45 "flag" must be a boolean, but is a number
                        13:45 "text" must be a string, but is a map
                        """);
    }

    @Test
    void convertReferencesToTheTypesOfTheirVariablesOnceTheyAreKnown() {
        String text = TestProject.of("""
                                variable('port') { type = 'string'; sensitive = true; defaultValue = '8' }
                                resource('test_network', 'n') { range = 'x' }
                                resource('test_server', 's') { }
                                module('a') {
                                    source = './m.groovy'
                                    number = variable.port
                                    list   = test_network.n.zones
                                    map    = [a: test_network.n.id, b: '2']
                                    text   = test_server.s.cpus
                                    flag   = test_network.n.tags.on
                                }
                                """).with("m.groovy", TYPED + """
                                resource('test_server', 'x') {
                                    cpus  = variable.number
                                    value = [
                                        variable.list, variable.list[0], variable.map, variable.map.a, variable.flag,
                                        variable.text, "${variable.text}", variable.map.a.map { it + 1 }]
                                    lifecycle { replaceTriggeredBy = [variable.map.a, variable.list] }
                                }
                                """).rendered();
        assertThat(text).isEqualTo("""
                        test_network.n (test)
                          range = 'x'
                        test_server.s (test)
                        a/test_server.x (test)
                          cpus = (sensitive value)
                          value = [<test_network.n.zones>, <test_network.n.zones[0]>.map, [a: <test_network.n.id>.map, b: 2], <test_network.n.id>.map, <test_network.n.tags.on>.map, <test_server.s.cpus>.map, <test_server.s.cpus>.map, <test_network.n.id>.map.map]
                          lifecycle replaceTriggeredBy [<test_network.n.id>, <test_network.n.zones>]
                        """);
    }

    @Test
    void takeVariablesOfAnyName() {
        assertThat(TestProject.of("""
                                module('m') { source = './m.groovy'; public = true; 'my-input' = 1 // more below
                                    'default' = "a='b'"; "class" = 'it'
                                    ['x'].each { package = it }
                                    if (true) { 'it_is' = 2 } else { 'it_is' = 3 }
                                }
                                """).with("m.groovy", """
                                ['public', 'my-input', 'default', 'class', 'package', 'it_is'].each {
                                    variable(it) { }
                                }
                                resource('test_server', 'a') {
                                    value = [
                                        variable.public, variable.'my-input', variable.default, variable.class,
                                        variable.package, variable['it_is'],
                                    ]
                                }
                                """).rendered()).isEqualTo("""
                        m/test_server.a (test)
                          value = [true, 1, 'a='b'', 'it', 'x', 2]
                        """);
    }

    @Test
    void namesInQuotesStandWhereTheyAreWritten() {
        assertThat(TestProject.of("""
                                resource('test_server', 'a') { name = 'x'; 'vlaue' = 1 }
                                \tresource('test_server', 'b') { /* ü */ public = variable.no; 'a b' = 2 }
                                'public' = 1
                                variable('n') { type = 'number'; default = 1 }
                                variable('o') { 'default' = 1 }
                                output('o') { 'value' = 1; value = 2 }
                                """).problems()).isEqualTo("""
                        1:44 There is no attribute "vlaue" in resource test_server.a
                            -> Did you mean "value"?
                        2:41 There is no attribute "public" in resource test_server.b
                            -> It has cpus, dependsOn, disk, lifecycle, name, network, password, port, provider, running, timeouts, value.
                        2:50 The variable "no" is not declared
                            -> Did you mean "n"?
                        2:63 There is no attribute "a b" in resource test_server.b
                            -> It has cpus, dependsOn, disk, lifecycle, name, network, password, port, provider, running, timeouts, value.
                        3:1 There is no attribute "public" in the environment
                            -> For a value of your own write def public = ….
                        4:34 There is no attribute "default" in variable "n"
                            -> Write defaultValue = ….
                        5:17 There is no attribute "default" in variable "o"
                            -> Write defaultValue = ….
                        6:28 "value" is set twice
                            It was set in line 6 before.
                        """);
    }

    @Test
    void wordsOfGroovyAreNoVariables() {
        assertThat(TestProject.of("def class = 1\n").problems()).isEqualTo("""
                        1:5 Syntax error: unexpected "def class"
                            -> "class" is a word of Groovy and cannot be the name of a variable. As the name of an attribute it can be written in quotes: 'class' = ….
                        """);
    }

    @Test
    void tellWhatIsWrong() {
        assertThat(TestProject.of("""
                                module('a') { source = './modules/dns'; zoen = 'x' }
                                module('b') { source = './modules/none' }
                                module('c') { zone = 'x' }
                                module('d') { source = './modules/self' }
                                output('e') { value = module.a.zoen }
                                """)
                        .with("modules/dns/main.groovy", DNS)
                        .with("modules/self.groovy", "module('self') { source = 'modules/self.groovy' }")
                        .problems())
                .isEqualTo("""
                        1:1 The variable "zone" has no value
                            It has no default.
                            -> Add zone = … to the module's block.
                        1:41 The module "a" has no variable "zoen"
                            -> Did you mean "zone"?
                        2:24 There is no module at "./modules/none"
                            A module is a .groovy file, or a folder with such files. Paths are relative to the project, or to the file that uses the module.
                        3:1 "source" is missing in module "c"
                            -> Add source = './modules/NAME'.
                        5:23 There is no output "zoen" in module "a"
                            It has zone.
                            -> Did you mean "zone"?
                        modules/self.groovy:1:27 The module "self" contains itself
                        """);
    }

    @Test
    void aProviderThatIsGivenToAModuleIsToldWhereItTakesOneFrom() {
        assertThat(TestProject.of("module('m') { source = './modules/m'; provider = 'test.us' }\n")
                        .with("modules/m/main.groovy", "variable('zone') { defaultValue = 'x' }\n")
                        .problems())
                .isEqualTo("""
                        1:39 The module "m" has no variable "provider"
                            -> A module takes the provider of the region around it; a resource in it names another one: provider = 'aws.us'.
                        """);
    }
}
