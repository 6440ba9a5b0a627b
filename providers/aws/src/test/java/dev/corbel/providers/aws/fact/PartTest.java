package dev.corbel.providers.aws.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartTest {

    @Test
    void leadsIntoBlocksAndLists() {
        Part rules = Part.of(Values.map("rule", List.of(Values.map("days", 1), Values.map("days", 2))), "rule");

        assertThat(rules.elements())
                .extracting(rule -> rule.get("days"))
                .extracting(days -> days.path() + " " + days.value())
                .containsExactly("rule[0].days 1", "rule[1].days 2");
        assertThat(rules.elements().get(0).get("none").isNull()).isTrue();
    }

    @Test
    void allBelowTheUnknownIsUnknown() {
        Part rules = Part.of(Values.map("rule", Value.unknown()), "rule");

        assertThat(rules.elements()).hasSize(1);
        assertThat(rules.elements().get(0).get("lifecycle").get("days").isUnknown())
                .isTrue();
        assertThat(rules.isTrue()).isEqualTo(Answer.UNKNOWN);
        assertThat(rules.isSet()).isEqualTo(Answer.UNKNOWN);
        assertThat(rules.text()).isEmpty();
    }

    @Test
    void seesThroughMarks() {
        Part marked = Part.of(Values.map("rule", Value.sensitive(Value.list(Value.of(true)))), "rule");

        assertThat(marked.elements().get(0).isTrue()).isEqualTo(Answer.YES);
        assertThat(Part.of(Values.map("name", Value.sensitive(Value.of("a"))), "name")
                        .text())
                .contains("a");
    }

    @Test
    void nothingIsNeitherTrueNorThere() {
        Part none = Part.of(Values.map(), "none");

        assertThat(none.isTrue()).isEqualTo(Answer.NO);
        assertThat(none.isSet()).isEqualTo(Answer.NO);
        assertThat(none.elements()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:backup:eu-west-1:123456789012:backup-vault:copy, eu-west-1",
        "arn:aws-cn:kms:cn-north-1:123456789012:key/1, cn-north-1",
        "arn:aws:s3:::files, (known after apply)",
        "arn:aws:backup, (known after apply)",
        "1234abcd-12ab-34cd-56ef-1234567890ab, (known after apply)",
    })
    void anArnNamesItsRegion(String arn, String region) {
        assertThat(ArnRegion.of(Part.of(Values.map("arn", arn), "arn"))).hasToString(region);
    }

    @Test
    void theRegionOfAnUnknownArnIsUnknown() {
        assertThat(ArnRegion.of(Part.of(Values.map("arn", Value.unknown()), "arn")))
                .isEqualTo(Value.unknown());
        assertThat(ArnRegion.of(Part.of(Values.map(), "arn"))).isEqualTo(Value.unknown());
    }
}
