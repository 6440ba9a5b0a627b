package dev.corbel.planner.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateObject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Once it was applied, {@code preventDestroy} holds until something that was applied, or {@code removed}, lifts it. */
class PreventDestroyTest {
    private static final String DATABASE = """
            resource('sim_object', 'db') {
                name = 'db'
                fixed = 1
                lifecycle { preventDestroy = true }
            }
            """;
    private static final String LIFTED = DATABASE.replace("true", "false");
    private static final String UNSAID = DATABASE.replace("    lifecycle { preventDestroy = true }\n", "");

    private static final String NOTHING = "variable('unused') { defaultValue = true }\n";

    private static final String KEYS = """
            resource('sim_object', 'db', forEach: KEYS) { key ->
                name = key
                lifecycle { preventDestroy = true }
            }
            """;

    @TempDir
    Path folder;

    private Environment environment = new Environment(Path.of("."));

    @BeforeEach
    void begin() {
        environment = new Environment(folder);
    }

    private void applied(String definition) {
        environment.forgetCalls();
        environment.is(definition);
        environment.apply();
    }

    private List<String> linesThatPreventSomething() {
        return objects(environment.state())
                .flatMap(object -> object.preventDestroy().stream())
                .toList();
    }

    private static Stream<StateObject> objects(State state) {
        return state.instances().values().stream()
                .flatMap(instance -> Stream.concat(instance.current().stream(), instance.deposed().values().stream()));
    }

    private void expectRefusal(String address, String line, String action) {
        assertThat(environment.plan())
                .contains("error: " + address + " must not be destroyed")
                .contains("preventDestroy was set for it at environments/test.groovy:" + line + ", but the plan has to "
                        + action + " it.");
    }

    @Test
    void aKeyThatIsDroppedIsRefused() {
        applied(KEYS.replace("KEYS", "['a', 'b']"));
        environment.is(KEYS.replace("KEYS", "['a']"));

        expectRefusal("sim_object.db[\"b\"]", "3", "delete");
    }

    @Test
    void allKeysDroppedAreRefusedEachOfThem() {
        applied(KEYS.replace("KEYS", "['a', 'b']"));
        environment.is(KEYS.replace("KEYS", "[]"));

        expectRefusal("sim_object.db[\"a\"]", "3", "delete");
        expectRefusal("sim_object.db[\"b\"]", "3", "delete");
    }

    @Test
    void aBlockUnderAConditionThatNoLongerHoldsIsRefused() {
        applied("variable('on') { defaultValue = true }\nif (variable.on) {\n" + DATABASE + "}\n");
        environment.is("variable('on') { defaultValue = false }\nif (variable.on) {\n" + DATABASE + "}\n");

        expectRefusal("sim_object.db", "6", "delete");
    }

    @Test
    void aBlockThatIsTakenAwayIsRefused() {
        applied(DATABASE);
        environment.is(NOTHING);

        expectRefusal("sim_object.db", "4", "delete");
    }

    @Test
    void aComponentThatIsTakenAwayIsRefused() {
        applied("region('here') {\n    provider = 'simulator'\n    app('shop') {\n" + DATABASE + "    }\n}\n");
        environment.is("region('here') {\n    provider = 'simulator'\n}\n");
        expectRefusal("here/shop/sim_object.db", "7", "delete");

        environment.is(NOTHING);
        expectRefusal("here/shop/sim_object.db", "7", "delete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixed = 2", "fixed = 1; provider = 'simulator.there'"})
    void aReplacementIsRefused(String change) {
        applied(DATABASE);
        environment.is("provider('simulator', alias: 'there') { directory = 'there' }\n"
                + DATABASE.replace("fixed = 1", change));
        expectRefusal("sim_object.db", "5", "replace");
    }

    @Test
    void aBlockThatNoLongerSaysAnythingOfItIsStillHeld() {
        applied(DATABASE);
        applied(UNSAID);
        environment.is(UNSAID.replace("fixed = 1", "fixed = 2"));

        expectRefusal("sim_object.db", "4", "replace");
        assertThat(linesThatPreventSomething()).containsExactly("environments/test.groovy:4");
    }

    @Test
    void aDestroyIsRefused() {
        applied(DATABASE);
        environment.is(NOTHING);

        assertThat(environment.plan(PlanOptions.of(PlanMode.DESTROY)))
                .contains("error: sim_object.db must not be destroyed");
    }

    @Test
    void aTaintedObjectIsNotReplaced() {
        environment.is(DATABASE.replace("fixed = 1", "fail = ['create-partial']"));
        environment.apply(PlanOptions.of(PlanMode.NORMAL));
        environment.is(DATABASE);

        expectRefusal("sim_object.db", "4", "replace");
    }

    @Test
    void aMovedObjectTakesItAlong() {
        applied(DATABASE);
        String renamed = DATABASE.replace("'sim_object', 'db'", "'sim_object', 'main'");
        applied("moved(from: sim_object.db, to: sim_object.main)\n" + renamed);
        environment.is(NOTHING);

        expectRefusal("sim_object.main", "5", "delete");
    }

    @Test
    void anObjectIsNotMovedToWhereNothingIsDeclared() {
        applied(DATABASE);
        environment.is("moved(from: sim_object.db, to: sim_object.gone)\n");

        assertThat(environment.plan())
                .contains("error: sim_object.db cannot move to sim_object.gone")
                .doesNotContain("delete sim_object");
    }

    @Test
    void theLoserOfAMoveToAnOccupiedAddressIsRefused() {
        String other = "resource('sim_object', 'other') { name = 'other' }\n";
        applied(DATABASE + other);
        environment.is("moved(from: sim_object.db, to: sim_object.other)\n" + other);

        expectRefusal("sim_object.db", "4", "delete");
    }

    @Test
    void settingItIsRecordedWithoutACall() {
        applied(UNSAID);
        assertThat(linesThatPreventSomething()).isEmpty();

        applied(DATABASE);

        assertThat(environment.writes()).isEmpty();
        assertThat(linesThatPreventSomething()).containsExactly("environments/test.groovy:4");
        assertThat(environment.plan()).isEqualTo("no_op sim_object.db\n");
    }

    @Test
    void theLineThatSaidItLastIsRemembered() {
        applied(DATABASE);
        applied("// a comment\n" + DATABASE);

        assertThat(linesThatPreventSomething()).containsExactly("environments/test.groovy:5");
    }

    @Test
    void anUpdateRecordsItToo() {
        applied(UNSAID);
        applied(DATABASE.replace("fixed = 1", "fixed = 1; value = 2"));

        assertThat(environment.writes()).containsExactly("update db");
        assertThat(linesThatPreventSomething()).containsExactly("environments/test.groovy:4");
    }

    @Test
    void refreshOnlyRecordsNothing() {
        applied(UNSAID);
        environment.is(DATABASE);
        environment.apply(PlanOptions.of(PlanMode.REFRESH_ONLY));

        assertThat(linesThatPreventSomething()).isEmpty();
    }

    @Test
    void anAppliedFalseLiftsItWithoutACall() {
        applied(DATABASE);
        applied(LIFTED);
        assertThat(environment.writes()).isEmpty();
        assertThat(linesThatPreventSomething()).isEmpty();

        applied(NOTHING);

        assertThat(environment.state().instances()).isEmpty();
    }

    @Test
    void aFalseThatIsAppliedAlongWithAReplacementLiftsItForTheOldObjectToo() {
        applied(DATABASE);
        environment.is(LIFTED.replace("name = 'db'\n    fixed = 1", "name = 'db2'\n    fixed = 2")
                .replace("{ prevent", "{ createBeforeDestroy = true; prevent"));
        environment.tamper("db", object -> object.with("fail", Value.list(Value.of("delete"))));
        ApplyResult failed = environment.apply(PlanOptions.of(PlanMode.NORMAL));
        assertThat(failed.succeeded()).isFalse();
        assertThat(environment.state().instances().values())
                .allMatch(instance -> instance.deposed().size() == 1);
        assertThat(linesThatPreventSomething()).isEmpty();
        environment.tamper("db", object -> object.with("fail", Value.ofNull()));

        environment.apply();

        assertThat(objects(environment.state())).hasSize(1);
    }

    @Test
    void removedLiftsItWhereItDestroys() {
        applied(DATABASE);
        applied("removed(sim_object.db) { destroy = true }\n");

        assertThat(environment.writes()).containsExactly("delete db");
        assertThat(environment.state().instances()).isEmpty();
    }

    @Test
    void removedLiftsItForASingleKey() {
        applied(KEYS.replace("KEYS", "['a', 'b', 'c']"));
        environment.is("removed(sim_object.db['b']) { destroy = true }\n" + KEYS.replace("KEYS", "['a']"));

        assertThat(environment.plan())
                .contains("error: sim_object.db[\"c\"] must not be destroyed")
                .doesNotContain("error: sim_object.db[\"b\"]");
    }

    @Test
    void removedMayForgetWhatItHolds() {
        applied(DATABASE);
        applied("removed(sim_object.db) { destroy = false }\n");

        assertThat(environment.writes()).isEmpty();
        assertThat(environment.state().instances()).isEmpty();
    }

    @Test
    void whatIsLeftOutIsNotInTheWay() {
        applied(DATABASE);
        environment.is(NOTHING);

        assertThat(environment.plan(
                        PlanOptions.of(PlanMode.NORMAL).withExcludes(List.of(AddressPattern.parse("sim_object.db")))))
                .doesNotContain("error:");
    }

    @Test
    void aLineThatWasSetAfterAReplacementHoldsTheNewObjectAlone() {
        String replaced = """
                resource('sim_object', 'db') {
                    name = NAME
                    fail = ['delete']
                    lifecycle { createBeforeDestroy = true }
                }
                """;
        applied(replaced.replace("NAME", "'one'"));
        environment.is(replaced.replace("NAME", "'two'"));
        assertThat(environment.apply(PlanOptions.of(PlanMode.NORMAL)).succeeded())
                .isFalse();
        assertThat(environment.state().instances().values().iterator().next().deposed())
                .hasSize(1);

        environment.is(replaced.replace("NAME", "'two'")
                .replace("createBeforeDestroy = true", "createBeforeDestroy = true; preventDestroy = true"));

        assertThat(environment.plan()).contains("delete sim_object.db deposed").doesNotContain("error");
    }

    @Test
    void aDeposedObjectIsHeldByTheLineThatWasAppliedBeforeItsReplacement() {
        String first = """
                resource('sim_object', 'db') {
                    name = 'one'
                    fail = ['delete']
                    lifecycle { createBeforeDestroy = true; preventDestroy = PREVENTED }
                }
                """;
        applied(first.replace("PREVENTED", "true"));
        environment.depose("sim_object.db", "old");
        environment.is(first.replace("; preventDestroy = PREVENTED", ""));

        assertThat(environment.plan())
                .contains("error: The deposed object old of sim_object.db must not be destroyed")
                .contains(
                        "preventDestroy was set for it at environments/test.groovy:4, before another object took its place.");

        environment.is(first.replace("PREVENTED", "false"));
        assertThat(environment.plan())
                .contains("delete sim_object.db deposed old")
                .doesNotContain("error");
    }

    @Test
    void anObjectThatIsGoneThoughItIsHeldIsWarnedAbout() {
        applied(DATABASE);
        environment.lose("db");

        assertThat(environment.plan())
                .contains("warning: sim_object.db was not found, although it must not be destroyed")
                .contains("create sim_object.db");
    }
}
