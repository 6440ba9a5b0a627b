package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A provider's name that leads nowhere is an error where it stands: what it stands at would be taken for gone. */
class ProviderNamesTest {
    private static final String BUCKET = """
            resource('test_server', 'main') { name = bucket.label }
            output('name') { value = test_server.main.name }
            output('arn') { value = test_server.main.id }
            output('url') { value = test_server.main.id }
            """;

    private static String problemsOf(String environment) {
        return TestProject.of(environment).withBlueprint("bucket", BUCKET).problems();
    }

    @Test
    void ofARegionMustBeAtHand() {
        assertThat(problemsOf("""
                        region('eu-central-1') { provider = 'tset'
                            app('orders') { bucket('files') }
                            resource('test_server', 'own') { }
                        }
                        region('eu-west-1') { provider = 'azure'; app('billing') { bucket('files') } }
                        output('url') { value = app.orders.bucket.files.url }
                        """)).isEqualTo("""
                        1:37 There is no provider "tset"
                            The providers at hand are test.
                            -> Did you mean "test"?
                        5:34 There is no provider "azure"
                            The providers at hand are test.
                        """);
    }

    @Test
    void ofARegionNeedABlockForTheirAlias() {
        assertThat(problemsOf("""
                        provider('test', alias: 'us') { account = '1' }
                        region('eu-central-1') { provider = 'test.su'; app('orders') { bucket('files') } }
                        region('eu-west-1') { provider = 'test.'; app('billing') { bucket('files') } }
                        region('eu-west-2') { provider = 'test.other' }
                        """)).isEqualTo("""
                        2:37 There is no provider "test.su"
                            Configured are test.us.
                            -> Did you mean "test.us"?
                        3:34 There is no provider "test."
                            Configured are test.us.
                            -> Write 'test' for the default one.
                        4:34 There is no provider "test.other"
                            Configured are test.us.
                            -> Declare it: provider('test', alias: 'other') { … }
                        """);
    }

    @Test
    void withAnEmptyAliasAreNotTheDefaultOne() {
        assertThat(problemsOf("""
                        variable('al') { defaultValue = '' }
                        provider('test') { account = '1' }
                        region('eu-west-1') { provider = 'test.'; app('billing') { bucket('files') } }
                        resource('test_server', 'main') { provider = "test.${variable.al}" }
                        resource('test_server', 'other') { provider = "test.${variable.al}.eu-west-1" }
                        """)).isEqualTo("""
                        3:34 There is no provider "test."
                            Configured are test.
                            -> Write 'test' for the default one.
                        4:46 There is no provider "test."
                            Configured are test.
                            -> Write 'test' for the default one.
                        5:47 There is no provider "test..eu-west-1"
                            Configured are test.
                            -> Write 'test' for the default one.
                        """);
    }

    @Test
    void ofARegionMustBeKnown() {
        assertThat(problemsOf("""
                        variable('secret') { type = 'string'; sensitive = true; defaultValue = 'test' }
                        resource('test_network', 'main') { range = 'x' }
                        region('a') { provider = test_network.main.id; app('orders') { bucket('files') } }
                        region('b') { provider = variable.secret; app('billing') { bucket('files') } }
                        region('c') { provider = null; app('none') { bucket('files') } }
                        region('d') { provider = 'test'; zones = test_network.main.zones }
                        region('e') { provider = 'test'; backupRegion = test_network.main.id }
                        output('url') { value = app.none.bucket.files.url }
                        """)).isEqualTo("""
                        3:26 "provider" must be known while the definition is evaluated
                            test_network.main.id has no value yet.
                            -> Write provider = 'NAME' or provider = 'NAME.ALIAS'.
                        4:26 "provider" must be known while the definition is evaluated
                            It is sensitive, so it must not steer what the definition says.
                            -> Write provider = 'NAME' or provider = 'NAME.ALIAS'.
                        5:1 "provider" is missing in region "c"
                            The provider that builds it, such as 'aws', or an alias, such as 'aws.us'.
                            -> Add provider = ….
                        6:42 "zones" must be known while the definition is evaluated
                            test_network.main.zones has no value yet, and decides what stands in the region.
                            -> Write the value, or use a variable.
                        7:49 "backupRegion" must be known while the definition is evaluated
                            test_network.main.id has no value yet, and decides what stands in the region.
                            -> Write the value, or use a variable.
                        """);
    }

    @Test
    void areNoErrorInACheckWithoutValues() {
        assertThat(TestProject.of("""
                                variable('where') { type = 'string' }
                                region('a') { provider = variable.where; app('orders') { bucket('files') } }
                                resource('test_server', 'own') { provider = variable.where }
                                output('url') { value = app.orders.bucket.files.url }
                                """)
                        .withBlueprint("bucket", BUCKET)
                        .validating()
                        .problems())
                .isEmpty();
    }

    @Test
    void ofResourcesAndDataSourcesMustLeadSomewhere() {
        assertThat(problemsOf("""
                        resource('test_server', 'a') { provider = 'tset' }
                        resource('test_server', 'b') { provider = 'test.us' }
                        resource('test_server', 'c') { provider = test_server.a.name }
                        resource('test_server', 'd') { provider = 3 }
                        data('test_image', 'e') { name = 'x'; provider = 'tset.us' }
                        data('test_image', 'f') { name = 'x'; provider = 'test.us' }
                        """)).isEqualTo("""
                        1:43 There is no provider "tset"
                            The providers at hand are test.
                            -> Did you mean "test"?
                        2:43 There is no provider "test.us"
                            -> Declare it: provider('test', alias: 'us') { … }
                        3:43 "provider" must be known while the definition is evaluated
                            test_server.a.name has no value yet.
                            -> Write provider = 'NAME' or provider = 'NAME.ALIAS'.
                        4:43 "provider" must be a string
                            -> Write provider = 'NAME' or provider = 'NAME.ALIAS'.
                        5:50 There is no provider "tset"
                            The providers at hand are test.
                            -> Did you mean "test"?
                        6:50 There is no provider "test.us"
                            -> Declare it: provider('test', alias: 'us') { … }
                        """);
    }

    @Test
    void meanTheirRegionsToModulesInItToo() {
        assertThat(TestProject.of("""
                        provider('test', alias: 'us') { account = '1' }
                        region('eu-central-1') {
                            provider = 'test.us'
                            module('m') { source = './m.groovy' }
                            app('orders') { module('deep') { source = './outer.groovy' } }
                        }
                        module('outside') { source = './m.groovy' }
                        """)
                        .with("m.groovy", "resource('test_server', 'a') { name = 'a' }")
                        .with("outer.groovy", """
                        module('inner') { source = './m.groovy' }
                        data('test_image', 'i') { name = 'i' }
                        """)
                        .rendered())
                .isEqualTo("""
                        eu-central-1/orders/deep/data.test_image.i (test.us.eu-central-1)
                          name = 'i'
                        eu-central-1/orders/deep/inner/test_server.a (test.us.eu-central-1)
                          name = 'a'
                        eu-central-1/m/test_server.a (test.us.eu-central-1)
                          name = 'a'
                        outside/test_server.a (test)
                          name = 'a'
                        """);
    }

    @Test
    void ofRegionsInModulesCountToo() {
        assertThat(TestProject.of("module('m') { source = './m.groovy' }")
                        .with("m.groovy", """
                                region('eu-central-1') { provider = 'tset'; app('orders') { bucket('files') } }
                                output('url') { value = app.orders.bucket.files.url }
                                """)
                        .withBlueprint("bucket", BUCKET)
                        .problems())
                .isEqualTo("""
                        m.groovy:1:37 There is no provider "tset"
                            The providers at hand are test.
                            -> Did you mean "test"?
                        """);
    }

    @Test
    void ofProvidersThatBuildNoSuchComponentAreAnError() {
        assertThat(problemsOf("""
                        region('eu-central-1') {
                            provider = 'test'
                            host('h') { address = 'x' }
                            app('orders') { database { } }
                        }
                        """)).isEqualTo("""
                        3:5 The provider "test" has no blueprint for "host"
                            -> Write one of your own: blueprints/host.groovy.
                        4:21 The provider "test" has no blueprint for "database"
                            -> Write one of your own: blueprints/database.groovy.
                        """);
    }

    @Test
    void areNotAloneInYieldingNothing() {
        assertThat(TestProject.of("region('eu-central-1') { provider = 'test'; app('orders') }")
                        .with("blueprints/databse.groovy", "output('x') { value = 1 }")
                        .with("blueprints/app.groovy", """
                                app.labels('bukcet').each { label -> resource('test_server', label) { } }
                                if (app.has('cache')) { resource('test_server', 'cache') { } }
                                output('url') { value = 'x' }
                                """)
                        .problems())
                .isEqualTo("""
                        blueprints/app.groovy:1:11 "bukcet" can never stand in app "orders"
                            -> Did you mean "bucket"?
                        blueprints/app.groovy:2:5 "cache" can never stand in app "orders"
                            -> Components are region, zone, host, app, containers, loadBalancer, database, bucket.
                        blueprints/databse.groovy:1:1 There is no component "databse" that this could be the blueprint of
                            A file in blueprints/ builds the component of its name: region, zone, host, app, containers, loadBalancer, database, bucket.
                            -> Did you mean "database"?
                        """);
    }
}
