package dev.corbel.providers.azure.monitor;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.attribute.JsonText;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code azurerm_monitor_action_group}: those who hear of an alert, and by what. */
public final class ActionGroupDefinition {
    private ActionGroupDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_monitor_action_group", "Microsoft.Insights/actionGroups", "2023-01-01")
                .called("action group")
                .tagged()
                .minutes(30, 30, 30)
                .hooks(new ActionGroupHooks())
                .fields(
                        Fields.name().length(1, 260),
                        Fields.resourceGroup(),
                        Fields.region("location").defaultsTo("global").immutable(),
                        Property.text("short_name").required().length(1, 12).as("properties.groupShortName"),
                        Property.flag("enabled").defaultsTo(true).as("properties.enabled"))
                .fields(
                        receiver("email", "email", schema(), text("email_address", "emailAddress")),
                        receiver(
                                "sms", "sms", text("country_code", "countryCode"), text("phone_number", "phoneNumber")),
                        receiver(
                                "voice",
                                "voice",
                                text("country_code", "countryCode"),
                                text("phone_number", "phoneNumber")),
                        receiver("azure_app_push", "azureAppPush", text("email_address", "emailAddress")),
                        receiver("arm_role", "armRole", schema(), text("role_id", "roleId")),
                        receiver("webhook", "webhook", schema(), secret("service_uri", "serviceUri"), identity()))
                .fields(
                        receiver(
                                "automation_runbook",
                                "automationRunbook",
                                schema().defaultsTo(false),
                                Fields.id("automation_account_id", "automationAccountId")
                                        .required(),
                                Property.flag("is_global_runbook").required().as("isGlobalRunbook"),
                                text("runbook_name", "runbookName"),
                                secret("service_uri", "serviceUri"),
                                Fields.id("webhook_resource_id", "webhookResourceId")
                                        .required()),
                        receiver(
                                "azure_function",
                                "azureFunction",
                                schema(),
                                Fields.id("function_app_resource_id", "functionAppResourceId")
                                        .required(),
                                text("function_name", "functionName"),
                                secret("http_trigger_url", "httpTriggerUrl")),
                        receiver(
                                "logic_app",
                                "logicApp",
                                schema(),
                                secret("callback_url", "callbackUrl"),
                                Fields.id("resource_id", "resourceId").required()),
                        receiver(
                                "event_hub",
                                "eventHub",
                                schema(),
                                text("event_hub_name", "eventHubName"),
                                text("event_hub_namespace", "eventHubNameSpace"),
                                Property.text("subscription_id").orComputed().as("subscriptionId"),
                                Property.text("tenant_id").orComputed().as("tenantId")),
                        receiver(
                                "itsm",
                                "itsm",
                                text("connection_id", "connectionId"),
                                Fields.region("region").required(),
                                text("ticket_configuration", "ticketConfiguration")
                                        .checked(JsonText.VALID),
                                text("workspace_id", "workspaceId")))
                .build();
    }

    private static NestedBlock receiver(String kind, String place, Field.Builder... more) {
        List<Field.Builder> fields = new ArrayList<>(Arrays.asList(more));
        fields.add(0, text("name", "name"));
        return NestedBlock.list(kind + "_receiver", fields.toArray(Field.Builder[]::new))
                .as("properties." + place + "Receivers");
    }

    private static Property text(String name, String place) {
        return Property.text(name).required().as(place);
    }

    /** An address that works for everybody who has it. */
    private static Property secret(String name, String place) {
        return text(name, place).sensitive();
    }

    /** The form of messages that all kinds of alerts share. */
    private static Property schema() {
        return Property.flag("use_common_alert_schema").as("useCommonAlertSchema");
    }

    private static NestedBlock identity() {
        return NestedBlock.single(
                "aad_auth",
                Field.constant("useAadAuth", Value.of(true)),
                text("object_id", "objectId"),
                Property.text("identifier_uri").orComputed().as("identifierUri"),
                Property.text("tenant_id").orComputed().as("tenantId"));
    }
}
