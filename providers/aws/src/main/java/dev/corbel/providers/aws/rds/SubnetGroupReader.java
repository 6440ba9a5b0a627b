package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.NamedReader;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Subnet;

/** Reads subnet groups. RDS lists them without their tags. */
final class SubnetGroupReader implements NamedReader<DBSubnetGroup> {
    private final AwsSession session;
    private final RdsClient rds;

    SubnetGroupReader(AwsSession session) {
        this.session = session;
        this.rds = Rds.client(session);
    }

    @Override
    public Map<String, DBSubnetGroup> all() {
        Map<String, DBSubnetGroup> all = new LinkedHashMap<>();
        rds.describeDBSubnetGroupsPaginator()
                .dbSubnetGroups()
                .forEach(group -> all.put(group.dbSubnetGroupName(), group));
        return all;
    }

    @Override
    public Optional<DBSubnetGroup> find(String name) {
        return Rds.ifFound(() -> rds.describeDBSubnetGroups(request -> request.dbSubnetGroupName(name)))
                .flatMap(answer -> answer.dbSubnetGroups().stream().findFirst());
    }

    @Override
    public Map<String, String> tags(DBSubnetGroup group) {
        return RdsTags.of(rds, group.dbSubnetGroupArn());
    }

    @Override
    public ObjectState show(DBSubnetGroup group, Map<String, String> tags, MapValue known) {
        Attributes attributes = new Attributes(DbSubnetGroupResource.SCHEMA)
                .from(known)
                .text("id", group.dbSubnetGroupName())
                .text("name", group.dbSubnetGroupName())
                .text("arn", group.dbSubnetGroupArn())
                .text("description", group.dbSubnetGroupDescription())
                .set(
                        "subnet_ids",
                        group.subnets().stream().map(Subnet::subnetIdentifier).toList())
                .text("vpc_id", group.vpcId())
                .set("supported_network_types", group.supportedNetworkTypes());
        Tags.show(attributes, tags, known, session);
        return attributes.object();
    }
}
