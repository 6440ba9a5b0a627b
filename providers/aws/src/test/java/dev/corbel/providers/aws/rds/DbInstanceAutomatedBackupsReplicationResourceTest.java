package dev.corbel.providers.aws.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.aws.client.FakeAws;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DbInstanceAutomatedBackupsReplicationResourceTest {
    private static final String SOURCE = "arn:aws:rds:eu-west-1:123456789012:db:orders";
    private static final String KEY = "arn:aws:kms:eu-central-1:123456789012:key/1";
    private static final String ARN = "arn:aws:rds:eu-central-1:123456789012:auto-backup:ab-1";
    private static final MapValue ORDERS =
            Values.map("source_db_instance_arn", SOURCE, "retention_period", 14, "kms_key_id", KEY);

    private final FakeAws aws = new FakeAws();
    private final FakeTime time = new FakeTime();

    @AfterEach
    void close() {
        aws.close();
    }

    private Bench bench() {
        return Bench.at(
                "aws_db_instance_automated_backups_replication",
                aws.endpoint(),
                new ProviderContext(Path.of("."), "test", time, time));
    }

    private static String backup(String status, int days) {
        return "<DBInstanceArn>" + SOURCE + "</DBInstanceArn><DBInstanceAutomatedBackupsArn>" + ARN
                + "</DBInstanceAutomatedBackupsArn><Status>" + status + "</Status><BackupRetentionPeriod>" + days
                + "</BackupRetentionPeriod><KmsKeyId>" + KEY + "</KmsKeyId><Region>eu-west-1</Region>";
    }

    private FakeAws describes(String... backups) {
        StringBuilder all = new StringBuilder();
        for (String backup : backups) {
            all.append("<DBInstanceAutomatedBackup>").append(backup).append("</DBInstanceAutomatedBackup>");
        }
        return aws.answers(RdsAnswers.result(
                "DescribeDBInstanceAutomatedBackups",
                "<DBInstanceAutomatedBackups>" + all + "</DBInstanceAutomatedBackups>"));
    }

    private void starts() {
        aws.answers(RdsAnswers.result(
                "StartDBInstanceAutomatedBackupsReplication",
                "<DBInstanceAutomatedBackup>" + backup("pending", 14) + "</DBInstanceAutomatedBackup>"));
    }

    private ObjectState created(Bench bench) throws ProviderException {
        describes();
        starts();
        describes(backup("replicating", 14));
        return bench.create(ORDERS);
    }

    @Test
    void startsAndWaitsUntilBackupsAreReplicated() throws Exception {
        describes("<DBInstanceArn>arn:aws:rds:eu-central-1:123456789012:db:orders</DBInstanceArn>"
                + "<DBInstanceAutomatedBackupsArn>arn:local</DBInstanceAutomatedBackupsArn><Status>active</Status>");
        aws.answers(400, Map.of(), RdsAnswers.error("InvalidDBInstanceState", "It has no backup yet"));
        starts();
        describes(backup("pending", 14));
        describes(backup("replicating", 14));
        try (Bench bench = bench()) {
            ObjectState replication = bench.create(ORDERS);

            assertThat(replication.attributes().get("id")).isEqualTo(Value.of(ARN));
            assertThat(aws.calls().get(2).body())
                    .contains("BackupRetentionPeriod=14", "PreSignedUrl=https%3A%2F%2Frds.eu-west-1.amazonaws.com");
            assertThat(time.pauses()).hasSize(2);
        }
    }

    @Test
    void takesTheReplicationThatIsThereWhenItIsRepeated() throws Exception {
        try (Bench bench = bench()) {
            ObjectState replication = created(bench);
            describes(backup("replicating", 14));
            describes(backup("replicating", 14));

            assertThat(bench.create(ORDERS)).isEqualTo(replication);
        }
    }

    @Test
    void takesNoReplicationThatIsSetOtherwise() {
        describes(backup("replicating", 7));
        try (Bench bench = bench()) {
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(ORDERS))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The backups of " + SOURCE + " are replicated already",
                                            "They are kept here for another time, or encrypted with another key, than"
                                                    + " the definition says.")
                                    .withHint("To manage that replication:"
                                            + " adopt('aws_db_instance_automated_backups_replication.test')"
                                            + " { id = '" + ARN + "' }.")));
        }
    }

    @Test
    void isReadListedAndImported() throws Exception {
        try (Bench bench = bench()) {
            ObjectState replication = created(bench);
            describes(backup("replicating", 14));
            describes(backup("replicating", 14));
            describes(backup("replicating", 14));

            assertThat(bench.read(replication)).isEqualTo(new ReadResult.Present(replication));
            assertThat(bench.type().list(bench.session())).containsExactly(ARN);
            assertThat(bench.type().importObject(bench.session(), ARN)).hasValue(replication);
        }
    }

    @Test
    void isGoneOnceItsBackupsAreOnlyRetained() throws Exception {
        try (Bench bench = bench()) {
            ObjectState replication = created(bench);
            describes(backup("replicating", 14));
            aws.answers(RdsAnswers.result("StopDBInstanceAutomatedBackupsReplication", ""));
            describes(backup("replicating", 14));
            describes(backup("retained", 14));

            bench.delete(replication);

            aws.answers(404, Map.of(), RdsAnswers.error("DBInstanceAutomatedBackupNotFound", "It is gone"));
            bench.delete(replication);
            assertThat(time.pauses()).hasSize(1);
        }
    }
}
