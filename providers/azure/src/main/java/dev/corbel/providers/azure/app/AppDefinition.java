package dev.corbel.providers.azure.app;

import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.azure.fact.AppFacts;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import dev.corbel.providers.kit.definition.Rule;
import java.util.List;
import java.util.Locale;

/** {@code azurerm_container_app}: containers with their secrets, their scale and the way in to them. */
public final class AppDefinition {
    static final String TYPE = "Microsoft.App/containerApps";
    static final String VERSION = "2025-07-01";

    private AppDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_container_app", TYPE, VERSION)
                .called("container app")
                .without("`ingress.traffic_weight.revision_suffix`")
                .tagged()
                .locks(attributes -> attributes
                        .text("resource_group_name")
                        .flatMap(group -> attributes.text("name").map(name -> locks(group, name)))
                        .orElse(List.of()))
                .minutes(30, 30, 30)
                .hooks(new AppHooks())
                .fields(
                        Fields.name()
                                .matching(
                                        "(?!.*--)[a-z][a-z0-9-]{0,30}[a-z0-9]",
                                        "2 to 32 lower-case letters, digits and single hyphens, beginning with a letter"),
                        Fields.resourceGroup(),
                        Fields.id("container_app_environment_id", "properties.environmentId")
                                .required()
                                .immutable(),
                        Property.text("revision_mode")
                                .required()
                                .oneOf("Single", "Multiple")
                                .as("properties.configuration.activeRevisionsMode"),
                        Property.number("max_inactive_revisions")
                                .orComputed()
                                .between(0, 100)
                                .as("properties.configuration.maxInactiveRevisions"),
                        Property.text("workload_profile_name").orComputed().as("properties.workloadProfileName"),
                        Fields.identity("UserAssigned", "SystemAssigned", "SystemAssigned, UserAssigned"),
                        dapr(),
                        registry(),
                        AppIngress.block(),
                        AppTemplate.block(),
                        secret())
                .fields(
                        Property.of(AppSecrets.VALUES, Type.map(Type.STRING)).writeOnly(),
                        Property.text(AppSecrets.FINGERPRINT).computed(),
                        Property.of(AppSecrets.GENERATED, Type.map(Type.STRING)).writeOnly(),
                        Property.number(AppSecrets.GENERATION),
                        Property.flag(AppHooks.STOPS).defaultsTo(false))
                .fields(
                        Property.text("location").computed().as("location"),
                        Property.text("custom_domain_verification_id")
                                .computed()
                                .sensitive()
                                .as("properties.customDomainVerificationId"),
                        Property.text("latest_revision_fqdn")
                                .computed()
                                .changingByItself()
                                .as("properties.latestRevisionFqdn"),
                        Property.text("latest_revision_name")
                                .computed()
                                .changingByItself()
                                .as("properties.latestRevisionName"),
                        Property.texts("outbound_ip_addresses")
                                .computed()
                                .changingByItself()
                                .as("properties.outboundIpAddresses"))
                .rules(
                        Rule.requires(AppSecrets.GENERATED, AppSecrets.GENERATION),
                        Rule.requires(AppSecrets.GENERATION, AppSecrets.GENERATED),
                        Rule.within("secret", Rule.conflicts("value", "key_vault_secret_id")),
                        Rule.within("secret", Rule.requires("identity", "key_vault_secret_id")))
                .recomputes("latest_revision_name", "template")
                .recomputes("latest_revision_fqdn", "template")
                .facts(AppFacts::ofApp)
                .build();
    }

    /** The names of what calls for an app queue for. */
    static List<String> locks(String group, String name) {
        return List.of(("app:" + group + "/" + name).toLowerCase(Locale.ROOT));
    }

    private static NestedBlock dapr() {
        return NestedBlock.single(
                        "dapr",
                        Field.constant("enabled", Value.of(true)),
                        Property.text("app_id").required().as("appId"),
                        Property.number("app_port").as("appPort"),
                        Property.text("app_protocol")
                                .defaultsTo("http")
                                .oneOf("http", "grpc")
                                .as("appProtocol"))
                .as("properties.configuration.dapr");
    }

    private static NestedBlock registry() {
        return NestedBlock.list(
                        "registry",
                        Property.text("server").required().as("server"),
                        Property.text("identity").withoutCase().as("identity"),
                        Property.text("password_secret_name").as("passwordSecretRef"),
                        Property.text("username").as("username"))
                .as("properties.configuration.registries");
    }

    private static NestedBlock secret() {
        return NestedBlock.set(
                        "secret",
                        Property.text("name")
                                .required()
                                .matching(AppSecrets.NAME, AppSecrets.NAME_MEANING)
                                .as("name"),
                        Property.text("value").sensitive().unread().as("value"),
                        Property.text("identity").withoutCase().as("identity"),
                        Property.text("key_vault_secret_id").as("keyVaultUrl"))
                .as("properties.configuration.secrets");
    }
}
