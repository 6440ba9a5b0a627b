package dev.corbel.providers.aws.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
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

class BackupSelectionResourceTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/backup";
    private static final String DATABASE = "arn:aws:rds:eu-central-1:123456789012:db:orders";

    private static final MapValue ORDERS = Values.map(
            "plan_id",
            "plan-1",
            "name",
            "orders",
            "iam_role_arn",
            ROLE,
            "resources",
            List.of(DATABASE),
            "selection_tag",
            List.of(Values.map("type", "STRINGEQUALS", "key", "backup", "value", "daily")),
            "condition",
            List.of(Values.map(
                    "string_equals",
                    List.of(Values.map("key", "aws:ResourceTag/stage", "value", "production")),
                    "string_like",
                    List.of(),
                    "string_not_equals",
                    List.of(),
                    "string_not_like",
                    List.of())));

    private static final String SELECTION = "{\"BackupPlanId\": \"plan-1\", \"SelectionId\": \"selection-1\","
            + " \"BackupSelection\": {\"SelectionName\": \"orders\", \"IamRoleArn\": \"" + ROLE + "\","
            + " \"Resources\": [\"" + DATABASE + "\"], \"NotResources\": [], \"ListOfTags\": [{\"ConditionType\":"
            + " \"STRINGEQUALS\", \"ConditionKey\": \"backup\", \"ConditionValue\": \"daily\"}], \"Conditions\":"
            + " {\"StringEquals\": [{\"ConditionKey\": \"aws:ResourceTag/stage\", \"ConditionValue\": \"production\"}],"
            + " \"StringLike\": [], \"StringNotEquals\": [], \"StringNotLike\": []}}}";

    private static final String PLANS = "{\"BackupPlansList\": [{\"BackupPlanId\": \"plan-1\"}]}";

    private static final String SELECTIONS = "{\"BackupSelectionsList\": [{\"SelectionId\": \"selection-1\","
            + " \"BackupPlanId\": \"plan-1\", \"CreatorRequestId\": \"operation-1\"}]}";

    private final FakeAws aws = new FakeAws();
    private final FakeTime time = new FakeTime();

    @AfterEach
    void close() {
        aws.close();
    }

    private Bench bench() {
        return Bench.at("aws_backup_selection", aws.endpoint(), new ProviderContext(Path.of("."), "test", time, time));
    }

    private void refuse(String code) {
        aws.answers(400, Map.of("x-amzn-ErrorType", code), "{\"message\": \"No\"}");
    }

    private ObjectState created(Bench bench) throws ProviderException {
        aws.answers("{\"BackupPlanId\": \"plan-1\", \"SelectionId\": \"selection-1\"}")
                .answers(SELECTION);
        return bench.create(ORDERS, "operation-1");
    }

    @Test
    void createsWhatIsPlannedAndReadsItBack() throws Exception {
        try (Bench bench = bench()) {
            ObjectState selection = created(bench);

            assertThat(selection.attributes().entries())
                    .containsEntry("id", Value.of("selection-1"))
                    .containsEntry("not_resources", Value.list());
            assertThat(aws.calls().get(0).body())
                    .contains("\"CreatorRequestId\":\"operation-1\"", "\"SelectionName\":\"orders\"", DATABASE)
                    .contains("\"StringEquals\":[{\"ConditionKey\":\"aws:ResourceTag/stage\"");
            aws.answers(SELECTION);
            assertThat(bench.read(selection)).isEqualTo(new ReadResult.Present(selection));
            assertThat(bench.plan(selection.attributes(), ORDERS).attributes().entries())
                    .isEqualTo(selection.attributes().entries());
        }
    }

    @Test
    void waitsUntilTheServiceCanTakeOnTheRole() throws Exception {
        refuse("InvalidParameterValueException");
        try (Bench bench = bench()) {
            created(bench);

            assertThat(time.pauses()).hasSize(1);
        }
    }

    @Test
    void findsWhatAnInterruptedCreationMade() throws Exception {
        try (Bench bench = bench()) {
            ObjectState selection = created(bench);
            aws.answers(SELECTIONS).answers(SELECTION);

            assertThat(bench.type().recover(bench.session(), bench.request(ORDERS, "operation-1")))
                    .hasValue(selection);
        }
    }

    @Test
    void findsNothingOfACreationThatNeverHappened() throws Exception {
        try (Bench bench = bench()) {
            for (int i = 0; i < 40; i++) {
                aws.answers(SELECTIONS);
            }

            assertThat(bench.type().recover(bench.session(), bench.request(ORDERS, "operation-2")))
                    .isEmpty();
        }
    }

    @Test
    void isAbsentWhereTheServiceCallsItInvalidAndTheListsLackIt() throws Exception {
        try (Bench bench = bench()) {
            ObjectState selection = created(bench);
            refuse("InvalidParameterValueException");
            aws.answers("{\"BackupPlansList\": []}");
            assertThat(bench.read(selection)).isEqualTo(new ReadResult.Absent());

            refuse("InvalidParameterValueException");
            aws.answers(PLANS).answers("{\"BackupSelectionsList\": []}");
            assertThat(bench.read(selection)).isEqualTo(new ReadResult.Absent());

            refuse("ResourceNotFoundException");
            bench.delete(selection);
        }
    }

    @Test
    void isUnreadableWhereTheServiceCallsItInvalidAndListsIt() throws Exception {
        try (Bench bench = bench()) {
            ObjectState selection = created(bench);
            refuse("InvalidParameterValueException");
            aws.answers(PLANS).answers(SELECTIONS);

            assertThat(bench.read(selection)).isInstanceOf(ReadResult.Unreadable.class);
        }
    }

    @Test
    void listsAndImportsWithItsPlan() throws Exception {
        try (Bench bench = bench()) {
            ObjectState selection = created(bench);
            aws.answers(PLANS).answers(SELECTIONS).answers(SELECTION);

            assertThat(bench.type().list(bench.session())).containsExactly("plan-1|selection-1");
            assertThat(bench.type().importObject(bench.session(), "plan-1|selection-1"))
                    .hasValue(selection);
            assertThat(bench.type().importObject(bench.session(), "selection-1"))
                    .isEmpty();
        }
    }

    @Test
    void looksForItselfBeforeItIsCreatedAgain() throws Exception {
        aws.breaksOff().answers(SELECTIONS).answers(SELECTION);
        try (Bench bench = bench()) {
            assertThat(bench.create(ORDERS, "operation-1").attributes().get("id"))
                    .isEqualTo(Value.of("selection-1"));
        }
    }

    @Test
    void isDeleted() throws Exception {
        try (Bench bench = bench()) {
            ObjectState selection = created(bench);
            aws.answers(SELECTION).answers("{}");

            bench.delete(selection);

            assertThat(aws.actions()).endsWith("GET", "DELETE");
        }
    }

    @Test
    void tellsWhatTheServiceRefuses() {
        for (int i = 0; i < 60; i++) {
            refuse("InvalidParameterValueException");
        }
        try (Bench bench = bench()) {
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(ORDERS))
                    .satisfies(failure -> assertThat(failure.diagnostic().summary())
                            .isEqualTo("Backup CreateBackupSelection failed: InvalidParameterValueException"));
        }
    }
}
