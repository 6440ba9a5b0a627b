package dev.corbel.providers.aws.rds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.FactTexts;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdsFactsTest {
    private static final String PLAIN = ": takes connections in plain text";

    @Test
    void ofAnInstanceThatIsSound() {
        assertThat(FactTexts.of(
                        new DbInstanceResource(),
                        "storage_encrypted",
                        Value.sensitive(Value.of(true)),
                        "deletion_protection",
                        true,
                        "skip_final_snapshot",
                        false,
                        "multi_az",
                        true,
                        "publicly_accessible",
                        false,
                        "backup_retention_period",
                        14,
                        "engine",
                        "postgres",
                        "engine_version",
                        "16.4",
                        "parameter_group_name",
                        "default.postgres16"))
                .containsExactly(
                        "stores primary",
                        "ENCRYPTION_AT_REST YES at storage_encrypted: keeps its data unencrypted",
                        "DELETION_PROTECTION YES at deletion_protection: has no deletion protection",
                        "DELETION_PROTECTION YES at skip_final_snapshot: is deleted without a last snapshot",
                        "REDUNDANCY YES at multi_az: has no standby in another zone",
                        "keeps for 14 at backup_retention_period",
                        "open NO at publicly_accessible: has an address in the internet",
                        "reachable",
                        "one app's database",
                        "TLS YES at engine_version" + PLAIN);
    }

    @Test
    void ofAnInstanceThatLacksEverything() {
        assertThat(FactTexts.of(
                        new DbInstanceResource(),
                        "storage_encrypted",
                        false,
                        "deletion_protection",
                        false,
                        "skip_final_snapshot",
                        true,
                        "multi_az",
                        false,
                        "publicly_accessible",
                        true,
                        "backup_retention_period",
                        0))
                .contains(
                        "ENCRYPTION_AT_REST NO at storage_encrypted: keeps its data unencrypted",
                        "DELETION_PROTECTION NO at deletion_protection: has no deletion protection",
                        "DELETION_PROTECTION NO at skip_final_snapshot: is deleted without a last snapshot",
                        "REDUNDANCY NO at multi_az: has no standby in another zone",
                        "keeps for null at backup_retention_period",
                        "open YES at publicly_accessible: has an address in the internet");
    }

    @Test
    void ofAnInstanceThatLeavesAttributesToAws() {
        assertThat(FactTexts.of(
                        new DbInstanceResource(),
                        "multi_az",
                        Value.unknown(),
                        "backup_retention_period",
                        Value.unknown()))
                .contains(
                        "REDUNDANCY UNKNOWN at multi_az: has no standby in another zone",
                        "keeps for (known after apply) at backup_retention_period");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres, 15, default.postgres15, YES",
        "postgres, 15.4, default.postgres15, YES",
        "postgres, 14.9, default.postgres14, NO",
        "mysql, 8.4.3, default.mysql8.4, NO",
        "mysql, 9.7, default.mysql9.7, YES",
        "mariadb, 11.4.2, default.mariadb11.4, NO",
        "mariadb, 11.8, default.mariadb11.8, YES",
        "mariadb, 11.10, default.mariadb11.10, YES",
        "mariadb, 12, default.mariadb12, YES",
        "mariadb, 11, default.mariadb11.8, UNKNOWN",
        "sqlserver-ex, 16.00, default.sqlserver-ex-16.0, NO",
    })
    void theDefaultsOfAnEngineDependOnItsVersion(String engine, String version, String group, String answer) {
        assertThat(FactTexts.of(
                        new DbInstanceResource(),
                        "engine",
                        engine,
                        "engine_version",
                        version,
                        "parameter_group_name",
                        group))
                .contains("TLS " + answer + " at engine_version" + PLAIN);
    }

    @Test
    void anotherGroupAnswersForItself() {
        assertThat(FactTexts.of(
                        new DbInstanceResource(),
                        "engine",
                        "postgres",
                        "engine_version",
                        "13",
                        "parameter_group_name",
                        "own"))
                .noneMatch(fact -> fact.startsWith("TLS"));
        assertThat(FactTexts.of(new DbInstanceResource(), "engine", "oracle-ee", "engine_version", "19"))
                .noneMatch(fact -> fact.startsWith("TLS"));
    }

    @Test
    void aGroupThatIsUnknownMayBeAnotherOne() {
        assertThat(FactTexts.of(
                        new DbInstanceResource(),
                        "engine",
                        "postgres",
                        "engine_version",
                        "16",
                        "parameter_group_name",
                        Value.unknown()))
                .contains("TLS UNKNOWN at parameter_group_name" + PLAIN);
        assertThat(FactTexts.of(new DbInstanceResource(), "engine", "postgres", "engine_version", Value.unknown()))
                .contains("TLS UNKNOWN at engine_version" + PLAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "postgres14, rds.force_ssl, 1, TLS YES at parameter[1].value",
        "postgres16, rds.force_ssl, 0, TLS NO at parameter[1].value",
        "postgres16, log_statement, all, TLS YES at family",
        "postgres14, log_statement, all, TLS NO at family",
        "mysql8.0, require_secure_transport, ON, TLS YES at parameter[1].value",
        "mysql8.0, rds.force_ssl, 1, TLS NO at family",
        "mariadb11.8, require_secure_transport, OFF, TLS NO at parameter[1].value",
        "sqlserver-se-15.0, rds.force_ssl, 1, TLS YES at parameter[1].value",
        "sqlserver-se-15.0, other, 1, TLS NO at family",
    })
    void aParameterGroupForcesTlsOrDoesNot(String family, String name, String value, String fact) {
        assertThat(FactTexts.of(
                        new DbParameterGroupResource(),
                        "family",
                        family,
                        "parameter",
                        List.of(Values.map("name", "a", "value", "1"), Values.map("name", name, "value", value))))
                .containsExactly(fact + PLAIN);
    }

    @Test
    void aParameterGroupMayBeOpen() {
        DbParameterGroupResource type = new DbParameterGroupResource();
        assertThat(FactTexts.of(type, "family", Value.unknown())).containsExactly("TLS UNKNOWN at family" + PLAIN);
        assertThat(FactTexts.of(type, "family", "postgres16", "parameter", Value.unknown()))
                .containsExactly("TLS UNKNOWN at parameter" + PLAIN);
        assertThat(FactTexts.of(
                        type,
                        "family",
                        "postgres16",
                        "parameter",
                        List.of(Values.map("name", Value.unknown(), "value", "0"))))
                .containsExactly("TLS UNKNOWN at parameter[0]" + PLAIN);
        assertThat(FactTexts.of(
                        type,
                        "family",
                        "postgres16",
                        "parameter",
                        List.of(Values.map("name", "rds.force_ssl", "value", Value.unknown()))))
                .containsExactly("TLS UNKNOWN at parameter[0].value" + PLAIN);
        assertThat(FactTexts.of(type, "family", "oracle-ee-19")).isEmpty();
    }

    @Test
    void ofReplicatedBackups() {
        DbInstanceAutomatedBackupsReplicationResource type = new DbInstanceAutomatedBackupsReplicationResource();
        String fault = ": keeps the backups of an unencrypted database";
        assertThat(FactTexts.of(
                        type,
                        "retention_period",
                        7,
                        "kms_key_id",
                        FactTexts.secret("arn:aws:kms:eu-west-1:123456789012:key/1")))
                .containsExactly(
                        "stores backup",
                        "ENCRYPTION_AT_REST YES at kms_key_id" + fault,
                        "keeps for 7 at retention_period");
        assertThat(FactTexts.of(type)).contains("ENCRYPTION_AT_REST NO at kms_key_id" + fault);
        assertThat(FactTexts.of(type, "kms_key_id", Value.unknown()))
                .contains("ENCRYPTION_AT_REST UNKNOWN at kms_key_id" + fault);
    }
}
