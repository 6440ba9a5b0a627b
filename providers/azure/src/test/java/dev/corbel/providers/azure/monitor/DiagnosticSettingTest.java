package dev.corbel.providers.azure.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.clients.azure.CallOptions;
import dev.corbel.emulators.arm.ArmExtension;
import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmBench;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArmExtension.class)
class DiagnosticSettingTest {
    private static final String SETTING = "azurerm_monitor_diagnostic_setting";

    private final ArmBench bench;

    DiagnosticSettingTest(ArmServer arm) {
        bench = new ArmBench(arm);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private MapValue setting() {
        Value workspace = bench.workspace().get("id");
        return Values.map(
                "name",
                "audit",
                "target_resource_id",
                workspace,
                "log_analytics_workspace_id",
                workspace,
                "enabled_log",
                Value.list(Values.map("category", "Audit")));
    }

    @Test
    void isAdoptedByTheIdOfTerraform() throws ProviderException {
        ObjectState made = bench.create(SETTING, setting());

        Optional<ObjectState> adopted = bench.type(SETTING)
                .importObject(
                        bench.session(),
                        made.attributes().text("target_resource_id").orElseThrow() + "|audit");

        assertThat(adopted).get().extracting(ObjectState::attributes).isEqualTo(made.attributes());
    }

    @Test
    void turnsOnWhatSomethingElseTurnedOff() throws ProviderException {
        ObjectState made = bench.create(SETTING, setting());
        MapValue off = Values.map(
                "properties",
                Values.map(
                        "workspaceId",
                        made.attributes().get("log_analytics_workspace_id"),
                        "logs",
                        Value.list(
                                Values.map("category", "Audit", "enabled", false),
                                Values.map("category", "SummaryLogs", "enabled", true))));
        String id = made.attributes().text("id").orElseThrow();
        ((ArmSession) bench.session()).arm().put(id, DiagnosticSettingHooks.VERSION, off, CallOptions.DEFAULT);
        ObjectState drifted =
                bench.type(SETTING).importObject(bench.session(), id).orElseThrow();
        assertThat(drifted.attributes().get("enabled_log"))
                .isEqualTo(Value.list(Values.map("category", "SummaryLogs", "category_group", Value.ofNull())));

        assertThat(bench.update(SETTING, drifted, setting()).attributes().get("enabled_log"))
                .isEqualTo(made.attributes().get("enabled_log"));
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(bench.problems(SETTING, setting().with("enabled_log", Value.ofNull())))
                .containsExactly("enabled_log or enabled_metric is missing");
        assertThat(bench.problems(SETTING, setting().with("log_analytics_workspace_id", Value.ofNull())))
                .containsExactly("log_analytics_workspace_id or storage_account_id or eventhub_authorization_rule_id or"
                        + " partner_solution_id is missing");
        assertThat(bench.problems(SETTING, setting().with("enabled_log", Value.list(MapValue.EMPTY))))
                .containsExactly("enabled_log: category or category_group is missing");
    }
}
