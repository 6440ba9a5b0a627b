package dev.corbel.providers.aws.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.aws.client.FakeAws;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackupPlanResourceTest {
    private static final String COPIES = "arn:aws:backup:eu-west-1:123456789012:backup-vault:copies";

    private static final MapValue LIFECYCLE = lifecycle(14);

    /** A rule as it is complete: with all that may be left out. */
    static final MapValue DAILY = Values.map(
            "rule_name",
            "daily",
            "target_vault_name",
            "main",
            "schedule",
            Value.ofNull(),
            "schedule_expression_timezone",
            "Etc/UTC",
            "enable_continuous_backup",
            Value.ofNull(),
            "start_window",
            60,
            "completion_window",
            180,
            "recovery_point_tags",
            Value.ofNull(),
            "lifecycle",
            LIFECYCLE,
            "copy_action",
            List.of(Values.map("destination_vault_arn", COPIES, "lifecycle", LIFECYCLE)));

    private static final MapValue PLAN = Values.map("name", "orders", "rule", List.of(DAILY));

    private final FakeAws aws = new FakeAws();
    private final FakeTime time = new FakeTime();

    @AfterEach
    void close() {
        aws.close();
    }

    private Bench bench() {
        return Bench.at("aws_backup_plan", aws.endpoint(), new ProviderContext(Path.of("."), "test", time, time));
    }

    private static MapValue lifecycle(int days) {
        return Values.map(
                "cold_storage_after",
                Value.ofNull(),
                "delete_after",
                days,
                "opt_in_to_archive_for_supported_resources",
                Value.ofNull());
    }

    /** What the service answers: it fills in what was left out. */
    private static String plan(String version, int days) {
        String lifecycle =
                "\"Lifecycle\": {\"DeleteAfterDays\": " + days + ", \"OptInToArchiveForSupportedResources\": false}";
        return "{\"BackupPlanId\": \"plan-1\", \"VersionId\": \"" + version + "\","
                + " \"BackupPlanArn\": \"arn:aws:backup:eu-central-1:123456789012:backup-plan:plan-1\","
                + " \"BackupPlan\": {\"BackupPlanName\": \"orders\", \"Rules\": [{\"RuleName\": \"daily\","
                + " \"RuleId\": \"rule-1\", \"TargetBackupVaultName\": \"main\","
                + " \"ScheduleExpression\": \"cron(0 5 ? * * *)\", \"ScheduleExpressionTimezone\": \"Etc/UTC\","
                + " \"StartWindowMinutes\": 60, \"CompletionWindowMinutes\": 180, \"EnableContinuousBackup\": false, "
                + lifecycle + ", \"CopyActions\": [{\"DestinationBackupVaultArn\": \"" + COPIES + "\", " + lifecycle
                + "}]}]}}";
    }

    private static final String TAGS = "{\"Tags\": {\"team\": \"network\"}}";

    private ObjectState created(Bench bench) throws Exception {
        aws.answers(plan("first", 14)).answers(plan("first", 14)).answers(TAGS);
        return bench.create(PLAN, "operation-1");
    }

    @Test
    void sendsRulesAndLeavesOutWhatTheDefinitionLeavesOut() throws Exception {
        try (Bench bench = bench()) {
            ObjectState plan = created(bench);

            assertThat(plan.attributes().get("rule")).isEqualTo(Value.list(DAILY));
            assertThat(aws.calls().get(0).body())
                    .contains("\"CreatorRequestId\":\"operation-1\"", "\"DeleteAfterDays\":14", COPIES)
                    .doesNotContain("ScheduleExpression\"", "EnableContinuousBackup", "RecoveryPointTags");
            aws.answers(plan("first", 14)).answers(TAGS);
            assertThat(bench.read(plan)).isEqualTo(new ReadResult.Present(plan));
        }
    }

    @Test
    void changesRulesInPlaceWhichMakesANewVersion() throws Exception {
        MapValue daily = DAILY.with("lifecycle", lifecycle(30))
                .with(
                        "copy_action",
                        Value.list(Values.map("destination_vault_arn", COPIES, "lifecycle", lifecycle(30))));
        MapValue longer = PLAN.with("rule", Value.list(daily));
        try (Bench bench = bench()) {
            ObjectState plan = created(bench);
            assertThat(bench.plan(plan.attributes(), longer).attributes().get("version"))
                    .isEqualTo(Value.unknown());
            aws.answers(plan("first", 14))
                    .answers("{\"BackupPlanId\": \"plan-1\", \"VersionId\": \"second\"}")
                    .answers(plan("first", 14))
                    .answers(plan("second", 30))
                    .answers(TAGS);

            ObjectState changed = bench.update(plan, longer);

            assertThat(changed.attributes().get("version")).isEqualTo(Value.of("second"));
            assertThat(changed.attributes().get("rule")).isEqualTo(Value.list(daily));
            assertThat(time.pauses()).hasSize(1);
        }
    }

    @Test
    void isDeletedOnceItsSelectionsAreGone() throws Exception {
        try (Bench bench = bench()) {
            ObjectState plan = created(bench);
            aws.answers(plan("first", 14))
                    .answers(
                            400,
                            Map.of("x-amzn-ErrorType", "InvalidRequestException"),
                            "{\"message\": \"Related backup plan selections must be deleted first\"}")
                    .answers("{}");

            bench.delete(plan);

            assertThat(time.pauses()).hasSize(1);
        }
    }

    @Test
    void refusesTwoRulesOfOneName() {
        assertThat(new BackupPlanResource()
                        .validate(PLAN.with("rule", Value.list(DAILY, DAILY.with("start_window", Value.of(90))))))
                .containsExactly(Diagnostic.error(
                        "There are two rules of the name \"daily\"", "The rules of a plan have names of their own."));
    }
}
