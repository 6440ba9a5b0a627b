package dev.corbel.providers.kit.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.schema.ProposedObject;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionTest {
    private static final Definition NET = Definition.of("test_net")
            .fields(
                    Property.text("name").required().immutable().withoutCase(),
                    Property.texts("ranges").required().as("properties.space.prefixes"),
                    Property.flag("outbound").defaultsTo(true).as("properties.outbound"),
                    Property.flag("policies").defaultsTo(true).as("properties.policies", Form.words("On", "Off")),
                    Property.text("note").as("properties.note"),
                    Property.text("guid").computed().as("properties.guid"),
                    Property.texts("dns").orComputed().as("properties.dns"),
                    Property.textSet("peers").withoutCase().as("properties.peers", Form.each("id")),
                    Property.text("secret_wo").writeOnly().as("properties.secret"),
                    Property.number("secret_wo_version"),
                    Property.text("tier").defaultsTo("basic").as("sku.name", Form.renamed(Map.of("basic", "B1"))),
                    NestedBlock.list(
                                    "delegation",
                                    Property.text("name").required().as("name"),
                                    NestedBlock.single(
                                                    "service",
                                                    Property.text("kind")
                                                            .required()
                                                            .as("properties.serviceName"))
                                            .required())
                            .as("properties.delegations"),
                    NestedBlock.single(
                                    "encryption",
                                    Field.constant("enabled", Value.of(true)),
                                    Property.text("enforcement").required().as("enforcement"))
                            .as("properties.encryption"),
                    NestedBlock.single(
                                    "acl",
                                    Property.text("action").defaultsTo("Allow").as("defaultAction"))
                            .usually(Values.map("action", "Allow"))
                            .as("properties.acl"),
                    NestedBlock.set(
                                    "rule",
                                    Property.text("name").required().as("name"),
                                    Property.number("priority").defaultsTo(100).as("properties.priority"),
                                    Property.text("id").computed().as("id"))
                            .as("properties.rules")
                            .asAttribute(false, true))
            .rules(
                    Rule.conflicts("note", "dns"),
                    Rule.requires("secret_wo", "secret_wo_version"),
                    Rule.exactlyOneOf("tier", "peers"),
                    Rule.within("acl", Rule.requires("action", "ghost")))
            .recomputes("guid", "ranges")
            .replacedWhen("tier", (before, after) -> after.equals(Value.of("basic")))
            .refusedWhen(
                    (prior, planned) ->
                            planned.text("note").isEmpty() && prior.text("note").isPresent(),
                    Diagnostic.error("note stays", "It cannot be taken away."))
            .key("name")
            .build();

    private static MapValue json(String text) {
        try {
            return (MapValue) ValueJson.read(text.replace('\'', '"'));
        } catch (IOException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static MapValue proposed(Value prior, MapValue configuration) {
        return ProposedObject.of(NET.schema(), prior, configuration);
    }

    @Test
    void aNewObjectsDocumentHasWhatIsSaidAndNothingElse() {
        MapValue planned = Values.map(
                "name", "n",
                "ranges", List.of("10.0.0.0/8"),
                "outbound", true,
                "policies", false,
                "tier", "basic",
                "guid", Value.unknown(),
                "dns", Value.unknown(),
                "peers", List.of("/a", "/b"),
                "secret_wo", Value.sensitive(Value.of("s3cret")),
                "encryption", Values.map("enforcement", "Drop"),
                "delegation", List.of(Values.map("name", "d", "service", Values.map("kind", "K"))));

        assertThat(NET.document(planned))
                .isEqualTo(json("{'properties':{'space':{'prefixes':['10.0.0.0/8']},'outbound':true,'policies':'Off',"
                        + "'peers':[{'id':'/a'},{'id':'/b'}],'secret':'s3cret',"
                        + "'delegations':[{'name':'d','properties':{'serviceName':'K'}}],"
                        + "'encryption':{'enabled':true,'enforcement':'Drop'}},'sku':{'name':'B1'}}"));
    }

    @Test
    void aChangeKeepsWhatOthersSetAndTakesAwayWhatIsNoLongerSaid() {
        MapValue there =
                json("{'properties':{'space':{'prefixes':['10.0.0.0/8'],'pool':'p'},'note':'old','nat':{'id':'/x'},"
                        + "'rules':[{'name':'A','properties':{'priority':7,'theirs':1}}],'guid':'g'}}");
        MapValue planned = Values.map(
                "name", "n",
                "ranges", List.of("10.1.0.0/16"),
                "rule", List.of(Values.map("name", "a", "priority", 8)));

        assertThat(NET.document(planned, there))
                .isEqualTo(json("{'properties':{'space':{'prefixes':['10.1.0.0/16'],'pool':'p'},'nat':{'id':'/x'},"
                        + "'rules':[{'name':'a','properties':{'priority':8,'theirs':1}}],'guid':'g'}}"));
    }

    @Test
    void blocksOfAListInDocumentsLeaveEachOthersElementsAlone() {
        Definition alert = Definition.of("test_alert")
                .fields(
                        NestedBlock.list("fixed", Property.number("limit").as("limit"))
                                .among(element -> element.get("free").isNull())
                                .as("all"),
                        NestedBlock.singleInList("free", Property.text("word").as("free"))
                                .among(element -> !element.get("free").isNull())
                                .as("all"))
                .build();
        MapValue fixed = Values.map("fixed", List.of(Values.map("limit", 1)));
        MapValue free = Values.map("free", Values.map("word", "low"));
        MapValue both = json("{'all':[{'limit':1},{'free':'high','theirs':2}]}");

        assertThat(alert.document(fixed)).isEqualTo(json("{'all':[{'limit':1}]}"));
        assertThat(alert.document(fixed, both)).isEqualTo(json("{'all':[{'limit':1}]}"));
        assertThat(alert.document(free, both)).isEqualTo(json("{'all':[{'free':'low','theirs':2}]}"));
        assertThat(alert.attributes(both, MapValue.EMPTY))
                .isEqualTo(Values.map("fixed", List.of(Values.map("limit", 1)), "free", Values.map("word", "high")));
    }

    @Test
    void aPatchHasWhatChangesAlone() {
        MapValue prior = Values.map("ranges", List.of("a"), "note", "old", "outbound", true);
        MapValue planned = Values.map("ranges", List.of("a"), "outbound", false);

        assertThat(NET.change(prior, planned)).isEqualTo(json("{'properties':{'outbound':false,'note':null}}"));
    }

    @Test
    void aPatchTakesTheLastOfManyBlocksAway() {
        MapValue prior = Values.map("delegation", List.of(Values.map("name", "d")));

        assertThat(NET.change(prior, Values.map("delegation", List.of())))
                .isEqualTo(json("{'properties':{'delegations':[]}}"));
    }

    @Test
    void attributesComeFromTheDocumentInTheWordsOfTheDefinition() {
        MapValue known = Values.map(
                "name", "n",
                "ranges", List.of("a"),
                "peers", List.of("/A"),
                "secret_wo_version", 3,
                "rule", List.of(Values.map("name", "r")));
        MapValue shown = NET.attributes(
                json("{'properties':{'space':{'prefixes':['a']},'policies':'off','peers':[{'id':'/a'}],'guid':'g',"
                        + "'secret':'never','delegations':[{'name':'d','properties':{'serviceName':'K'}}],"
                        + "'acl':{'defaultAction':'Allow'},'note':'',"
                        + "'rules':[{'id':'/r','name':'r','properties':{'priority':100}}]},'sku':{'name':'B1'}}"),
                known);

        assertThat(shown)
                .isEqualTo(Values.map(
                        "name", "n",
                        "ranges", List.of("a"),
                        "outbound", true,
                        "policies", false,
                        "note", Value.ofNull(),
                        "guid", "g",
                        "dns", Value.ofNull(),
                        "peers", List.of("/A"),
                        "secret_wo", Value.ofNull(),
                        "secret_wo_version", 3,
                        "tier", "basic",
                        "delegation", List.of(Values.map("name", "d", "service", Values.map("kind", "K"))),
                        "encryption", Value.ofNull(),
                        "acl", Value.ofNull(),
                        "rule", List.of(Values.map("name", "r"))));
    }

    @Test
    void anAdoptedObjectShowsAFilledBlockThatIsNotTheUsualOne() {
        assertThat(NET.attributes(json("{'properties':{'acl':{'defaultAction':'Deny'}}}"), MapValue.EMPTY)
                        .get("acl"))
                .isEqualTo(Values.map("action", "Deny"));
        assertThat(NET.attributes(json("{'properties':{'acl':{'defaultAction':'Allow'}}}"), MapValue.EMPTY)
                        .get("acl"))
                .isEqualTo(Value.ofNull());
    }

    @Test
    void aPlanMarksWhatTheChangeAltersAndSaysWhatItReplaces() {
        MapValue prior = NET.attributes(
                json(
                        "{'properties':{'space':{'prefixes':['a']},'guid':'g','acl':{'defaultAction':'Deny'}},'sku':{'name':'big'}}"),
                MapValue.EMPTY.with("name", Value.of("n")).with("acl", Values.map("action", "Deny")));
        MapValue configuration = Values.map("name", "N", "ranges", List.of("b"), "tier", "basic");

        var planned = NET.plan(new PlanRequest(prior, configuration, proposed(prior, configuration)));

        assertThat(planned.attributes().get("name")).isEqualTo(Value.of("n"));
        assertThat(planned.attributes().get("guid")).isEqualTo(Value.unknown());
        assertThat(planned.attributes().get("acl")).isEqualTo(Values.map("action", "Deny"));
        assertThat(planned.replacedFor()).hasToString("[tier]");
    }

    @Test
    void rulesNameTheAttributes() {
        assertThat(NET.validate(Values.map(
                        "note", "x", "dns", List.of("y"), "secret_wo", "s", "acl", Values.map("action", "Deny"))))
                .extracting(Diagnostic::summary)
                .containsExactly(
                        "note conflicts with dns",
                        "secret_wo needs secret_wo_version",
                        "tier or peers is missing",
                        "acl: action needs ghost");
        assertThat(NET.validate(Values.map("note", "x", "dns", Value.unknown(), "tier", Value.unknown())))
                .isEmpty();
        assertThat(NET.refuseUpdate(Values.map("note", "x"), MapValue.EMPTY))
                .extracting(Diagnostic::summary)
                .containsExactly("note stays");
    }

    @Test
    void theKeyIsTheUniqueNameOnceItIsKnown() {
        assertThat(NET.uniqueName(Values.map("name", "n"))).contains("n");
        assertThat(NET.uniqueName(Values.map("name", Value.unknown()))).isEmpty();
    }

    @Test
    void aPathHasNoEmptyNames() {
        assertThatThrownBy(() -> DocumentPath.of("a..b")).hasMessageContaining("empty name");
        assertThat(DocumentPath.of("").isRoot()).isTrue();
    }

    @Test
    void oneOfManyOrMoreMustBeSaid() {
        Definition either = Definition.of("test_either")
                .fields(
                        Property.text("word"),
                        NestedBlock.list("block", Property.text("name").as("name"))
                                .as("blocks"))
                .rules(Rule.atLeastOneOf("word", "block"))
                .build();

        assertThat(either.validate(Values.map("block", List.of())))
                .extracting(Diagnostic::summary)
                .containsExactly("word or block is missing");
        assertThat(either.validate(Values.map("word", Value.unknown()))).isEmpty();
        assertThat(either.validate(Values.map("word", "w", "block", List.of(MapValue.EMPTY))))
                .isEmpty();
    }
}
