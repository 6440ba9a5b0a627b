package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsDataSourceType.Lookup;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Answers from the SDK's own list of regions, without a call. */
final class RegionLookup implements Lookup {
    @Override
    public MapValue read(AwsSession session, MapValue configuration) throws ProviderException {
        Optional<String> endpoint = configuration.text("endpoint");
        Optional<String> name = configuration.text("name");
        if (name.isEmpty() && endpoint.isEmpty()) {
            // Perhaps a region that is newer than the list.
            return show(Region.of(session.region()));
        }
        return Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .filter(region -> name.isEmpty() || region.id().equals(name.get()))
                .filter(region -> endpoint.isEmpty() || host(region).equals(endpoint.get()))
                .findFirst()
                .map(RegionLookup::show)
                .orElseThrow(RegionLookup::none);
    }

    private static ProviderException none() {
        return new ProviderException(
                Diagnostic.error("There is no such region", "AWS has no region of this name and endpoint."));
    }

    private static MapValue show(Region region) {
        return new Attributes(RegionData.SCHEMA)
                .text("id", region.id())
                .text("name", region.id())
                .text("endpoint", host(region))
                .text(
                        "description",
                        region.metadata() == null ? "" : region.metadata().description())
                .build();
    }

    private static String host(Region region) {
        return Ec2Client.serviceMetadata().endpointFor(region).getSchemeSpecificPart();
    }
}
