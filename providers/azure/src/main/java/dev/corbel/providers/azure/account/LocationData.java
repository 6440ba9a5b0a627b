package dev.corbel.providers.azure.account;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.azure.arm.ArmDataSource;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import java.util.Locale;
import java.util.Optional;

/** The data source {@code azurerm_location}. */
public final class LocationData {
    private LocationData() {}

    public static DataSourceType type() {
        return new ArmDataSource(
                "azurerm_location",
                "a region and the zones that the subscription sees there",
                LocationData::find,
                Property.text("location").required(),
                Property.text("display_name").computed().as("displayName"),
                NestedBlock.list(
                                "zone_mappings",
                                Property.text("logical_zone").computed().as("logicalZone"),
                                Property.text("physical_zone").computed().as("physicalZone"))
                        .as("availabilityZoneMappings")
                        .asComputed());
    }

    private static Optional<MapValue> find(ArmSession session, MapValue configuration) {
        String wanted = plain(configuration.text("location").orElseThrow());
        String path = "/subscriptions/" + session.subscription() + "/locations";
        return session.arm().list(path, "2022-12-01").stream()
                .filter(location -> location.text("name")
                        .map(LocationData::plain)
                        .filter(wanted::equals)
                        .isPresent())
                .findFirst();
    }

    private static String plain(String name) {
        return name.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
