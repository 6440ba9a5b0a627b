package dev.corbel.providers.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.PlainForm;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.LifecycleRule;

/** Rules of a lifecycle there and back. */
class LifecycleRulesTest {
    private static final Value SMALLEST = Value.of("all_storage_classes_128K");

    private static MapValue sent(MapValue rule) {
        return PlainForm.of(ShownLifecycle.rule(DesiredLifecycle.rule(new DesiredAttributes(rule))));
    }

    private static boolean same(MapValue one, MapValue other) {
        return new BucketLifecycle().isSame(settings(one), settings(other));
    }

    private static MapValue settings(MapValue rule) {
        return Values.map("rule", List.of(rule), "transition_default_minimum_object_size", SMALLEST);
    }

    private static MapValue rule(String name, Object value) {
        return Values.map("id", "r", "status", "Enabled", name, value);
    }

    @Test
    void everyAttributeArrives() {
        MapValue rule = Values.map(
                "id",
                "everything",
                "status",
                "Enabled",
                "filter",
                Values.map(
                        "and",
                        Values.map(
                                "object_size_greater_than",
                                1024,
                                "object_size_less_than",
                                Value.of(5_000_000_000L),
                                "prefix",
                                "logs/",
                                "tags",
                                Values.map("stage", "test", "team", "network"))),
                "abort_incomplete_multipart_upload",
                Values.map("days_after_initiation", 3),
                "expiration",
                Values.map("date", "2030-01-31T00:00:00Z"),
                "noncurrent_version_expiration",
                Values.map("noncurrent_days", 30, "newer_noncurrent_versions", 2),
                "noncurrent_version_transition",
                List.of(Values.map(
                        "noncurrent_days", 7, "newer_noncurrent_versions", 1, "storage_class", "STANDARD_IA")),
                "transition",
                List.of(
                        Values.map("date", "2029-01-31T00:00:00Z", "storage_class", "GLACIER"),
                        Values.map("days", 0, "storage_class", "INTELLIGENT_TIERING")));

        assertThat(same(sent(rule), rule)).isTrue();
        assertThat(sent(rule).entries().keySet()).containsAll(rule.entries().keySet());
        assertThat(sent(rule).get("filter")).isEqualTo(rule.get("filter"));
    }

    @Test
    void everyFilterArrives() {
        for (MapValue filter : List.of(
                Values.map("prefix", "logs/"),
                Values.map("object_size_greater_than", 1),
                Values.map("object_size_less_than", 1),
                Values.map("tag", Values.map("key", "stage", "value", "test")))) {
            assertThat(sent(rule("filter", filter)).get("filter")).isEqualTo(filter);
        }
    }

    @Test
    void aRuleForEverythingIsOneHoweverItIsWritten() {
        MapValue everything = rule("filter", Value.ofNull());

        assertThat(same(rule("filter", Values.map()), everything)).isTrue();
        assertThat(same(rule("filter", Values.map("prefix", "")), everything)).isTrue();
        assertThat(same(rule("prefix", ""), everything)).isTrue();
        assertThat(DesiredLifecycle.rule(new DesiredAttributes(everything))
                        .filter()
                        .prefix())
                .isEmpty();
        assertThat(sent(everything)).isEqualTo(Values.map("id", "r", "status", "Enabled"));
    }

    @Test
    @SuppressWarnings("deprecation")
    void aPrefixOutsideOfAFilterMeansTheSame() {
        assertThat(same(rule("prefix", "logs/"), rule("filter", Values.map("prefix", "logs/"))))
                .isTrue();
        assertThat(ShownLifecycle.rule(
                                LifecycleRule.builder().id("r").prefix("logs/").build())
                        .text("prefix"))
                .hasValue("logs/");
    }

    @Test
    void aMarkerThatShallStayIsNotMentionedBesideDays() {
        MapValue rule = rule("expiration", Values.map("days", 30, "expired_object_delete_marker", false));

        assertThat(DesiredLifecycle.rule(new DesiredAttributes(rule))
                        .expiration()
                        .expiredObjectDeleteMarker())
                .isNull();
        assertThat(same(rule, rule("expiration", Values.map("days", 30)))).isTrue();
        assertThat(sent(rule("expiration", Values.map("expired_object_delete_marker", true)))
                        .get("expiration"))
                .isEqualTo(Values.map("expired_object_delete_marker", true));
    }

    @Test
    void transitionsHaveNoOrder() {
        MapValue early = Values.map("days", 10, "storage_class", "STANDARD_IA");
        MapValue late = Values.map("days", 90, "storage_class", "GLACIER");

        assertThat(same(rule("transition", List.of(early, late)), rule("transition", List.of(late, early))))
                .isTrue();
        assertThat(same(rule("transition", List.of(early)), rule("transition", List.of(late))))
                .isFalse();
    }
}
