package dev.corbel.providers.azure.postgresql;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.Rule;

/** What Azure refuses of a server, said before the first call. */
final class ServerChecks {
    private ServerChecks() {}

    static Rule[] all() {
        return new Rule[] {
            Rule.refuses(
                    ServerChecks::isOpenInNetwork,
                    "a server in a subnet has no public address",
                    "Write public_network_access_enabled = false beside delegated_subnet_id."),
            Rule.refuses(
                    server -> Rule.isSet(server, "delegated_subnet_id")
                            && server.get("private_dns_zone_id").isNull(),
                    "delegated_subnet_id needs private_dns_zone_id",
                    "A server in a subnet is found by a private DNS zone that is linked to its network."),
            Rule.refuses(
                    ServerChecks::isBurstableWithStandby,
                    "a burstable server has no high availability",
                    "Write a sku_name that begins with GP_ or MO_, or leave out high_availability.")
        };
    }

    private static boolean isOpenInNetwork(MapValue server) {
        Value open = server.get("public_network_access_enabled").unmarked();
        return Rule.isSet(server, "delegated_subnet_id") && !open.isUnknown() && !open.equals(Value.of(false));
    }

    private static boolean isBurstableWithStandby(MapValue server) {
        return Rule.isSet(server, "high_availability")
                && server.text("sku_name").filter(name -> name.startsWith("B_")).isPresent();
    }
}
