package dev.corbel.providers.aws.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.kit.attribute.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1, \"b\": [1, 2]} | {\"b\":[1,2],\"a\":1} | true  | true",
                "{\"Action\": \"s3:Get\"} | {\"Action\": [\"s3:Get\"]} | false | true",
                "[\"a\", \"b\"] | [\"b\", \"a\"] | false | true",
                "[{\"a\": 1, \"b\": 2}, {\"c\": 3}] | [{\"c\": 3}, {\"b\": 2, \"a\": 1}] | false | true",
                "{\"Bool\": true} | {\"Bool\": \"true\"} | false | true",
                "{\"AWS\": \"123456789012\"} | {\"AWS\": [\"arn:aws:iam::123456789012:root\"]} | false | true",
                "{\"Effect\": \"Allow\"} | {\"Effect\": \"Deny\"} | false | false",
                "{\"AWS\": \"123456789012\"} | {\"AWS\": \"arn:aws:iam::123456789012:role/root\"} | false | false",
                "no JSON | no JSON | true | true",
                "no JSON | {} | false | false",
            })
    void documentsSayTheSame(String one, String other, boolean sameJson, boolean samePolicy) {
        assertThat(JsonText.same(one, other)).isEqualTo(sameJson);
        assertThat(PolicyText.same(one, other)).isEqualTo(samePolicy);
    }

    @Test
    void theTextOfTheDefinitionIsKeptWhileItSaysTheSame() {
        assertThat(JsonText.shown("{ }", "{}", JsonText::same)).isEqualTo("{ }");
        assertThat(JsonText.shown("{ }", "[]", JsonText::same)).isEqualTo("[]");
        assertThat(JsonText.shown(null, "[]", JsonText::same)).isEqualTo("[]");
        assertThat(JsonText.shown("[]", null, JsonText::same)).isNull();
    }

    @Test
    void aPlanKeepsTheTextThatSaysTheSame() {
        assertThat(JsonText.keepSame(Values.map("policy", "{ }"), Values.map("policy", "{}"), "policy", JsonText::same))
                .isEqualTo(Values.map("policy", "{}"));
        assertThat(JsonText.keepSame(Values.map("policy", "[]"), Values.map("policy", "{}"), "policy", JsonText::same))
                .isEqualTo(Values.map("policy", "[]"));
        assertThat(JsonText.keepSame(Values.map("policy", "[]"), Value.ofNull(), "policy", JsonText::same))
                .isEqualTo(Values.map("policy", "[]"));
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThat(JsonText.VALID.problem(Value.of("{"))).contains("must be JSON");
        assertThat(JsonText.VALID.problem(Value.of("{} {}"))).contains("must be JSON");
        assertThat(JsonText.VALID.problem(Value.of("{\"a\": [1, \"b\"]}"))).isEmpty();
    }
}
