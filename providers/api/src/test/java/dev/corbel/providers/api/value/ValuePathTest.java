package dev.corbel.providers.api.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuePathTest {
    private static final Value START = Value.map(Map.of(
            "tags",
            Value.map(Map.of("team", Value.of("shop"))),
            "ingress",
            Value.list(Value.map(Map.of("port", Value.of(80)))),
            "password",
            Value.sensitive(Value.map(Map.of("text", Value.of("secret")))),
            "later",
            Value.unknown()));

    @Test
    void readsAsPeopleWriteIt() {
        assertThat(ValuePath.of("ingress").then(0).then("port")).hasToString("ingress[0].port");
        assertThat(ValuePath.of("tags").then("team name")).hasToString("tags[\"team name\"]");
        assertThat(ValuePath.of("tags").then("a\"b\\c")).hasToString("tags[\"a\\\"b\\\\c\"]");
        assertThat(ValuePath.ROOT).hasToString("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tags | tags",
                "tags.team | tags.team",
                "tags[team] | tags.team",
                "tags[\"kubernetes.io/cluster/x\"] | tags[\"kubernetes.io/cluster/x\"]",
                "tags['a.b'].c | tags[\"a.b\"].c",
                "tags.'my-tag' | tags[\"my-tag\"]",
                "tags.my-tag | tags[\"my-tag\"]",
                "tags[\"1\"] | tags[\"1\"]",
                "tags[\"a\\\"b\\\\c\"] | tags[\"a\\\"b\\\\c\"]",
                "tags[''] | tags[\"\"]",
                "rule[0].port | rule[0].port",
                "rule.0.port | rule[0].port",
                "value.sub[0]['k.1'] | value.sub[0][\"k.1\"]",
            })
    void isReadFromWhatPeopleWriteAndFromWhatIsShown(String written, String shown) {
        assertThat(ValuePath.parse(written).orElseThrow()).hasToString(shown);
        assertThat(ValuePath.parse(shown)).isEqualTo(ValuePath.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "tags.",
                "tags..a",
                "tags[",
                "tags[]",
                "tags[0",
                "tags['a]",
                "[0]",
                "tags]",
                "a b",
                "'a'"
            })
    void isNoneWhereTheTextIsBroken(String text) {
        assertThat(ValuePath.parse(text)).isEmpty();
    }

    @Test
    void leadsToWhatIsThere() {
        assertThat(ValuePath.of("tags", "team").in(START)).isEqualTo(Value.of("shop"));
        assertThat(ValuePath.of("ingress").then(0).then("port").in(START)).isEqualTo(Value.of(80));
        assertThat(ValuePath.ROOT.in(START)).isEqualTo(START);
    }

    @Test
    void leadsToNullWhereNothingIs() {
        assertThat(ValuePath.of("tags", "other", "deeper").in(START)).isEqualTo(Value.ofNull());
        assertThat(ValuePath.of("ingress").then(1).in(START)).isEqualTo(Value.ofNull());
        assertThat(ValuePath.of("ingress").then(-1).in(START)).isEqualTo(Value.ofNull());
        assertThat(ValuePath.of("tags").then(0).in(START)).isEqualTo(Value.ofNull());
        assertThat(ValuePath.of("ingress", "port").in(START)).isEqualTo(Value.ofNull());
    }

    @Test
    void whatIsBelowAnUnknownIsUnknown() {
        assertThat(ValuePath.of("later", "id").then(3).in(START)).isEqualTo(Value.unknown());
    }

    @Test
    void whatIsBelowASensitiveValueIsSensitive() {
        assertThat(ValuePath.of("password", "text").in(START)).isEqualTo(Value.sensitive(Value.of("secret")));
        assertThat(ValuePath.of("password", "none").in(START)).isEqualTo(Value.sensitive(Value.ofNull()));
        assertThat(ValuePath.of("id").in(Value.sensitive(Value.unknown()))).isEqualTo(Value.sensitive(Value.unknown()));
    }

    @Test
    void knowsWhatItIsAround() {
        ValuePath tags = ValuePath.of("tags");

        assertThat(tags.isPrefixOf(tags.then("team"))).isTrue();
        assertThat(tags.isPrefixOf(tags)).isTrue();
        assertThat(ValuePath.ROOT.isPrefixOf(tags)).isTrue();
        assertThat(tags.then("team").isPrefixOf(tags)).isFalse();
        assertThat(tags.isPrefixOf(ValuePath.of("tag"))).isFalse();
        assertThat(tags.then(ValuePath.of("a").then(1)))
                .isEqualTo(ValuePath.of("tags", "a").then(1));
        assertThat(ValuePath.ROOT.isRoot()).isTrue();
    }

    @Test
    void textIsOneLineOfVisibleCharacters() {
        assertThat(ValuePath.of("tags", "a\u001b\n\"")).hasToString("tags[\"a\\u001b\\n\\\"\"]");
    }
}
