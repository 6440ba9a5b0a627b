package dev.corbel.providers.azure.network;

import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;

/** Attributes of a subnet that it has beside its network and within it alike. */
final class SubnetFields {
    private SubnetFields() {}

    static Property addressPrefixes() {
        return Property.texts("address_prefixes").as("properties.addressPrefixes");
    }

    static Property defaultOutboundAccess() {
        return Property.flag("default_outbound_access_enabled").defaultsTo(true).as("properties.defaultOutboundAccess");
    }

    static Property endpointPolicies() {
        return Property.text("private_endpoint_network_policies")
                .defaultsTo("Disabled")
                .oneOf("Disabled", "Enabled", "NetworkSecurityGroupEnabled", "RouteTableEnabled")
                .as("properties.privateEndpointNetworkPolicies");
    }

    static Property linkServicePolicies() {
        return Property.flag("private_link_service_network_policies_enabled")
                .defaultsTo(true)
                .as("properties.privateLinkServiceNetworkPolicies", Form.words("Enabled", "Disabled"));
    }

    static Property endpointPolicyIds() {
        return Fields.ids("service_endpoint_policy_ids", "properties.serviceEndpointPolicies");
    }

    /** The service that the subnet is handed to. Azure says itself which actions that takes. */
    static Field.Builder delegation(boolean one) {
        Field.Builder service = NestedBlock.single(
                        "service_delegation",
                        Property.text("name").required().withoutCase().as("properties.serviceName"),
                        Property.textSet("actions"))
                .required();
        Property name = Property.text("name").required().as("name");
        return one
                ? NestedBlock.singleInList("delegation", name, service).as("properties.delegations")
                : NestedBlock.list("delegation", name, service).as("properties.delegations");
    }

    static Field.Builder serviceEndpoint() {
        return NestedBlock.list(
                        "service_endpoint",
                        Property.text("service").required().as("service"),
                        Fields.id("network_identifier", "networkIdentifier.id"))
                .as("properties.serviceEndpoints");
    }

    /** Ranges that Azure takes out of pools. */
    static NestedBlock addressPools(int most) {
        Field.Builder[] fields = {
            Fields.id("id", "pool.id").required(),
            Property.text("number_of_ip_addresses").required().as("numberOfIpAddresses"),
            Property.texts("allocated_ip_address_prefixes").computed().as("allocatedAddressPrefixes")
        };
        return most == 1
                ? NestedBlock.singleInList("ip_address_pool", fields)
                : NestedBlock.list("ip_address_pool", fields).times(0, most);
    }
}
