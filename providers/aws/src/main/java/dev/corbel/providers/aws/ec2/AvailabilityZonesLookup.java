package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsDataSourceType.Lookup;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.Filter;

/** Asks EC2 for the zones. */
final class AvailabilityZonesLookup implements Lookup {
    @Override
    public MapValue read(AwsSession session, MapValue configuration) {
        DesiredAttributes desired = new DesiredAttributes(configuration);
        List<Filter> filters =
                Filters.of(configuration).and("state", desired.text("state")).list();
        List<String> names = desired.texts("exclude_names");
        List<String> ids = desired.texts("exclude_zone_ids");
        List<AvailabilityZone> zones = Ec2.client(session)
                .describeAvailabilityZones(
                        request -> request.allAvailabilityZones(desired.flag("all_availability_zones"))
                                .filters(filters))
                .availabilityZones()
                .stream()
                .filter(zone -> !names.contains(zone.zoneName()) && !ids.contains(zone.zoneId()))
                .sorted(Comparator.comparing(AvailabilityZone::zoneName))
                .toList();
        return new Attributes(AvailabilityZones.SCHEMA)
                .from(configuration)
                .text("id", session.region())
                .texts("names", zones.stream().map(AvailabilityZone::zoneName).toList())
                .texts("zone_ids", zones.stream().map(AvailabilityZone::zoneId).toList())
                .texts(
                        "group_names",
                        zones.stream()
                                .map(AvailabilityZone::groupName)
                                .filter(Objects::nonNull)
                                .distinct()
                                .sorted()
                                .toList())
                .build();
    }
}
