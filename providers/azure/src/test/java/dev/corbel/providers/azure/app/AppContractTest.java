package dev.corbel.providers.azure.app;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.math.BigDecimal;
import java.util.List;

class AppContractTest extends ArmContract {
    AppContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_container_app",
                        subscription() + "/resourceGroups/rg-contract/providers/Microsoft.App/containerApps/absent",
                        distinct -> Values.map(
                                "name",
                                "app-" + distinct,
                                "resource_group_name",
                                group(),
                                "container_app_environment_id",
                                environment("one"),
                                "revision_mode",
                                "Single",
                                "ingress",
                                ingress(8080),
                                "template",
                                template("ghcr.io/acme/app:1")))
                .changedBy(old -> old.with("ingress", ingress(9090)).with("template", template("ghcr.io/acme/app:2")))
                .replacedBy(old -> old.with("container_app_environment_id", environment("two")));
    }

    private static MapValue ingress(int port) {
        return Values.map(
                "target_port",
                port,
                "external_enabled",
                true,
                "sticky_sessions",
                Values.map("affinity", "sticky"),
                "ip_security_restriction",
                List.of(Values.map("name", "office", "action", "Allow", "ip_address_range", "198.51.100.0/24")),
                "traffic_weight",
                List.of(Values.map("latest_revision", true, "percentage", 100)));
    }

    private static MapValue template(String image) {
        return Values.map(
                "min_replicas",
                2,
                "max_replicas",
                6,
                "termination_grace_period_seconds",
                30,
                "http_scale_rule",
                List.of(Values.map("name", "http", "concurrent_requests", "60")),
                "custom_scale_rule",
                List.of(Values.map(
                        "name",
                        "cpu",
                        "custom_rule_type",
                        "cpu",
                        "metadata",
                        Values.map("type", "Utilization", "value", "60"))),
                "container",
                List.of(Values.map(
                        "name",
                        "app",
                        "image",
                        image,
                        "cpu",
                        Value.of(new BigDecimal("0.5")),
                        "memory",
                        "1Gi",
                        "env",
                        List.of(Values.map("name", "STAGE", "value", "test")),
                        "liveness_probe",
                        List.of(Values.map("port", 8080, "transport", "HTTP", "path", "/health")),
                        "readiness_probe",
                        List.of(Values.map("port", 8080, "transport", "HTTP", "path", "/health")),
                        "startup_probe",
                        List.of(Values.map("port", 8080, "transport", "TCP", "failure_count_threshold", 30)))));
    }

    private Value environment(String name) {
        return made(
                        "azurerm_container_app_environment",
                        Values.map("name", "env-" + name, "resource_group_name", group(), "location", REGION))
                .get("id");
    }
}
