package dev.corbel.providers.aws.backup;

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

class BackupVaultResourceTest {
    private static final MapValue MAIN = Values.map("name", "main");
    private static final String TAGS = "{\"Tags\": {\"team\": \"network\"}}";

    private final FakeAws aws = new FakeAws();
    private final FakeTime time = new FakeTime();

    @AfterEach
    void close() {
        aws.close();
    }

    private Bench bench() {
        return Bench.at("aws_backup_vault", aws.endpoint(), new ProviderContext(Path.of("."), "test", time, time));
    }

    private static String vault(int backups) {
        return "{\"BackupVaultName\": \"main\", \"EncryptionKeyArn\": \"arn:aws:kms:eu-central-1:123456789012:key/1\","
                + " \"BackupVaultArn\": \"arn:aws:backup:eu-central-1:123456789012:backup-vault:main\","
                + " \"NumberOfRecoveryPoints\": " + backups + "}";
    }

    private static void refuse(FakeAws aws, int status, String code) {
        aws.answers(status, Map.of("x-amzn-ErrorType", code), "{\"message\": \"No\"}");
    }

    private ObjectState created(Bench bench, MapValue configuration) throws ProviderException {
        aws.answers(vault(0)).answers(vault(0)).answers(TAGS);
        return bench.create(configuration);
    }

    @Test
    void tellsTheKeyThatTheServiceChose() throws Exception {
        try (Bench bench = bench()) {
            assertThat(created(bench, MAIN).attributes().entries())
                    .containsEntry("id", Value.of("main"))
                    .containsEntry("kms_key_arn", Value.of("arn:aws:kms:eu-central-1:123456789012:key/1"))
                    .containsEntry("recovery_points", Value.of(0))
                    .containsEntry("tags_all", Values.map("team", "network"));
        }
    }

    @Test
    void isAbsentWhereAccessIsDeniedAndTheListLacksIt() throws Exception {
        try (Bench bench = bench()) {
            ObjectState vault = created(bench, MAIN);
            refuse(aws, 403, "AccessDeniedException");
            aws.answers("{\"BackupVaultList\": []}");

            assertThat(bench.read(vault)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void isUnreadableWhereAccessIsDeniedAndTheListHasIt() throws Exception {
        try (Bench bench = bench()) {
            ObjectState vault = created(bench, MAIN);
            refuse(aws, 403, "AccessDeniedException");
            aws.answers("{\"BackupVaultList\": [" + vault(0) + "]}");

            assertThat(bench.read(vault)).isInstanceOfSatisfying(ReadResult.Unreadable.class, unreadable -> assertThat(
                            unreadable.reason().summary())
                    .isEqualTo("Backup DescribeBackupVault failed: AccessDeniedException"));
        }
    }

    @Test
    void isNotDeletedWhileThereAreBackups() throws Exception {
        try (Bench bench = bench()) {
            ObjectState vault = created(bench, MAIN);
            aws.answers(vault(3));

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.delete(vault))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The backup vault \"main\" is not empty",
                                            "AWS deletes empty vaults only. Nothing was deleted.")
                                    .withHint("Delete its backups; or apply force_destroy = true first, which then"
                                            + " deletes them with it.")));
        }
    }

    @Test
    void isDeletedWithItsBackupsWhenToldTo() throws Exception {
        try (Bench bench = bench()) {
            ObjectState vault = created(bench, MAIN.with("force_destroy", Value.of(true)));
            int before = aws.calls().size();
            aws.answers(vault(1))
                    .answers("{\"RecoveryPoints\": [{\"RecoveryPointArn\": \"arn:aws:backup:::recovery-point:1\"}]}")
                    .answers("{}")
                    .answers(vault(1))
                    .answers(vault(0))
                    .answers("{}");

            bench.delete(vault);

            assertThat(aws.actions().subList(before, aws.actions().size()))
                    .containsExactly("GET", "GET", "DELETE", "GET", "GET", "DELETE");
            assertThat(time.pauses()).hasSize(1);
        }
    }

    @Test
    void keepsTheNumberOfBackupsThatWasPlannedUntilTheNextRead() throws Exception {
        try (Bench bench = bench()) {
            ObjectState vault = created(bench, MAIN);
            aws.answers(vault(5)).answers("{}").answers("{\"Tags\": {\"team\": \"network\", \"stage\": \"test\"}}");

            ObjectState changed = bench.update(vault, MAIN.with("tags", Values.map("stage", "test")));

            assertThat(changed.attributes().get("recovery_points")).isEqualTo(Value.of(0));
        }
    }
}
