package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentsTest {
    private static final String DATABASE = """
            resource('test_server', 'main') {
                name    = "${app.label}-${database.version}"
                network = test_network.main.id
                cpus    = database.highAvailability ? 2 : 1
            }
            if (database.backups) {
                resource('test_server', 'backup') {
                    provider = region.backupProvider
                    value    = database.backups.retention
                }
            }
            output('url') { value = "postgresql://${test_server.main.name}" }
            output('host') { value = test_server.main.name }
            output('port') { value = 5432 }
            output('name') { value = 'main' }
            output('username') { value = 'admin' }
            output('password') { value = test_server.main.id }
            """;
    private static final String REGION = """
            resource('test_network', 'main') { range = region.cidr; zones = region.zoneKeys }
            output('zoneNames') { value = region.zoneKeys }
            """;
    private static final String ENVIRONMENT = """
            region('eu-central-1') {
                provider     = 'test'
                zones        = 3
                backupRegion = 'eu-west-1'
                app('orders') {
                    database { highAvailability = true; backups { } }
                    resource('test_server', 'own') { value = [database.url, database.password, app.label] }
                }
                app('billing') {
                    database { version = '15' }
                }
            }
            output('url') { value = app.orders.database.url }
            output('other') { value = region['eu-central-1'].app.billing.database.host }
            output('zones') { value = region['eu-central-1'].zoneNames }
            """;

    private static TestProject project() {
        return TestProject.of(ENVIRONMENT).withBlueprint("database", DATABASE).withBlueprint("region", REGION);
    }

    @Test
    void areBuiltFromTheBlueprintsOfTheirRegionsProvider() {
        assertThat(project().rendered()).isEqualTo("""
                        eu-central-1/test_network.main (test.eu-central-1)
                          range = '10.0.0.0/16'
                          zones = ['1', '2', '3']
                        eu-central-1/orders/test_server.own (test.eu-central-1)
                          value = ['postgresql://' + <eu-central-1/orders/test_server.main.name>, sensitive(<eu-central-1/orders/test_server.main.id>), 'orders']
                        eu-central-1/orders/test_server.main (test.eu-central-1)
                          name = 'orders-16'
                          network = <eu-central-1/test_network.main.id>
                          cpus = 2
                        eu-central-1/orders/test_server.backup (test.eu-west-1)
                          value = '7 days'
                        eu-central-1/billing/test_server.main (test.eu-central-1)
                          name = 'billing-15'
                          network = <eu-central-1/test_network.main.id>
                          cpus = 1
                        output url = 'postgresql://' + <eu-central-1/orders/test_server.main.name>
                        output other = <eu-central-1/billing/test_server.main.name>
                        output zones = ['1', '2', '3']
                        """);
    }

    @Test
    void configureTheProviderForTheirRegions() {
        var definition = project().load().definition();

        assertThat(definition.providers().values().stream()
                        .sorted(java.util.Comparator.comparing(provider -> provider.key()))
                        .map(provider -> provider.key() + " "
                                + provider.arguments().values().stream()
                                        .map(argument -> Rendering.expression(argument.value()))
                                        .toList()))
                .containsExactly("test.eu-central-1 ['eu-central-1']", "test.eu-west-1 ['eu-west-1']");
        assertThat(definition.components().stream()
                        .map(component -> component.address().qualified()
                                + component
                                        .blueprint()
                                        .map(blueprint -> " " + blueprint.file() + " " + blueprint.version())
                                        .orElse("")))
                .containsExactly(
                        "region:eu-central-1 test/region.groovy 3",
                        "region:eu-central-1/app:orders",
                        "region:eu-central-1/app:orders/database: test/database.groovy 3",
                        "region:eu-central-1/app:billing",
                        "region:eu-central-1/app:billing/database: test/database.groovy 3");
    }

    @Test
    void passOutputsOnUnderTheSameName() {
        assertThat(TestProject.of("""
                                region('eu-central-1') {
                                    provider = 'test'
                                    app('a') { loadBalancer { } }
                                    app('b') { }
                                }
                                output('a') { value = app.a.url }
                                output('b') { value = app.b.url }
                                """)
                        .withBlueprint(
                                "app",
                                "output('url') { value = app.has('loadBalancer') ? \"${loadBalancer.url}/\" : null }\n")
                        .withBlueprint("loadBalancer", """
                                resource('test_server', 'main') { }
                                output('url') { value = "http://${test_server.main.name}" }
                                output('host') { value = test_server.main.name }
                                output('nameServers') { value = null }
                                """)
                        .rendered())
                .isEqualTo("""
                        eu-central-1/a/test_server.main (test.eu-central-1)
                        output a = 'http://' + <eu-central-1/a/test_server.main.name> + '/'
                        output b = null
                        """);
    }

    @Test
    void canBeRefusedByTheirBlueprints() {
        assertThat(TestProject.of("""
                                region('eu-central-1') {
                                    provider = 'test'
                                    app('orders') {
                                        database { version = '12' }
                                        resource('test_server', 'own') { value = database.host }
                                    }
                                }
                                """).withBlueprint("database", """
                                def check(version) {
                                    if (version < '13') {
                                        refuse("PostgreSQL $version is not supported", 'Choose 13 or newer.')
                                    }
                                }
                                check(database.version)
                                resource('test_server', 'main') { nonsense = 1 }
                                """).problems())
                .isEqualTo("""
                        4:9 PostgreSQL 12 is not supported
                            -> Choose 13 or newer.
                        """);
    }

    @Test
    void canBeRefusedWhereAnInputIsWritten() {
        String environment = """
                region('eu-central-1') {
                    provider = 'test'
                    zones    = 1
                    app('orders') { database { version = '12' } }
                }
                """;
        assertThat(List.of("database.version", "region.zones", "region.cidr").stream()
                        .map(input -> refused(environment, input)))
                .containsExactly("4:32 No\n    -> Yes.\n", "3:5 No\n    -> Yes.\n", "1:1 No\n    -> Yes.\n");
        assertThat(List.of("region.nonsense", "database", "host.address").stream()
                        .map(input -> refused(environment, input)))
                .allSatisfy(problems -> assertThat(problems)
                        .contains("test/database.groovy:1:29 \"refuse\" cannot point to ")
                        .contains("-> Write the component and its input, such as 'region.zones'."));
    }

    private static String refused(String environment, String input) {
        return TestProject.of(environment)
                .withBlueprint("database", "refuse('No', 'Yes.', input: '" + input + "')\n")
                .problems();
    }

    @Test
    void cannotGiveOutputsThatNeedThemselves() {
        assertThat(TestProject.of(
                                "region('eu-central-1') { provider = 'test'; app('a') { } }\noutput('a') { value = app.a.url }\n")
                        .withBlueprint("app", "output('url') { value = app.url }\n")
                        .problems())
                .isEqualTo("""
                        test/app.groovy:1:1 The output "url" of app "a" refers to itself
                        """);
    }

    @Test
    void takeTheProjectsBlueprintFirst() {
        assertThat(TestProject.of("""
                                region('eu-central-1') { provider = 'test' }
                                """)
                        .withBlueprint("region", "fails = 1")
                        .with("blueprints/region.groovy", """
                                resource('test_network', 'own') { range = 'x' }
                                output('zoneNames') { value = ['a'] }
                                """)
                        .rendered())
                .isEqualTo("""
                        eu-central-1/test_network.own (test.eu-central-1)
                          range = 'x'
                        """);
    }

    @Test
    void canBeEvaluatedAgainFromTheSourcesAlone() {
        LoadedDefinition first = project().load();
        LoadOptions again = project()
                .withBlueprint("database", "fails = 1")
                .withBlueprint("region", "fails = 1")
                .options()
                .fromSources(first.sources());

        assertThat(first.sources().keySet())
                .containsExactlyInAnyOrder("environments/test.groovy", "test/region.groovy", "test/database.groovy");
        assertThat(Rendering.definition(DefinitionLoader.load(again).definition()))
                .isEqualTo(Rendering.definition(first.definition()));
    }

    @Test
    void tellWhatIsWrong() {
        assertThat(TestProject.of("""
                                app('lost') { }
                                region('eu-central-1') {
                                    provider = 'test'
                                    zones = 'many'
                                    ap('x') { }
                                    app { }
                                    app('orders') {
                                        database { versoin = '16'; storage = '20 GB' }
                                        containers { image = 'x'; healthChek { } }
                                        bucket('a') { }
                                        bucket('a') { }
                                    }
                                }
                                output('a') { value = app.orders.database.ulr }
                                output('b') { value = app.order.url }
                                output('c') { value = app.orders.bucket.b.url }
                                """)
                        .withBlueprint("database", "output('url') { value = 1 }\noutput('extra') { value = 2 }")
                        .problems())
                .isEqualTo("""
                        1:1 "app" cannot stand in the environment
                            -> Put it into a region block.
                        4:13 "zones" must be a number of zones, or a list of their names
                            It is "many".
                        5:5 There is no block "ap" in region "eu-central-1"
                            -> Did you mean "app"?
                        6:5 "app" takes one label
                            -> Write app('NAME') { … }.
                        8:20 There is no attribute "versoin" in database
                            -> Did you mean "version"?
                        8:46 "storage" must be a size such as "512 MiB" or "20 GiB"
                            It is "20 GB".
                        9:9 The provider "test" has no blueprint for "containers"
                            -> Write one of your own: blueprints/containers.groovy.
                        9:35 There is no block "healthChek" in containers
                            -> Did you mean "healthCheck"?
                        10:9 The provider "test" has no blueprint for "bucket"
                            -> Write one of your own: blueprints/bucket.groovy.
                        11:9 bucket "a" is declared twice in app "orders"
                        14:23 There is no output "ulr" in database
                            It has extra, host, name, password, port, url, username.
                            -> Did you mean "url"?
                        15:23 There is no app "order"
                            There is orders.
                            -> Did you mean "orders"?
                        16:23 There is no bucket "b"
                            There is a.
                            -> Did you mean "a"?
                        test/database.groovy:1:1 The blueprint of "database" does not declare the outputs "host", "port", "name", "username", "password"
                            Every blueprint of a component declares all outputs of it: url, host, port, name, username, password.
                            -> Add output('host') { value = … }.
                        test/database.groovy:2:1 "database" has no output "extra"
                            Its outputs are url, host, port, name, username, password.
                        """);
    }

    @Test
    void neverLetBackupsOfTheUnionAndOfTheStatesOut() {
        assertThat(TestProject.of("residency = 'EU'\nbackupAreas = ['UK']\n").problems())
                .isEqualTo("""
                        2:15 Backups of EU may not lie in UK
                            They never leave EU.
                        """);
        assertThat(TestProject.of("residency = 'US'\nbackupAreas = ['US', 'CA']\n")
                        .problems())
                .isEqualTo("""
                        2:15 Backups of US may not lie in CA
                            They never leave US.
                        """);
        assertThat(TestProject.of("residency = 'UK'\nbackupAreas = ['US']\n").problems())
                .isEqualTo("""
                        2:15 Backups of UK may not lie in US
                            They may lie in UK and in EU.
                        """);
    }

    @Test
    void needSoundAreasForBackups() {
        assertThat(TestProject.of("backupAreas = ['EU']\n").problems()).isEqualTo("""
                        1:15 "backupAreas" needs "residency"
                            It lets backups lie beside the area that data must not leave.
                            -> Say which that is, such as residency = 'UK'.
                        """);
        assertThat(TestProject.of("residency = 'UK'\nbackupAreas = 'EU'\n").problems())
                .isEqualTo("""
                        2:15 "backupAreas" must be a list of strings
                            -> Name political areas, such as ['EU'].
                        """);
        assertThat(TestProject.of("residency = 'UK'\nbackupAreas = ['UE']\n").problems())
                .startsWith("2:15 \"UE\" is no political area that is known here\n");
        assertThat(TestProject.of("residency = 'UK'\nbackupAreas = ['EU']\nbackupAreas = ['EU']\n")
                        .problems())
                .isEqualTo("3:15 \"backupAreas\" is set twice\n");
    }
}
