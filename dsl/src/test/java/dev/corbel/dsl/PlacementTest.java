package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The hosts that the parts of apps are put on. */
class PlacementTest {
    private static final String THREE_ZONES = """
        zone('m1') { host('a1') { address = '10.0.1.1' }; host('a2') { address = '10.0.1.2' } }
        zone('m2') { host('b1') { address = '10.0.2.1' } }
        zone('m3') { host('c1') { address = '10.0.3.1'; roles = ['loadBalancer'] } }
        """;
    private static final String PART = """
        resource('test_server', 'part') { value = PART.hosts*.label }
        """;
    private static final String DATABASE_OUTPUTS =
            List.of("host", "port", "name", "username", "url", "password").stream()
                    .map(name -> "output('" + name + "') { value = 'x' }\n")
                    .collect(Collectors.joining());

    private static TestProject project(String hosts, String apps) {
        return TestProject.of("region('munich') {\nprovider = 'test'\n" + hosts + apps + "}\n")
                .withBlueprint("host", "def none = null")
                .withBlueprint("containers", PART.replace("PART", "containers") + "output('name') { value = 'x' }")
                .withBlueprint("database", PART.replace("PART", "database") + DATABASE_OUTPUTS)
                .withBlueprint(
                        "loadBalancer",
                        PART.replace("PART", "loadBalancer")
                                + "output('url') { value = 'x' }\noutput('host') { value = 'x' }\n"
                                + "output('nameServers') { value = null }\n")
                .withBlueprint(
                        "bucket",
                        PART.replace("PART", "bucket")
                                + "output('url') { value = 'x' }\noutput('name') { value = 'x' }\n"
                                + "output('region') { value = 'x' }\n");
    }

    private static Expression value(ResourceDeclaration resource) {
        return Objects.requireNonNull(resource.arguments().get("value")).value();
    }

    /** Each part with its hosts. */
    private static String placed(TestProject project) {
        return project.load().definition().resources().stream()
                .map(resource ->
                        resource.address().parent().orElseThrow() + " " + Rendering.expression(value(resource)) + "\n")
                .collect(Collectors.joining());
    }

    private static Address app(String label) {
        return new Address(List.of(new Step("region", "munich", null), new Step("app", label, null)));
    }

    @Test
    void spreadsOverZonesAndPutsMoreWhereLeastStands() {
        assertThat(placed(project(THREE_ZONES, """
            app('shop') {
                containers { image = 'web:1'; count = 3 }
                loadBalancer { }
                database { }
                bucket('files') { }
            }
            app('blog') { containers { image = 'blog:1' } }
            """))).isEqualTo("""
                munich/shop ['b1', 'a2', 'b1']
                munich/shop ['c1']
                munich/shop ['a1']
                munich/shop/files ['b1']
                munich/blog ['a1']
                """);
    }

    @Test
    void doesNotDependOnTheOrderOfTheDefinition() {
        String hosts = """
            zone('m2') { host('b1') { address = '10.0.2.1' } }
            zone('m1') { host('a2') { address = '10.0.1.2' }; host('a1') { address = '10.0.1.1' } }
            """;
        String shop = "app('shop') { containers { image = 'web:1' } }\n";
        String blog = "app('blog') { containers { image = 'blog:1'; count = 2 } }\n";

        assertThat(placed(project(hosts, shop + blog)).lines())
                .containsExactlyInAnyOrderElementsOf(
                        placed(project(hosts.lines().sorted().collect(Collectors.joining("\n", "", "\n")), blog + shop))
                                .lines()
                                .toList());
        assertThat(placed(project(hosts, shop + blog))).isEqualTo("""
            munich/shop ['a2']
            munich/blog ['a1', 'b1']
            """);
    }

    @Test
    void leavesWhereItIsWhatStandsAlready() {
        TestProject more = project(THREE_ZONES, """
            zone('m0') { host('new') { address = '10.0.0.1' } }
            app('shop') { containers { image = 'web:1'; count = 3 }; database { highAvailability = true } }
            """);

        assertThat(placed(more.standing(Map.of(
                        app("shop"), Map.of("containers", List.of("b1", "a1"), "database", List.of("b1", "a2"))))))
                .isEqualTo("""
                    munich/shop ['b1', 'a1', 'new']
                    munich/shop ['b1', 'a2']
                    """);
    }

    @Test
    void movesOnlyWhatLostItsHost() {
        TestProject fewer = project("""
            zone('m1') { host('a1') { address = '10.0.1.1'; roles = ['database'] } }
            zone('m2') { host('b1') { address = '10.0.2.1' } }
            zone('m3') { host('c1') { address = '10.0.3.1' } }
            """, "app('shop') { containers { image = 'web:1'; count = 3 } }\n");

        assertThat(placed(fewer.standing(Map.of(app("shop"), Map.of("containers", List.of("gone", "b1", "a1"))))))
                .isEqualTo("munich/shop ['c1', 'b1', 'b1']\n");
    }

    @Test
    void goesWhereTheDefinitionSaysWithContainersInTurn() {
        TestProject written = project(THREE_ZONES, """
            app('shop') {
                placement { containers = ['c1', 'a1']; database = ['b1', 'a2']; loadBalancer = ['a1', 'b1']; bucket = ['a2'] }
                containers { image = 'web:1'; count = 3 }
                containers('jobs') { image = 'jobs:1'; count = 2 }
                database { highAvailability = true }
                loadBalancer { }
                bucket('files') { }
            }
            """);

        assertThat(placed(written.standing(Map.of(app("shop"), Map.of("containers/jobs", List.of("a1", "c1"))))))
                .isEqualTo("""
                    munich/shop ['c1', 'a1', 'c1']
                    munich/shop/jobs ['a1', 'c1']
                    munich/shop ['b1', 'a2']
                    munich/shop ['a1', 'b1']
                    munich/shop/files ['a2']
                    """);
    }

    @Test
    void isRefusedWhereTheWrittenHostsDoNotFit() {
        assertThat(project(THREE_ZONES, """
            app('a') { placement { containers = ['a9'] }; containers { image = 'x:1' } }
            app('b') { placement { containers = ['a1', 'b1'] }; containers { image = 'x:1' } }
            app('c') { placement { database = ['a1', 'a2'] }; database { highAvailability = true } }
            app('d') { placement { database = ['a1'] }; database { highAvailability = true } }
            app('e') { placement { database = ['a1', 'b1'] }; database { } }
            app('f') { placement { bucket = ['a1', 'a1'] }; bucket('files') { } }
            app('g') { placement { loadBalancer = [] }; loadBalancer { } }
            app('h') { placement { containres = ['a1'] }; containers { image = 'x:1' } }
            """).problems()).isEqualTo("""
                6:12 There is no host "a9" in region "munich"
                    The placement names it for containers.
                    -> Did you mean "a1"?
                7:12 The placement names 2 hosts for 1 of the containers
                    A host would have nothing to run.
                    -> Write count = 2 in containers, or name fewer hosts.
                8:12 The placement puts the standby of a database into the zone of its primary
                    Both would fail together.
                    -> Name a host in another zone, or put the hosts into zones of their own.
                9:12 The placement names 1 host for a database with a standby
                    -> Name 2 hosts in different zones: the first is the primary's.
                10:12 The placement names 2 hosts for a database without a standby
                    -> Write highAvailability = true in database, or name one host.
                11:12 The placement names host "a1" twice for bucket
                    -> Name each host once.
                12:12 The placement names no host for loadBalancer
                    -> Name one, or take the line away: then it is chosen.
                13:24 There is no attribute "containres" in "placement"
                    -> Did you mean "containers"?
                """);
    }

    @Test
    void isRefusedWhereNoHostIsLeft() {
        assertThat(project("""
            zone('m1') {
                host('a1') { address = '10.0.1.1'; roles = ['database'] }
                host('a2') { address = '10.0.1.2'; roles = ['database'] }
            }
            """, """
            app('shop') {
                containers { image = 'x:1' }
                database { highAvailability = true }
            }
            output('name') { value = app.shop.containers.name }
            """).problems()).isEqualTo("""
                8:5 No host of region "munich" is for containers
                    The roles of each say that it is for something else.
                    -> Add 'containers' to the roles of a host, or a host: host('NAME') { address = …; roles = ['containers'] }.
                9:5 There is no host in another zone for the standby of the database
                    The primary is on "a1", and what stands in its zone may fail with it.
                    -> Add a host that is for database in another zone, or write highAvailability = false.
                """);
    }

    @Test
    void needsAValueThatIsKnown() {
        assertThat(project("""
            zone('m1') { host('a1') { address = '10.0.1.1'; roles = [test_server.vm.id] } }
            """, """
            resource('test_server', 'vm') { }
            app('shop') { containers { image = 'x:1'; count = test_server.vm.cpus } }
            """).problems()).isEqualTo("""
                3:57 "roles" must be known while the definition is evaluated
                    It decides what stands on the host.
                    -> Write the value, or use a variable.
                5:51 "count" must be known while the definition is evaluated
                    test_server.vm.cpus has no value yet, and decides on which hosts it stands.
                    -> Write the value, or use a variable.
                """);
    }

    @Test
    void isLeftOutInACheckWithoutValues() {
        assertThat(TestProject.of("""
            variable('count') { type = 'number' }
            region('munich') {
                provider = 'test'
                host('a1') { address = '10.0.1.1' }
                app('shop') { containers { image = 'x:1'; count = variable.count } }
            }
            """)
                        .withBlueprint("host", "def none = null")
                        .withBlueprint("containers", PART.replace("PART", "containers"))
                        .validating()
                        .problems())
                .isEmpty();
    }

    @Test
    void needsHosts() {
        assertThat(project("", "app('shop') { placement { containers = ['web-1'] }; containers { image = 'x:1' } }\n")
                        .problems())
                .isEqualTo("""
                    3:15 There is no host "web-1" in region "munich"
                        The placement names it for containers.
                        -> Add host('web-1') { address = … } to the region.
                    """);
    }

    @Test
    void isOfContainersWithOneWayToRun() {
        assertThat(project(THREE_ZONES, """
            app('a') { containers { } }
            app('b') {
                containers {
                    image   = 'x:1'
                    archive = 'x.tar.gz'
                }
            }
            app('c') { containers { archive = 'x.tar.gz' } }
            app('d') { containers { archive = 'x.tar.gz'; command = ['bin/x'] } }
            app('e') { containers { image = 'x:1'; command = ['x'] } }
            """).problems()).isEqualTo("""
                6:12 Containers need an image or an archive
                    An image runs as it is; on hosts, a command can run from an archive instead.
                    -> Write image = 'NAME:TAG', or archive = 'FILE' and command = ['…'].
                10:9 Containers have an image or an archive, not both
                    The image stands in line 9.
                    -> Leave one of them out.
                13:25 An archive needs a command
                    It is unpacked, and nothing says what runs in it.
                    -> Write command = ['bin/NAME'].
                """);
    }
}
