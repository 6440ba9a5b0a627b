package dev.corbel.planner.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.providers.api.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sources that refer to what the same run makes or changes: one apply is enough, and leaves nothing old behind. */
class DataSourcesLifecycleTest {
    @TempDir
    Path folder;

    private Environment environment = new Environment(Path.of("."));

    @BeforeEach
    void begin() {
        environment = new Environment(folder);
    }

    private void applied(String definition) {
        environment.is(definition);
        environment.apply();
        assertThat(environment.plan().lines()).allMatch(line -> line.startsWith("no_op ") || line.startsWith("    "));
        environment.forgetCalls();
    }

    private Value output(String name) {
        return Objects.requireNonNull(environment.state().outputs().get(name)).value();
    }

    private Value attribute(String address, String name) {
        return environment
                .state()
                .current(Fixture.address(address))
                .orElseThrow()
                .attributes()
                .get(name);
    }

    @Test
    void whatIsMadeInTheSameRunIsLookedUpOnceItIsThere() {
        applied("""
                resource('sim_object', 'c') { name = 'c'; value = 1 }
                data('sim_object', 'd')     { name = sim_object.c.name }
                output('x') { value = data.sim_object.d.value }
                """);

        assertThat(output("x")).isEqualTo(Value.of(1));
    }

    @Test
    void nothingKeepsTheIdOfAnObjectThatTheSameRunReplaces() {
        String definition = """
                resource('sim_object', 'c') { name = 'c'; fixed = FIXED }
                data('sim_object', 'd')     { name = sim_object.c.name }
                resource('sim_object', 'u') { name = 'u'; value = data.sim_object.d.id }
                output('x') { value = data.sim_object.d.id }
                """;
        applied(definition.replace("FIXED", "1"));
        applied(definition.replace("FIXED", "2"));

        assertThat(attribute("sim_object.u", "value")).isEqualTo(attribute("sim_object.c", "id"));
        assertThat(output("x")).isEqualTo(attribute("sim_object.c", "id"));
    }

    @Test
    void aChainOfDataSourcesWaitsAsAWhole() {
        String definition = """
                resource('sim_object', 'c') { name = 'c'; fixed = FIXED }
                data('sim_object', 'd')     { name = sim_object.c.name }
                data('sim_object', 'e')     { name = data.sim_object.d.name }
                data('sim_object', 'f')     { name = 'c'; dependsOn = [data.sim_object.e] }
                output('x') { value = [data.sim_object.e.id, data.sim_object.f.id] }
                """;
        applied(definition.replace("FIXED", "1"));
        applied(definition.replace("FIXED", "2"));

        Value id = attribute("sim_object.c", "id");
        assertThat(output("x")).isEqualTo(Value.list(id, id));
    }

    @Test
    void aReferenceThroughOutputsAndInputsOfModulesAndLocalValuesIsOne() {
        environment.file("modules/maker/main.groovy", """
                variable('fixed') { type = 'number' }
                resource('sim_object', 'c') { name = 'c'; fixed = variable.fixed }
                output('name') { value = sim_object.c.name }
                """);
        environment.file("modules/reader/main.groovy", """
                variable('name') { type = 'string' }
                data('sim_object', 'd') { name = variable.name }
                output('id') { value = data.sim_object.d.id }
                """);
        String definition = """
                module('maker') { source = './modules/maker'; fixed = FIXED }
                def called = module.maker.name
                module('reader') { source = './modules/reader'; name = called }
                data('sim_object', 'all') { name = 'c'; dependsOn = [module.maker] }
                output('x') { value = [module.reader.id, data.sim_object.all.id] }
                """;
        applied(definition.replace("FIXED", "1"));
        applied(definition.replace("FIXED", "2"));

        Value id = attribute("module:maker/sim_object.c", "id");
        assertThat(output("x")).isEqualTo(Value.list(id, id));
    }

    @Test
    void aNameThatChangesInPlaceIsLookedUpAfterwards() {
        String definition = """
                resource('sim_object', 'c') { name = 'c'; value = 'VALUE' }
                resource('sim_object', 'one') { name = 'one' }
                resource('sim_object', 'two') { name = 'two' }
                data('sim_object', 'd') {
                    name = sim_object.c.value
                    dependsOn = [sim_object.one, sim_object.two]
                }
                output('x') { value = data.sim_object.d.id }
                """;
        applied(definition.replace("VALUE", "one"));
        environment.is(definition.replace("VALUE", "two"));
        assertThat(environment.plan()).contains("read data.sim_object.d # read_because_dependency_pending");
        applied(definition.replace("VALUE", "two"));

        assertThat(output("x")).isEqualTo(attribute("sim_object.two", "id"));
    }

    @Test
    void anUpdateThatLeavesTheAttributeAloneDefersNothing() {
        String definition = """
                resource('sim_object', 'c') { name = 'c'; value = VALUE }
                data('sim_object', 'd')     { name = sim_object.c.name }
                resource('sim_object', 'u') { name = 'u'; fixed = data.sim_object.d.id }
                """;
        applied(definition.replace("VALUE", "1"));
        environment.is(definition.replace("VALUE", "2"));

        assertThat(environment.plan()).doesNotContain("read data").contains("no_op sim_object.u");
        environment.apply();
        assertThat(environment.writes()).containsExactly("update c");
    }

    @Test
    void aWholeObjectIsAnotherOneAfterAnyUpdate() {
        String definition = """
                resource('sim_object', 'c') { name = 'c'; value = VALUE }
                data('sim_object', 'd')     { name = sim_object.c.map { it.name } }
                output('x') { value = data.sim_object.d.value }
                """;
        applied(definition.replace("VALUE", "1"));
        applied(definition.replace("VALUE", "2"));

        assertThat(output("x")).isEqualTo(Value.of(2));
    }

    @Test
    void whatIsReachedThroughAProviderOfAReplacedObjectWaitsForThat() {
        String definition = """
                resource('sim_object', 'place') { name = 'there'; fixed = FIXED }
                provider('simulator', alias: 'there') { directory = sim_object.place.name }
                provider('simulator') { }
                resource('sim_object', 'c') { name = 'c'; provider = 'simulator.there' }
                data('sim_object', 'd') { name = 'c'; provider = 'simulator.there'; dependsOn = [sim_object.c] }
                output('x') { value = data.sim_object.d.id }
                """;
        applied(definition.replace("FIXED", "1"));
        environment.is(definition.replace("FIXED", "2"));

        assertThat(environment.plan()).contains("read data.sim_object.d # read_because_dependency_pending");
    }

    @Test
    void aPreconditionOverWhatIsPendingComesBeforeTheRead() {
        environment.is("""
                resource('sim_object', 'c') { name = 'c' }
                data('sim_object', 'd') {
                    name = 'c'
                    lifecycle { precondition { condition = sim_object.c.revision.map { it > 0 }; message = 'm' } }
                }
                """);

        environment.apply();

        assertThat(environment.writes()).containsExactly("create c");
    }

    @Test
    void onlyWhatIsTargetedIsPending() {
        String definition = """
                resource('sim_object', 'c') { name = 'c'; fixed = 1 }
                resource('sim_object', 'other') { name = 'other'; value = VALUE }
                data('sim_object', 'd')     { name = sim_object.c.name }
                resource('sim_object', 'u') { name = 'u'; value = data.sim_object.d.id }
                """;
        applied(definition.replace("VALUE", "1"));
        environment.is(definition.replace("VALUE", "2"));

        PlanOptions target = PlanOptions.of(PlanMode.NORMAL).withTargets(List.of(AddressPattern.parse("sim_object.u")));

        assertThat(environment.plan(target)).doesNotContain("read data").doesNotContain("sim_object.other");
    }

    @Test
    void refreshOnlyReadsNothingThatOnlyAnApplyCouldTell() {
        environment.is("""
                resource('sim_object', 'c') { name = 'c' }
                data('sim_object', 'd')     { id = sim_object.c.id }
                """);

        ApplyResult result = environment.apply(PlanOptions.of(PlanMode.REFRESH_ONLY));

        assertThat(result.operations()).isEmpty();
        assertThat(environment.writes()).isEmpty();
    }

    @Test
    void destroyReadsNoDataSource() {
        applied("""
                resource('sim_object', 'c') { name = 'c' }
                data('sim_object', 'd')     { name = sim_object.c.name }
                """);

        environment.apply(PlanOptions.of(PlanMode.DESTROY));

        assertThat(environment.writes()).containsExactly("delete c");
    }

    @Test
    void aReplacementThatComesFirstIsNotMadeWhereTheDeferredValueCameOutAsItWas() {
        String definition = """
                resource('sim_object', 'doc') { name = 'doc'; value = VALUE }
                resource('sim_object', 'region') { name = 'region' }
                data('sim_object', 'region') { name = sim_object.region.name; dependsOn = [sim_object.doc] }
                resource('sim_object', 'elk') {
                    fixed = data.sim_object.region.id
                    value = 'v'
                    lifecycle { createBeforeDestroy = true }
                }
                resource('sim_object', 'user') { name = 'user'; value = sim_object.elk.id }
                """;
        applied(definition.replace("VALUE", "1"));
        Value id = attribute("sim_object.elk", "id");
        environment.is(definition.replace("VALUE", "2"));
        assertThat(environment.plan()).contains("replace_create_first sim_object.elk");

        ApplyResult result = environment.apply(PlanOptions.of(PlanMode.NORMAL));

        assertThat(environment.writes()).containsExactly("update doc");
        assertThat(attribute("sim_object.elk", "id")).isEqualTo(id);
        assertThat(result.succeeded()).isTrue();
        assertThat(result.added()).isZero();
        assertThat(result.changed()).isEqualTo(1);
        assertThat(result.destroyed()).isZero();
        assertThat(environment
                        .state()
                        .instance(Fixture.address("sim_object.elk"))
                        .orElseThrow()
                        .deposed())
                .isEmpty();
        assertThat(environment.plan()).doesNotContain("replace").doesNotContain("update");
    }

    @Test
    void whatElseChangedThenIsChangedInPlace() {
        String definition = """
                resource('sim_object', 'doc') { name = 'doc'; value = VALUE }
                resource('sim_object', 'region') { name = 'region' }
                data('sim_object', 'region') { name = sim_object.region.name; dependsOn = [sim_object.doc] }
                resource('sim_object', 'elk') {
                    name = 'elk'
                    fixed = data.sim_object.region.id
                    value = VALUE
                    lifecycle { createBeforeDestroy = true }
                }
                """;
        applied(definition.replace("VALUE", "1"));
        environment.is(definition.replace("VALUE", "2"));

        environment.apply();

        assertThat(environment.writes()).containsExactly("update doc", "update elk");
    }

    @Test
    void aReplacementThatIsAskedForIsMadeAllTheSame() {
        String definition = """
                resource('sim_object', 'doc') { name = 'doc'; value = VALUE }
                resource('sim_object', 'region') { name = 'region' }
                data('sim_object', 'region') { name = sim_object.region.name; dependsOn = [sim_object.doc] }
                resource('sim_object', 'elk') {
                    fixed = data.sim_object.region.id
                    lifecycle { createBeforeDestroy = true }
                }
                """;
        applied(definition.replace("VALUE", "1"));
        Value id = attribute("sim_object.elk", "id");
        environment.is(definition.replace("VALUE", "2"));

        ApplyResult result = environment.apply(
                PlanOptions.of(PlanMode.NORMAL).withReplace(List.of(AddressPattern.parse("sim_object.elk"))));

        assertThat(attribute("sim_object.elk", "id")).isNotEqualTo(id);
        assertThat(result.added()).isEqualTo(1);
        assertThat(result.destroyed()).isEqualTo(1);
    }

    @Test
    void aReplacementThatATriggerDemandsIsMadeAllTheSame() {
        String definition = """
                resource('sim_object', 'doc') { name = 'doc'; value = VALUE }
                resource('sim_object', 'region') { name = 'region' }
                data('sim_object', 'region') { name = sim_object.region.name; dependsOn = [sim_object.doc] }
                resource('sim_object', 'elk') {
                    fixed = data.sim_object.region.id
                    lifecycle { createBeforeDestroy = true; replaceTriggeredBy = [sim_object.doc.value] }
                }
                """;
        applied(definition.replace("VALUE", "1"));
        Value id = attribute("sim_object.elk", "id");
        applied(definition.replace("VALUE", "2"));

        assertThat(attribute("sim_object.elk", "id")).isNotEqualTo(id);
    }

    @Test
    void aDependencyThatLosesAKeyIsPending() {
        String definition = """
                resource('sim_object', 'm', forEach: KEYS) { key -> name = key }
                data('sim_object', 'd')     { name = 'a'; dependsOn = [sim_object.m] }
                output('x') { value = data.sim_object.d.id }
                """;
        applied(definition.replace("KEYS", "['a', 'b']"));
        environment.is(definition.replace("KEYS", "['a']"));

        assertThat(environment.plan()).contains("read data.sim_object.d # read_because_dependency_pending");

        applied(definition.replace("KEYS", "['a']"));
        assertThat(output("x")).isEqualTo(attribute("sim_object.m[\"a\"]", "id"));
    }
}
