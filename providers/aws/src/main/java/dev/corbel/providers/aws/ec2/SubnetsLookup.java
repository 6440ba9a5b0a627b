package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsDataSourceType.Lookup;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** Asks EC2 for subnets. */
final class SubnetsLookup implements Lookup {
    @Override
    public MapValue read(AwsSession session, MapValue configuration) {
        List<Filter> filters = Filters.of(configuration).list();
        return new Attributes(SubnetsData.SCHEMA)
                .from(configuration)
                .text("id", session.region())
                .texts(
                        "ids",
                        Ec2.client(session)
                                .describeSubnetsPaginator(request -> {
                                    if (!filters.isEmpty()) {
                                        request.filters(filters);
                                    }
                                })
                                .subnets()
                                .stream()
                                .map(Subnet::subnetId)
                                .sorted()
                                .toList())
                .build();
    }
}
