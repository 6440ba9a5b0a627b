package dev.corbel.providers.azure.app;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.math.BigDecimal;
import java.util.List;

/** Apps that domains lead to. */
final class Apps {
    private Apps() {}

    /** An app without an ingress. */
    static MapValue plain(Value group, Value environment) {
        return Values.map(
                "name",
                "shop",
                "resource_group_name",
                group,
                "container_app_environment_id",
                environment,
                "revision_mode",
                "Single",
                "secret",
                List.of(Values.map("name", "token", "value", "planted-token")),
                "template",
                Values.map(
                        "container",
                        List.of(Values.map(
                                "name",
                                "shop",
                                "image",
                                "ghcr.io/acme/shop:1",
                                "cpu",
                                Value.of(new BigDecimal("0.5")),
                                "memory",
                                "1Gi",
                                "env",
                                List.of(Values.map("name", "TOKEN", "secret_name", "token"))))));
    }

    static MapValue withIngress(Value group, Value environment) {
        return plain(group, environment)
                .with(
                        "ingress",
                        Values.map(
                                "target_port",
                                8080,
                                "external_enabled",
                                true,
                                "traffic_weight",
                                List.of(Values.map("latest_revision", true, "percentage", 100))));
    }
}
