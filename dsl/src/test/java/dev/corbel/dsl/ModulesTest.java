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
}
