package dev.corbel.providers.azure.network;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.Property;
import dev.corbel.providers.kit.definition.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code azurerm_public_ip}: an address that the internet sees. */
public final class PublicIpDefinition {
    private PublicIpDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_public_ip", "Microsoft.Network/publicIPAddresses", "2025-01-01")
                .called("public IP address")
                .tagged()
                .minutes(30, 30, 30)
                .fields(
                        Fields.name(),
                        Fields.resourceGroup(),
                        Fields.location(),
                        Property.text("allocation_method")
                                .required()
                                .oneOf("Static", "Dynamic")
                                .as("properties.publicIPAllocationMethod"),
                        Property.text("ddos_protection_mode")
                                .defaultsTo("VirtualNetworkInherited")
                                .oneOf("Disabled", "Enabled", "VirtualNetworkInherited")
                                .as("properties.ddosSettings.protectionMode"),
                        Fields.id("ddos_protection_plan_id", "properties.ddosSettings.ddosProtectionPlan.id"),
                        Property.text("domain_name_label")
                                .matching(
                                        "[a-z][a-z0-9-]{1,61}[a-z0-9]",
                                        "3 to 63 lower-case letters, digits and hyphens, beginning with a letter")
                                .as("properties.dnsSettings.domainNameLabel"),
                        Property.text("domain_name_label_scope")
                                .oneOf("NoReuse", "ResourceGroupReuse", "SubscriptionReuse", "TenantReuse")
                                .as("properties.dnsSettings.domainNameLabelScope"),
                        Fields.edgeZone(),
                        Property.text("fqdn").computed().as("properties.dnsSettings.fqdn"),
                        Property.number("idle_timeout_in_minutes")
                                .defaultsTo(4)
                                .between(4, 30)
                                .as("properties.idleTimeoutInMinutes"),
                        Property.text("ip_address").computed().as("properties.ipAddress"),
                        Property.textMap("ip_tags").immutable().as("properties.ipTags", IP_TAGS),
                        Property.text("ip_version")
                                .defaultsTo("IPv4")
                                .oneOf("IPv4", "IPv6")
                                .immutable()
                                .as("properties.publicIPAddressVersion"),
                        Fields.id("public_ip_prefix_id", "properties.publicIPPrefix.id")
                                .immutable(),
                        Property.text("reverse_fqdn").as("properties.dnsSettings.reverseFqdn"),
                        Property.text("sku")
                                .defaultsTo("Standard")
                                .oneOf("Basic", "Standard", "StandardV2")
                                .immutable()
                                .as("sku.name"),
                        Property.text("sku_tier")
                                .defaultsTo("Regional")
                                .oneOf("Global", "Regional")
                                .immutable()
                                .as("sku.tier"),
                        Fields.zones())
                .rules(
                        Rule.refuses(
                                values -> values.text("sku")
                                                .filter(sku -> !sku.equals("Basic"))
                                                .isPresent()
                                        && values.text("allocation_method")
                                                .filter("Dynamic"::equals)
                                                .isPresent(),
                                "allocation_method cannot be Dynamic",
                                "Addresses of the SKUs Standard and StandardV2 are static."),
                        Rule.requires("domain_name_label_scope", "domain_name_label"))
                .recomputes("fqdn", "domain_name_label")
                .recomputes("ip_address", "allocation_method")
                .replacedWhen("domain_name_label_scope", (before, after) -> !before.isNull())
                .build();
    }

    private static final Form IP_TAGS = Form.of(PublicIpDefinition::listed, PublicIpDefinition::mapped);

    private static Value listed(Value tags) {
        List<Value> list = new ArrayList<>();
        if (tags instanceof MapValue map) {
            map.entries()
                    .forEach((kind, tag) -> list.add(new MapValue(Map.of("ipTagType", Value.of(kind), "tag", tag))));
        }
        return Value.list(list);
    }

    private static Value mapped(Value tags) {
        Map<String, Value> map = new LinkedHashMap<>();
        if (tags instanceof ListValue list) {
            list.elements().stream()
                    .filter(MapValue.class::isInstance)
                    .map(MapValue.class::cast)
                    .forEach(tag -> map.put(tag.text("ipTagType").orElse(""), tag.get("tag")));
        }
        return new MapValue(map);
    }
}
