package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.model.ProviderDeclaration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each host of a region is a configuration of the region's provider, where that has such. */
class HostConfigurationsTest {
    private static final String HOST = "resource('test_server', 'machine') { name = host.label }";

    private static TestProject project(String environment) {
        return TestProject.of(environment).withBlueprint("host", HOST);
    }

    /** Each configuration with its arguments, a line each. */
    private static String configurations(TestProject project) {
        return project.load().definition().providers().values().stream()
                .map(HostConfigurationsTest::line)
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(ProviderDeclaration declaration) {
        return declaration.key() + " at line "
                + declaration.range().map(range -> "" + range.line()).orElse("none") + ": "
                + declaration.arguments().entrySet().stream()
                        .map(argument -> argument.getKey() + " = "
                                + Rendering.expression(argument.getValue().value()))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    @Test
    void takesWhatTheRegionsConfigurationSaysAndWhatItSaysItself() {
        assertThat(configurations(project("""
            provider('test') { account = '1'; user = 'admin' }
            region('munich') {
                provider = 'test'
                zone('m1') { host('web-1') { address = '10.0.0.1'; port = 2222 } }
                host('web-2') { address = '10.0.0.2'; user = 'root' }
            }
            """))).isEqualTo("""
                test at line 1: account = '1', user = 'admin'
                test.web-1 at line 4: account = '1', address = '10.0.0.1', name = 'web-1', region = 'munich', user = 'admin'
                test.web-2 at line 5: account = '1', address = '10.0.0.2', name = 'web-2', region = 'munich', user = 'root'
                """);
    }

    @Test
    void needsNoBlockOfTheProviderAndFollowsTheAliasOfTheRegion() {
        assertThat(configurations(project("""
            provider('test', alias: 'dmz') { account = '2' }
            region('munich') { provider = 'test'; host('web') { address = '10.0.0.1' } }
            region('berlin') { provider = 'test.dmz'; host('web') { address = '10.0.0.1' } }
            """))).isEqualTo("""
                test.dmz at line 1: account = '2'
                test.dmz.web at line 3: account = '2', address = '10.0.0.1', name = 'web', region = 'berlin'
                test.web at line 2: address = '10.0.0.1', name = 'web', region = 'munich'
                """);
    }

    @Test
    void isTheProviderOfWhatStandsInTheHostAndOfWhatNamesIt() {
        assertThat(project("""
            region('munich') {
                provider = 'test'
                host('web-1') { address = '10.0.0.1'; resource('test_server', 'own') { } }
                app('shop') { containers { image = 'web:1' } }
                resource('test_server', 'none') { }
            }
            resource('test_server', 'outside') { provider = 'test.web-1' }
            """).withBlueprint("containers", """
                def host = 'web-1'
                resource('test_server', 'instance') { provider = "test.${host}" }
                output('name') { value = test_server.instance.id }
                """).rendered()).isEqualTo("""
                                test_server.outside (test.web-1)
                                munich/test_server.none (test.munich)
                                munich/web-1/test_server.own (test.web-1)
                                munich/web-1/test_server.machine (test.web-1)
                                  name = 'web-1'
                                munich/shop/test_server.instance (test.web-1)
                                """);
    }

    @Test
    void waitsForAnAddressThatAnotherObjectGives() {
        assertThat(configurations(project("""
            resource('test_server', 'vm') { name = 'vm' }
            region('munich') {
                provider = 'test'
                host('web-1') { address = test_server.vm.addresses[0] }
            }
            """))).isEqualTo("""
                test at line none:\s
                test.web-1 at line 4: address = <test_server.vm.addresses[0]>, name = 'web-1', region = 'munich'
                """);
    }

    @Test
    void standsOnceWithAProvider() {
        assertThat(project("""
            provider('test', alias: 'db') { }
            region('munich') {
                provider = 'test'
                zone('m1') { host('web') { address = '10.0.0.1' } }
                zone('m2') { host('web') { address = '10.0.0.2' } }
                host('db') { address = '10.0.0.3' }
            }
            """).problems()).isEqualTo("""
                5:18 The provider "test.web" is configured twice
                    Each host makes a configuration of its provider, and that of this one was made in 4:18 before.
                    -> Give one of them another label.
                6:5 The provider "test.db" is configured twice
                    Each host makes a configuration of its provider, and that of this one was made in 1:1 before.
                    -> Give one of them another label.
                """);
    }

    @Test
    void isSuggestedWhereItsNameIsMisspelt() {
        assertThat(project("""
            region('munich') { provider = 'test'; host('web-1') { address = '10.0.0.1' } }
            resource('test_server', 'outside') { provider = 'test.wed-1' }
            """).problems()).isEqualTo("""
                2:49 There is no provider "test.wed-1"
                    Configured are test.web-1.
                    -> Did you mean "test.web-1"?
                """);
    }

    @Test
    void takesKeysAndTheWayToRoot() {
        assertThat(project("""
            region('munich') {
                provider = 'test'
                host('web-1') {
                    address = '10.0.0.1'; hostKey = 'ssh-ed25519 AAAA'; identityFile = '~/.ssh/id'
                    knownHostsFile = 'known_hosts'; become = 'su'
                }
            }
            """).problems()).isEqualTo("""
                5:50 "become" must be one of "sudo", "none"
                    It is "su".
                """);
    }

    @Test
    void canBeWalkedByBlueprints() {
        assertThat(project("""
            region('munich') {
                provider = 'test'
                zone('m1') { host('web-1') { address = '10.0.0.1'; roles = ['containers'] } }
                zone('m2') { host('web-2') { address = test_server.vm.id } }
                host('db-1') { address = '10.0.0.3' }
                app('shop') { containers { image = 'web:1' } }
            }
            resource('test_server', 'vm') { name = 'vm' }
            """)
                        .withBlueprint("zone", """
                            zone.hosts.each { machine ->
                                resource('test_server', machine.label) { provider = machine.provider; name = machine.address }
                            }
                            """)
                        .withBlueprint("containers", """
                            resource('test_server', 'instance', forEach: region.hosts.collectEntries { [(it.label): it] }) { key, host ->
                                provider = host.provider
                                value    = [zone: host.zone, address: host.address, roles: host.roles]
                            }
                            resource('test_server', 'zones') {
                                value = region.zones.collect { "${it.label}: ${it.hosts*.label.join(' ')}".toString() }
                            }
                            output('name') { value = test_server.zones.id }
                            """)
                        .withBlueprint("host", """
                            resource('test_server', 'machine') { name = "${host.provider} in ${host.zone ?: 'none'}" }
                            """)
                        .rendered())
                .isEqualTo("""
                    test_server.vm (test)
                      name = 'vm'
                    munich/m1/test_server.web-1 (test.web-1)
                      name = '10.0.0.1'
                    munich/m1/web-1/test_server.machine (test.web-1)
                      name = 'test.web-1 in m1'
                    munich/m2/test_server.web-2 (test.web-2)
                      name = <test_server.vm.id>
                    munich/m2/web-2/test_server.machine (test.web-2)
                      name = 'test.web-2 in m2'
                    munich/db-1/test_server.machine (test.db-1)
                      name = 'test.db-1 in none'
                    munich/shop/test_server.instance["web-1"] (test.web-1)
                      value = [zone: 'm1', address: '10.0.0.1', roles: ['containers']]
                    munich/shop/test_server.instance["web-2"] (test.web-2)
                      value = [zone: 'm2', address: <test_server.vm.id>, roles: null]
                    munich/shop/test_server.instance["db-1"] (test.db-1)
                      value = [zone: null, address: '10.0.0.3', roles: null]
                    munich/shop/test_server.zones (test.munich)
                      value = ['m1: web-1', 'm2: web-2']
                    """);
    }

    @Test
    void standsInZonesThatAreSaidOnce() {
        assertThat(project("""
            region('munich') {
                provider = 'test'
                zones    = ['m1', 'm2']
                zone('m1') { host('web-1') { address = '10.0.0.1' } }
            }
            """).problems()).isEqualTo("""
                            3:5 "zones" stands beside zone blocks
                                Which zones there are is said twice.
                                -> Leave one of them out.
                            """);
    }
}
