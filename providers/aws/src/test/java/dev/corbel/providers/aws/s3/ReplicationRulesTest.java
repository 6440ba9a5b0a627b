package dev.corbel.providers.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.PlainForm;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.ReplicationRule;

/** Rules of replication there and back. */
class ReplicationRulesTest {
    private static final MapValue DESTINATION = Values.map("bucket", "arn:aws:s3:::acme-backup");
    private static final MapValue ENABLED = Values.map("status", "Enabled");
    private static final MapValue FIFTEEN = Values.map("minutes", 15);

    private static MapValue sent(MapValue rule) {
        return PlainForm.of(ShownReplication.rule(DesiredReplication.rule(new DesiredAttributes(rule))));
    }

    private static boolean same(MapValue one, MapValue other) {
        return new BucketReplication().isSame(settings(one), settings(other));
    }

    private static MapValue settings(MapValue... rules) {
        return Values.map("role", "arn:aws:iam::123456789012:role/replication", "rule", List.of(rules));
    }

    private static MapValue rule() {
        return Values.map("id", "r", "status", "Enabled", "destination", DESTINATION);
    }

    @Test
    void everyAttributeArrives() {
        MapValue rule = Values.map(
                "id",
                "everything",
                "status",
                "Enabled",
                "priority",
                7,
                "delete_marker_replication",
                ENABLED,
                "existing_object_replication",
                ENABLED,
                "filter",
                Values.map("and", Values.map("prefix", "files/", "tags", Values.map("stage", "test"))),
                "source_selection_criteria",
                Values.map("replica_modifications", ENABLED, "sse_kms_encrypted_objects", ENABLED),
                "destination",
                Values.map(
                        "bucket",
                        "arn:aws:s3:::acme-backup",
                        "account",
                        "210987654321",
                        "storage_class",
                        "STANDARD_IA",
                        "access_control_translation",
                        Values.map("owner", "Destination"),
                        "encryption_configuration",
                        Values.map("replica_kms_key_id", "arn:aws:kms:eu-west-1:210987654321:key/1"),
                        "metrics",
                        Values.map("status", "Enabled", "event_threshold", FIFTEEN),
                        "replication_time",
                        Values.map("status", "Enabled", "time", FIFTEEN)));

        assertThat(sent(rule)).isEqualTo(rule);
    }

    @Test
    void everyFilterArrives() {
        for (MapValue filter : List.of(
                Values.map("prefix", "files/"), Values.map("tag", Values.map("key", "stage", "value", "test")))) {
            assertThat(sent(rule().with("filter", filter)).get("filter")).isEqualTo(filter);
        }
    }

    @Test
    void aRuleWithAFilterAlwaysSaysWhatBecomesOfDeletions() {
        MapValue everything = rule().with("filter", Values.map());

        ReplicationRule rule = DesiredReplication.rule(new DesiredAttributes(everything));

        assertThat(rule.filter().prefix()).isEmpty();
        assertThat(rule.priority()).isZero();
        assertThat(rule.deleteMarkerReplication().statusAsString()).isEqualTo("Disabled");
        assertThat(same(ShownReplication.rule(rule), everything)).isTrue();
        assertThat(same(everything.with("delete_marker_replication", ENABLED), everything))
                .isFalse();
        assertThat(same(everything.with("priority", Value.of(1)), everything)).isFalse();
    }

    @Test
    @SuppressWarnings("deprecation")
    void aRuleWithoutAFilterIsOfTheOlderKind() {
        ReplicationRule older = DesiredReplication.rule(new DesiredAttributes(rule()));

        assertThat(older.filter()).isNull();
        assertThat(older.prefix()).isEmpty();
        assertThat(older.priority()).isNull();
        assertThat(older.deleteMarkerReplication()).isNull();
        assertThat(same(ShownReplication.rule(older), rule())).isTrue();
        assertThat(same(rule(), rule().with("filter", Values.map()))).isFalse();
        MapValue deletions = rule().with("delete_marker_replication", ENABLED).with("prefix", Value.of("files/"));
        assertThat(sent(deletions)).isEqualTo(deletions);
    }

    @Test
    void rulesHaveNoOrder() {
        MapValue other = rule().with("id", Value.of("s"));

        assertThat(new BucketReplication().isSame(settings(rule(), other), settings(other, rule())))
                .isTrue();
    }

    @Test
    void rulesWithoutIdsGetSomeThatAreFree() {
        MapValue nameless = rule().with("id", Value.unknown());
        MapValue planned = settings(nameless, rule().with("id", Value.of("rule-1")), nameless);

        assertThat(ReplicationRuleIds.fillIn(planned).get("rule"))
                .isEqualTo(Value.list(
                        rule().with("id", Value.of("rule-2")),
                        rule().with("id", Value.of("rule-1")),
                        rule().with("id", Value.of("rule-3"))));
        assertThat(ReplicationRuleIds.fillIn(planned.with("rule", Value.unknown()))
                        .get("rule"))
                .isEqualTo(Value.unknown());
    }
}
