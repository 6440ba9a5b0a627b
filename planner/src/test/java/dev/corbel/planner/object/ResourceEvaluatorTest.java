package dev.corbel.planner.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.testing.Declared;
import dev.corbel.planner.testing.FakeType;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.ResourceType.PlannedObject;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The planned object, by its declaration, its prior object and its type. */
class ResourceEvaluatorTest {
    private final Fixture given = new Fixture();
    private final Declared declared = given.resource("fake_object.a");
    private final ResourceType type = given.catalog.resourceType("fake_object").orElseThrow();

    private ResourceDeclaration declaration() {
        return given.definition().resources().get(0);
    }

    private dev.corbel.planner.object.PlannedObject planned(Value prior) {
        return ResourceEvaluator.evaluate(declaration(), type, address -> Value.unknown(), prior, MapValue.EMPTY);
    }

    private static Value map(Object... namesAndValues) {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            entries.put(
                    (String) namesAndValues[i],
                    value instanceof Value known
                            ? known
                            : value instanceof Integer number ? Value.of(number) : Value.of((String) value));
        }
        return Value.map(entries);
    }

    private static MapValue object(Object... namesAndValues) {
        return FakeType.object(((MapValue) map(namesAndValues)).entries());
    }

    private static String text(MapValue object, String... names) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(name).append('=').append(object.get(name)).append('\n');
        }
        return text.toString();
    }

    private List<String> problems(Value prior) {
        List<String> problems = new java.util.ArrayList<>();
        assertThatThrownBy(() -> planned(prior)).isInstanceOfSatisfying(DiagnosticsException.class, thrown -> {
            for (Diagnostic problem : thrown.diagnostics()) {
                problems.add("%s (%s) %s"
                        .formatted(
                                problem.summary(),
                                problem.range()
                                        .map(range -> "line " + range.line())
                                        .orElse("nowhere"),
                                problem.detail())
                        .strip());
            }
        });
        return problems;
    }

    @Test
    void aNewObjectHasWhatIsConfiguredDefaultsAndUnknownForWhatTheProviderSays() {
        declared.with("value", "x");

        assertThat(planned(Value.ofNull()).attributes().toString())
                .isEqualTo("{value=x, fixed=null, size=1, tags=null, secret=null, password=null, "
                        + "zone=(known after apply), id=(known after apply), status=(known after apply), "
                        + "logging=null, step=[], rule=[]}");
    }

    @Test
    void computedAttributesKeepTheirPriorValueAndOptionalOnesAreTakenAway() {
        MapValue prior = object("id", "1", "zone", "z", "status", "up", "value", "old", "size", 5);

        assertThat(text(planned(prior).attributes(), "id", "zone", "status", "value", "size"))
                .isEqualTo("id=1\nzone=z\nstatus=up\nvalue=null\nsize=1\n");
    }

    @Test
    void aWriteOnlyAttributeReachesTheProviderAndNothingElse() {
        declared.with("password", "hush");

        dev.corbel.planner.object.PlannedObject planned = planned(object("id", "1"));

        assertThat(planned.request().get("password")).isEqualTo(Value.of("hush"));
        assertThat(planned.attributes().get("password")).isEqualTo(Value.ofNull());
        assertThat(planned.differsFrom(object("id", "1"))).isFalse();
    }

    @Test
    void sensitiveAttributesAreMarkedInTheObjectAndNotInTheRequest() {
        declared.with("secret", "hush").with("value", new Expression.Sensitive(Expression.of(Value.of("quiet"))));

        dev.corbel.planner.object.PlannedObject planned = planned(Value.ofNull());

        assertThat(text(planned.attributes(), "secret", "value"))
                .isEqualTo("secret=(sensitive value)\nvalue=(sensitive value)\n");
        assertThat(text(planned.request(), "secret", "value")).isEqualTo("secret=hush\nvalue=quiet\n");
    }

    @Test
    void aComputedValueThatRepeatsASecretIsAsSecret() {
        given.fake.planWith(
                request -> new PlannedObject(request.proposed().with("status", Value.of("hush")), Set.of()));
        declared.with("secret", "hush");

        assertThat(text(planned(Value.ofNull()).attributes(), "status")).isEqualTo("status=(sensitive value)\n");
    }

    @Test
    void blocksInAListKeepComputedValuesByTheirPlace() {
        declared.with("step", Value.list(map("port", 1), map("port", 3)));
        MapValue prior = object(
                "step",
                Value.list(
                        map("port", 1, "protocol", "tcp", "rule_id", "r1"),
                        map("port", 2, "protocol", "tcp", "rule_id", "r2")));

        assertThat(text(planned(prior).attributes(), "step"))
                .isEqualTo("step=[{port=1, protocol=tcp, rule_id=r1}, {port=3, protocol=tcp, rule_id=r2}]\n");
    }

    @Test
    void blocksInASetKeepComputedValuesByWhatIsConfigured() {
        declared.with("rule", Value.list(map("port", 2), map("port", 3)));
        MapValue prior = object(
                "rule",
                Value.list(
                        map("port", 1, "protocol", "tcp", "rule_id", "r1"),
                        map("port", 2, "protocol", "tcp", "rule_id", "r2")));

        assertThat(text(planned(prior).attributes(), "rule"))
                .isEqualTo(
                        "rule=[{port=2, protocol=tcp, rule_id=r2}, {port=3, protocol=tcp, rule_id=(known after apply)}]\n");
    }

    @Test
    void aChangeInsideASingleBlockReplacesWhereTheAttributeIsImmutable() {
        declared.with("logging", map("target", "b"));
        MapValue prior = object("logging", map("target", "a", "stream", "s"));

        dev.corbel.planner.object.PlannedObject planned = planned(prior);

        assertThat(text(planned.attributes(), "logging")).isEqualTo("logging={target=b, stream=s}\n");
        assertThat(planned.replacePaths()).containsExactly(ValuePath.of("logging", "target"));
    }

    @Test
    void ignoredChangesKeepTheOldValueAlsoInsideOfMapsAndBlocks() {
        declared.with("value", "new")
                .with("tags", map("ours", "new", "theirs", "new", "added", "new"))
                .with("step", Value.list(map("port", 9, "protocol", "udp")))
                .ignoring(ValuePath.of("value"))
                .ignoring(ValuePath.of("tags", "theirs"))
                .ignoring(ValuePath.of("tags", "added"))
                .ignoring(ValuePath.of("step").then(0).then("port"));
        MapValue prior = object(
                "value", "old",
                "tags", map("ours", "old", "theirs", "old"),
                "step", Value.list(map("port", 1, "protocol", "tcp", "rule_id", "r1")));

        assertThat(text(planned(prior).attributes(), "value", "tags", "step"))
                .isEqualTo("value=old\ntags={ours=new, theirs=old}\nstep=[{port=1, protocol=udp, rule_id=r1}]\n");
    }

    @Test
    void aTagThatSomebodyElsePutIsKeptWhereItsChangesAreIgnored() {
        declared.ignoring(ValuePath.of("tags", "theirs"));

        assertThat(text(planned(object("tags", map("theirs", "x"))).attributes(), "tags"))
                .isEqualTo("tags={theirs=x}\n");
    }

    @Test
    void unknownPartsStayUnknownWithinWhatIsKnown() {
        declared.with(
                "value",
                new Expression.ListExpression(
                        List.of(Expression.of(Value.of("x")), Fixture.reference("corbel_data.a", "id"))));

        assertThat(text(planned(Value.ofNull()).attributes(), "value")).isEqualTo("value=[x, (known after apply)]\n");
    }

    @Test
    void allProblemsOfAConfigurationComeTogetherWithTheirLines() {
        declared.with("size", Value.of(500)).with("tags", "text").with("step", Value.list(map("protocol", "udp")));

        assertThat(problems(Value.ofNull()))
                .containsExactly(
                        "\"size\" must be between 1 and 100 (line 2)",
                        "\"tags\" must be a map of string, but is a string (line 3)",
                        "\"step[0].port\" is missing (line 4) It is required, and what is written here gives no value.");
    }

    @Test
    void aTypeThatTouchesWhatIsConfiguredBreaksItsContract() {
        given.fake.planWith(
                request -> new PlannedObject(request.proposed().with("value", Value.of("other")), Set.of()));
        declared.with("value", "x");

        assertThat(problems(Value.ofNull()))
                .containsExactly(
                        "Provider \"fake\" planned another value than the definition gives (line 1) "
                                + "This is \"value\" of the type fake_object. It is a bug in the provider, not in the definition.");
    }

    @Test
    void aTypeMayKeepWhatTheObjectHasWhereTheDefinitionSaysTheSameInOtherWords() {
        given.fake.planWith(request -> new PlannedObject(
                request.prior() instanceof MapValue prior
                        ? request.proposed().with("value", prior.get("value"))
                        : request.proposed(),
                Set.of()));
        declared.with("value", "{ }");

        assertThat(text(planned(object("value", "{}")).attributes(), "value")).isEqualTo("value={}\n");
        assertThat(text(planned(Value.ofNull()).attributes(), "value")).isEqualTo("value={ }\n");
    }

    @Test
    void aTypeMayLeaveWhatAnObjectLacksWhereTheProviderChoosesItOtherwise() {
        given.fake.planWith(request -> new PlannedObject(request.proposed().with("zone", Value.ofNull()), Set.of()));
        declared.with("zone", "eu-1");

        assertThat(text(planned(object("value", "x")).attributes(), "zone")).isEqualTo("zone=null\n");
        assertThat(problems(object("zone", "us-1"))).hasSize(1);

        given.fake.planWith(request -> new PlannedObject(request.proposed().with("value", Value.ofNull()), Set.of()));
        declared.with("value", "y");
        assertThat(problems(object("zone", "eu-1"))).hasSize(1);
    }

    @Test
    void aTypeMayChangeWhatItComputesAndNothingOutsideOfItsSchema() {
        given.fake.planWith(request -> new PlannedObject(request.proposed().with("status", Value.unknown()), Set.of()));
        assertThat(text(planned(object("status", "up")).attributes(), "status"))
                .isEqualTo("status=(known after apply)\n");

        given.fake.planWith(request -> new PlannedObject(request.proposed().with("more", Value.of(1)), Set.of()));
        assertThat(problems(Value.ofNull()))
                .containsExactly(
                        "Provider \"fake\" planned an attribute that its schema does not have (line 1) "
                                + "This is \"more\" of the type fake_object. It is a bug in the provider, not in the definition.");

        given.fake.planWith(request -> new PlannedObject(request.proposed().with("step", Value.ofNull()), Set.of()));
        assertThat(problems(Value.ofNull()))
                .containsExactly(
                        "Provider \"fake\" planned other blocks than the definition has (line 1) "
                                + "This is \"step\" of the type fake_object. It is a bug in the provider, not in the definition.");
    }
}
