package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.NamedReader;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBParameterGroup;

/** Reads parameter groups. RDS lists them without their tags and parameters. */
final class ParameterGroupReader implements NamedReader<DBParameterGroup> {
    private final AwsSession session;
    private final RdsClient rds;

    ParameterGroupReader(AwsSession session) {
        this.session = session;
        this.rds = Rds.client(session);
    }

    @Override
    public Map<String, DBParameterGroup> all() {
        Map<String, DBParameterGroup> all = new LinkedHashMap<>();
        rds.describeDBParameterGroupsPaginator()
                .dbParameterGroups()
                .forEach(group -> all.put(group.dbParameterGroupName(), group));
        return all;
    }

    @Override
    public Optional<DBParameterGroup> find(String name) {
        return Rds.ifFound(() -> rds.describeDBParameterGroups(request -> request.dbParameterGroupName(name)))
                .flatMap(answer -> answer.dbParameterGroups().stream().findFirst());
    }

    @Override
    public Map<String, String> tags(DBParameterGroup group) {
        return RdsTags.of(rds, group.dbParameterGroupArn());
    }

    Parameters parameters(DBParameterGroup group, MapValue known) {
        return Parameters.read(rds, group.dbParameterGroupName(), Parameters.of(known));
    }

    @Override
    public ObjectState show(DBParameterGroup group, Map<String, String> tags, MapValue known) {
        return show(group, tags, parameters(group, known), known);
    }

    ObjectState show(DBParameterGroup group, Map<String, String> tags, Parameters parameters, MapValue known) {
        Attributes attributes = new Attributes(DbParameterGroupResource.SCHEMA)
                .from(known)
                .text("id", group.dbParameterGroupName())
                .text("name", group.dbParameterGroupName())
                .text("arn", group.dbParameterGroupArn())
                .text("family", group.dbParameterGroupFamily())
                .text("description", group.description())
                .flag("skip_destroy", new DesiredAttributes(known).isTrue("skip_destroy"))
                .value("parameter", parameters.blocks(Parameters.of(known)));
        Tags.show(attributes, tags, known, session);
        return attributes.object();
    }
}
