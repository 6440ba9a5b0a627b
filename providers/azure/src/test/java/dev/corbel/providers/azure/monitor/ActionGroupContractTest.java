package dev.corbel.providers.azure.monitor;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class ActionGroupContractTest extends MonitorContract {
    ActionGroupContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_monitor_action_group",
                        absent("actionGroups/absent"),
                        distinct -> Values.map(
                                "name",
                                "ag-" + distinct,
                                "resource_group_name",
                                group(),
                                "short_name",
                                "oncall",
                                "email_receiver",
                                Value.list(
                                        email("first").with("use_common_alert_schema", Value.of(true)),
                                        email("second")),
                                "webhook_receiver",
                                Value.list(Values.map(
                                        "name",
                                        "chat",
                                        "service_uri",
                                        "https://chat.example.com/?key=1",
                                        "aad_auth",
                                        Values.map("object_id", "00000000-0000-4000-8000-0000000000a1"))),
                                "event_hub_receiver",
                                Value.list(Values.map(
                                        "name", "hub", "event_hub_name", "alerts", "event_hub_namespace", "shop"))))
                .changedBy(old -> old.with("enabled", Value.of(false))
                        .with("email_receiver", Value.list(email("second")))
                        .with(
                                "webhook_receiver",
                                Value.list(Values.map("name", "chat", "service_uri", "https://chat.example.com/"))))
                .replacedBy(old -> old.with("location", Value.of("swedencentral")));
    }

    private static MapValue email(String name) {
        return Values.map("name", name, "email_address", name + "@example.com");
    }
}
