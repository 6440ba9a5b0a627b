package dev.corbel.providers.azure.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.arm.ArmExtension;
import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmBench;
import dev.corbel.providers.conformance.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArmExtension.class)
class MetricAlertTest {
    private static final String ALERT = "azurerm_monitor_metric_alert";
    private static final MapValue MEASURE = Values.map(
            "metric_namespace", "Microsoft.OperationalInsights/workspaces",
            "metric_name", "Heartbeat",
            "aggregation", "Total");
    private static final MapValue FIXED =
            MEASURE.with("operator", Value.of("LessThan")).with("threshold", Value.of(1));
    private static final MapValue DYNAMIC =
            MEASURE.with("operator", Value.of("GreaterOrLessThan")).with("alert_sensitivity", Value.of("Low"));

    private final ArmBench bench;

    MetricAlertTest(ArmServer arm) {
        bench = new ArmBench(arm);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private MapValue alert() {
        MapValue workspace = bench.workspace();
        return Values.map(
                "name",
                "alert",
                "resource_group_name",
                workspace.get("resource_group_name"),
                "scopes",
                Value.list(workspace.get("id")),
                "criteria",
                Value.list(FIXED));
    }

    @Test
    void changesFromFixedToDynamicThresholdsAndBack() throws ProviderException {
        MapValue free = alert().with("criteria", Value.ofNull()).with("dynamic_criteria", DYNAMIC);
        ObjectState fixed = bench.create(ALERT, alert());
        assertThat(fixed.attributes().get("dynamic_criteria").isNull()).isTrue();

        ObjectState dynamic = bench.update(ALERT, fixed, free);

        assertThat(dynamic.attributes().get("criteria")).isEqualTo(Value.list());
        assertThat(dynamic.attributes().get("dynamic_criteria"))
                .isInstanceOfSatisfying(MapValue.class, criteria -> assertThat(criteria.get("evaluation_total_count"))
                        .isEqualTo(Value.of(4)));
        ObjectState back = bench.update(ALERT, dynamic, alert());
        assertThat(back.attributes().get("criteria"))
                .isEqualTo(fixed.attributes().get("criteria"));
        assertThat(back.attributes().get("dynamic_criteria").isNull()).isTrue();
    }

    @Test
    void saysWhatAzureWouldRefuse() {
        assertThat(bench.problems(ALERT, alert().with("criteria", Value.ofNull())))
                .containsExactly("criteria or dynamic_criteria is missing");
        assertThat(bench.problems(ALERT, alert().with("dynamic_criteria", DYNAMIC)))
                .hasSize(1);
        assertThat(bench.problems(ALERT, alert().with("frequency", Value.of("PT1H"))))
                .containsExactly("window_size is shorter than frequency");
        assertThat(bench.problems(ALERT, alert().with("scopes", Value.list(Value.of("/a"), Value.of("/b")))))
                .containsExactly("several scopes need target_resource_type and target_resource_location");
        assertThat(bench.problems(
                        ALERT,
                        alert().with("criteria", Value.ofNull())
                                .with("dynamic_criteria", DYNAMIC.with("evaluation_total_count", Value.of(3)))))
                .containsExactly("dynamic_criteria: evaluation_failure_count is more than evaluation_total_count");
    }
}
