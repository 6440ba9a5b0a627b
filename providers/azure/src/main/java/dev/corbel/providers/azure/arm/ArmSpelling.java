package dev.corbel.providers.azure.arm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The spelling of ids. Azure takes ids in any case and gives them back in several; Terraform's is kept: the words of the path as its
 * provider spells them, names as they are.
 */
public final class ArmSpelling {
    /** Words of paths that are no names: those of all ids, then resource providers and their types. */
    private static final Map<String, String> WORDS = Stream.of(
                    "subscriptions resourceGroups providers managementGroups",
                    "Microsoft.App containerApps managedEnvironments certificates managedCertificates",
                    "Microsoft.App managedEnvironments managedCertificates certificates containerApps",
                    "Microsoft.Authorization locks roleAssignments roleDefinitions",
                    "Microsoft.Cache redis redisEnterprise",
                    "Microsoft.ContainerRegistry registries",
                    "Microsoft.DBforPostgreSQL flexibleServers administrators configurations databases firewallRules",
                    "Microsoft.DataProtection backupVaults backupInstances backupPolicies",
                    "Microsoft.Insights actionGroups autoscaleSettings diagnosticSettings metricAlerts",
                    "dataCollectionRules",
                    "Microsoft.KeyVault vaults secrets accessPolicies",
                    "Microsoft.ManagedIdentity userAssignedIdentities federatedIdentityCredentials",
                    "Microsoft.Management",
                    "Microsoft.Network virtualNetworks subnets networkSecurityGroups securityRules publicIPAddresses",
                    "natGateways privateDnsZones virtualNetworkLinks privateEndpoints privateDnsZoneGroups dnsZones",
                    "routeTables applicationSecurityGroups loadBalancers applicationGateways networkInterfaces",
                    "publicIPPrefixes ddosProtectionPlans serviceEndpointPolicies networkManagers ipamPools",
                    "privateLinkServices A AAAA CAA CNAME MX NS PTR SOA SRV TXT",
                    "Microsoft.OperationalInsights workspaces",
                    "Microsoft.Resources",
                    "Microsoft.ServiceBus namespaces queues networkRuleSets",
                    "Microsoft.Storage storageAccounts blobServices containers fileServices shares managementPolicies")
            .flatMap(line -> Stream.of(line.split(" ", -1)))
            .collect(Collectors.toUnmodifiableMap(
                    word -> word.toLowerCase(Locale.ROOT), Function.identity(), (first, second) -> first));

    private ArmSpelling() {}

    /** The id in Terraform's spelling; a text that is no id stays. */
    public static String of(String id) {
        if (!id.startsWith("/")) {
            return id;
        }
        List<String> spelled = new ArrayList<>();
        String[] parts = id.substring(1).split("/", -1);
        boolean word = true;
        boolean namespace = false;
        for (String part : parts) {
            spelled.add(word || namespace ? WORDS.getOrDefault(part.toLowerCase(Locale.ROOT), part) : part);
            // A provider's namespace takes the place of a name, and is spelled as words are.
            namespace = word && part.equalsIgnoreCase("providers");
            word = !word;
        }
        return "/" + String.join("/", spelled);
    }

    /** Compares two ids as Azure does. */
    public static boolean same(String one, String other) {
        return one.equalsIgnoreCase(other);
    }

    /** The form in which the ids of one object are equal. */
    static String plain(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
