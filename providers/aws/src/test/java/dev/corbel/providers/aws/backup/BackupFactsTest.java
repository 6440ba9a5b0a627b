package dev.corbel.providers.aws.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.FactTexts;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackupFactsTest {
    private static final String VAULT = "arn:aws:backup:eu-west-1:123456789012:backup-vault:copy";

    private static MapValue days(Object days) {
        return Values.map("delete_after", days);
    }

    @Test
    void ofAVault() {
        String fault = ": is deleted with all backups in it";
        assertThat(FactTexts.of(new BackupVaultResource(), "force_destroy", false))
                .containsExactly(
                        "stores backup", "ENCRYPTION_AT_REST YES", "DELETION_PROTECTION YES at force_destroy" + fault);
        assertThat(FactTexts.of(new BackupVaultResource(), "force_destroy", true))
                .contains("DELETION_PROTECTION NO at force_destroy" + fault);
        assertThat(FactTexts.of(new BackupVaultResource(), "force_destroy", Value.unknown()))
                .contains("DELETION_PROTECTION UNKNOWN at force_destroy" + fault);
    }

    @Test
    void ofThePlanWithItsCopies() {
        assertThat(FactTexts.of(
                        new BackupPlanResource(),
                        "rule",
                        List.of(
                                Values.map("lifecycle", days(35)),
                                Values.map(
                                        "lifecycle",
                                        days(7),
                                        "copy_action",
                                        List.of(Values.map("destination_vault_arn", VAULT, "lifecycle", days(14)))))))
                .containsExactly(
                        "keeps for 35 at rule[0].lifecycle.delete_after",
                        "keeps for 7 at rule[1].lifecycle.delete_after",
                        "stores backup in eu-west-1 at rule[1].copy_action[0].destination_vault_arn",
                        "keeps for 14 at rule[1].copy_action[0].lifecycle.delete_after");
    }

    @Test
    void whatNobodyDeletesNeverEnds() {
        assertThat(FactTexts.of(
                        new BackupPlanResource(),
                        "rule",
                        List.of(Values.map("rule_name", "daily"), Values.map("lifecycle", Values.map()))))
                .containsExactly(
                        "keeps for -1 at rule[0].lifecycle.delete_after",
                        "keeps for -1 at rule[1].lifecycle.delete_after");
    }

    @Test
    void anUnknownVaultMayBeAnywhere() {
        assertThat(FactTexts.of(
                        new BackupPlanResource(),
                        "rule",
                        List.of(Values.map(
                                "lifecycle",
                                days(Value.unknown()),
                                "copy_action",
                                List.of(Values.map("destination_vault_arn", Value.unknown()))))))
                .containsExactly(
                        "keeps for (known after apply) at rule[0].lifecycle.delete_after",
                        "stores backup in (known after apply) at rule[0].copy_action[0].destination_vault_arn",
                        "keeps for -1 at rule[0].copy_action[0].lifecycle.delete_after");
    }
}
