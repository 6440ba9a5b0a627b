package dev.corbel.providers.azure.network;

import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.azure.arm.ArmSpelling;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;

/** {@code azurerm_private_endpoint}: an address in a subnet that leads to another object, with its records in private zones. */
public final class PrivateEndpointDefinition {
    static final String API_VERSION = "2025-01-01";

    private static final String GROUP = "@privateDnsZoneGroups/{name}";

    private PrivateEndpointDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_private_endpoint", "Microsoft.Network/privateEndpoints", API_VERSION)
                .called("private endpoint")
                .tagged()
                .locks(NetworkLocks.subnet("subnet_id"))
                .minutes(60, 60, 60)
                .hooks(new EndpointHooks())
                .fields(
                        Fields.name()
                                .matching(
                                        "[a-zA-Z0-9]([-\\w.]{0,78}\\w)?",
                                        "1 to 80 letters, digits and any of -_., beginning with a letter or digit"),
                        Fields.resourceGroup(),
                        Fields.location(),
                        Fields.id("subnet_id", "properties.subnet.id")
                                .required()
                                .immutable(),
                        Property.text("custom_network_interface_name")
                                .immutable()
                                .as("properties.customNetworkInterfaceName"),
                        Fields.edgeZone(),
                        connection(),
                        zoneGroup(),
                        addresses(),
                        NestedBlock.list(
                                        "network_interface",
                                        Fields.computedId("id", "id"),
                                        Property.text("name").computed().as("id", LAST_NAME))
                                .as("properties.networkInterfaces")
                                .asComputed(),
                        NestedBlock.list(
                                        "custom_dns_configs",
                                        Property.text("fqdn").computed().as("fqdn"),
                                        Property.texts("ip_addresses")
                                                .computed()
                                                .as("ipAddresses"))
                                .as("properties.customDnsConfigs")
                                .asComputed(),
                        zones())
                .recomputes("custom_dns_configs", "private_dns_zone_group")
                .recomputes("private_dns_zone_configs", "private_dns_zone_group")
                .build();
    }

    private static final Form LAST_NAME = Form.of(name -> name, id -> Value.of(new ArmId(id.toString()).name()));

    /** Services are referred to by id, and by alias where somebody else has them. */
    private static final Form ID = Form.of(
            id -> id,
            id -> id instanceof StringValue text && EndpointHooks.isId(text.value())
                    ? Value.of(ArmSpelling.of(text.value()))
                    : Value.ofNull());

    private static Field.Builder connection() {
        return NestedBlock.singleInList(
                        "private_service_connection",
                        Property.text("name").required().immutable().as("name"),
                        Property.flag("is_manual_connection").required().immutable(),
                        Property.text("private_connection_resource_id")
                                .immutable()
                                .withoutCase()
                                .as("properties.privateLinkServiceId", ID),
                        Property.text("private_connection_resource_alias").immutable(),
                        Property.texts("subresource_names").immutable().as("properties.groupIds"),
                        Property.text("request_message").length(1, 140).as("properties.requestMessage"),
                        Property.text("private_ip_address").computed())
                .required()
                .as("properties.privateLinkServiceConnections");
    }

    private static Field.Builder zoneGroup() {
        return NestedBlock.single(
                        "private_dns_zone_group",
                        Fields.computedId("id", "id"),
                        Property.text("name").required().as("name"),
                        Property.texts("private_dns_zone_ids")
                                .required()
                                .withoutCase()
                                .as("properties.privateDnsZoneConfigs", EndpointHooks.ZONES))
                .as(GROUP);
    }

    private static Field.Builder addresses() {
        return NestedBlock.list(
                        "ip_configuration",
                        Property.text("name").required().immutable().as("name"),
                        Property.text("private_ip_address")
                                .required()
                                .immutable()
                                .as("properties.privateIPAddress"),
                        Property.text("subresource_name").immutable().as("properties.groupId"),
                        Property.text("member_name").orComputed().immutable().as("properties.memberName"))
                .as("properties.ipConfigurations");
    }

    /** The records that the endpoint has in the zones of its group. */
    private static Field.Builder zones() {
        return NestedBlock.list(
                        "private_dns_zone_configs",
                        Fields.computedId("id", "id"),
                        Property.text("name").computed().as("name"),
                        Fields.computedId("private_dns_zone_id", "properties.privateDnsZoneId"),
                        NestedBlock.list(
                                        "record_sets",
                                        Property.text("name").computed().as("recordSetName"),
                                        Property.text("type").computed().as("recordType"),
                                        Property.text("fqdn").computed().as("fqdn"),
                                        Property.number("ttl").computed().as("ttl"),
                                        Property.texts("ip_addresses")
                                                .computed()
                                                .as("ipAddresses"))
                                .as("properties.recordSets")
                                .asComputed())
                .as(GROUP + ".properties.privateDnsZoneConfigs")
                .asComputed();
    }
}
