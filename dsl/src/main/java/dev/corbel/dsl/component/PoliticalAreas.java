package dev.corbel.dsl.component;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The political areas that clouds' regions lie in. Names of AWS and Azure; others are unknown. */
public final class PoliticalAreas {
    private static final Map<String, List<String>> REGIONS = Map.ofEntries(
            Map.entry(
                    "EU",
                    List.of(
                            "eu-central-1",
                            "eu-west-1",
                            "eu-west-3",
                            "eu-north-1",
                            "eu-south-1",
                            "eu-south-2",
                            "westeurope",
                            "northeurope",
                            "germanywestcentral",
                            "germanynorth",
                            "francecentral",
                            "francesouth",
                            "swedencentral",
                            "swedensouth",
                            "italynorth",
                            "polandcentral",
                            "spaincentral",
                            "austriaeast",
                            "belgiumcentral")),
            Map.entry("UK", List.of("eu-west-2", "uksouth", "ukwest")),
            Map.entry("CH", List.of("eu-central-2", "switzerlandnorth", "switzerlandwest")),
            Map.entry("NO", List.of("norwayeast", "norwaywest")),
            Map.entry(
                    "US",
                    List.of(
                            "us-east-1",
                            "us-east-2",
                            "us-west-1",
                            "us-west-2",
                            "us-gov-east-1",
                            "us-gov-west-1",
                            "eastus",
                            "eastus2",
                            "centralus",
                            "northcentralus",
                            "southcentralus",
                            "westcentralus",
                            "westus",
                            "westus2",
                            "westus3")),
            Map.entry("CA", List.of("ca-central-1", "ca-west-1", "canadacentral", "canadaeast")),
            Map.entry("JP", List.of("ap-northeast-1", "ap-northeast-3", "japaneast", "japanwest")),
            Map.entry("KR", List.of("ap-northeast-2", "koreacentral", "koreasouth")),
            Map.entry("AU", List.of("ap-southeast-2", "ap-southeast-4", "australiaeast", "australiasoutheast")),
            Map.entry("IN", List.of("ap-south-1", "ap-south-2", "centralindia", "southindia", "westindia")),
            Map.entry("SG", List.of("ap-southeast-1", "southeastasia")),
            Map.entry("BR", List.of("sa-east-1", "brazilsouth", "brazilsoutheast")));

    /** The areas that backups may be let out to: those whose law counts the protection there as enough. */
    private static final Map<String, List<String>> BACKUPS = Map.of("UK", List.of("EU"), "JP", List.of("AU"));

    private PoliticalAreas() {}

    /** The areas that a definition can name. */
    public static List<String> names() {
        return REGIONS.keySet().stream().sorted().toList();
    }

    /** The areas that a definition may let the backups of an area out to; none for most. */
    public static List<String> ofBackups(String area) {
        return BACKUPS.getOrDefault(area, List.of());
    }

    /** The area of a region; empty where it is not known. */
    public static Optional<String> of(String region) {
        return REGIONS.entrySet().stream()
                .filter(area -> area.getValue().contains(region))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
