package dev.corbel.providers.azure.fact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The regions that Azure copies data to where an account says so. Not all are paired both ways.
 *
 * @see <a href="https://learn.microsoft.com/en-us/azure/reliability/regions-paired">Azure region pairs</a>
 */
final class PairedRegions {
    private static final Map<String, String> PAIRS = Arrays.stream("""
            australiacentral australiacentral2, australiacentral2 australiacentral
            australiaeast australiasoutheast, australiasoutheast australiaeast, brazilsouth southcentralus
            brazilsoutheast brazilsouth, canadacentral canadaeast, canadaeast canadacentral
            centralindia southindia, centralus eastus2, eastasia southeastasia, eastus westus, eastus2 centralus
            francecentral francesouth, francesouth francecentral, germanynorth germanywestcentral
            germanywestcentral germanynorth, japaneast japanwest, japanwest japaneast, koreacentral koreasouth
            koreasouth koreacentral, northcentralus southcentralus, northeurope westeurope
            norwayeast norwaywest, norwaywest norwayeast, southafricanorth southafricawest
            southafricawest southafricanorth, southcentralus northcentralus, southeastasia eastasia
            southindia centralindia, swedencentral swedensouth, swedensouth swedencentral
            switzerlandnorth switzerlandwest, switzerlandwest switzerlandnorth, uaecentral uaenorth
            uaenorth uaecentral, uksouth ukwest, ukwest uksouth, westcentralus westus2, westeurope northeurope
            westindia southindia, westus eastus, westus2 westcentralus, westus3 eastus
            """.strip().split("[,\\s]*[,\n]\\s*", -1))
            .map(pair -> pair.split(" ", -1))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    private PairedRegions() {}

    /** The region that keeps the copies; empty where a region has no pair, or none that is known. */
    static Optional<String> of(String region) {
        return Optional.ofNullable(PAIRS.get(region.replace(" ", "").toLowerCase(Locale.ROOT)));
    }
}
