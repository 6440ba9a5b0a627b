package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Facts;
import dev.corbel.emulators.arm.facts.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The regions of a subscription. */
final class Regions {
    private final JsonNode regions;

    private Regions(JsonNode regions) {
        this.regions = regions;
    }

    static Regions load() {
        try {
            return new Regions(Facts.load("regions.json").path("regions"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The name of a region as services spell it: West Europe is westeurope. */
    static String normal(String location) {
        return location.toLowerCase(Locale.ROOT).replace(" ", "");
    }

    /** Whether there is such a region, or it is {@code global}. */
    boolean has(String location) {
        return location.equals("global") || regions.has(location);
    }

    boolean hasZones(String location) {
        return regions.path(normal(location)).path("zones").asBoolean();
    }

    /** Whether another region keeps copies of what is there. */
    boolean isPaired(String location) {
        return regions.path(normal(location)).has("pair");
    }

    /** The list that a subscription answers with. */
    ArrayNode locations(String subscription) {
        ArrayNode locations = Trees.object().arrayNode();
        regions.properties()
                .forEach(region -> locations.add(location(subscription, region.getKey(), region.getValue())));
        return locations;
    }

    private static ObjectNode location(String subscription, String name, JsonNode region) {
        ObjectNode location = Trees.object();
        location.put("id", "/subscriptions/" + subscription + "/locations/" + name)
                .put("name", name)
                .put("type", "Region")
                .put("displayName", region.path("displayName").asText())
                .put("regionalDisplayName", region.path("displayName").asText());
        ObjectNode metadata = location.putObject("metadata")
                .put("regionType", "Physical")
                .put("regionCategory", region.path("zones").asBoolean() ? "Recommended" : "Other")
                .put("geography", region.path("geography").asText());
        ArrayNode pairs = metadata.putArray("pairedRegion");
        if (region.has("pair")) {
            String pair = region.path("pair").asText();
            pairs.addObject().put("name", pair).put("id", "/subscriptions/" + subscription + "/locations/" + pair);
        }
        if (region.path("zones").asBoolean()) {
            ArrayNode zones = location.putArray("availabilityZoneMappings");
            for (int zone = 1; zone <= 3; zone++) {
                zones.addObject().put("logicalZone", String.valueOf(zone)).put("physicalZone", name + "-az" + zone);
            }
        }
        return location;
    }
}
