package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.NamedOperations;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.Waiter;
import dev.corbel.providers.kit.naming.Naming;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;

/** The calls of {@code aws_db_subnet_group}. */
final class SubnetGroupOperations extends NamedOperations<DBSubnetGroup> {
    private static final Duration DELETE = Duration.ofMinutes(10);

    SubnetGroupOperations() {
        super(new Naming(
                "DB subnet group",
                "name",
                DbSubnetGroupResource.MAX_NAME_LENGTH,
                Set.of("DBSubnetGroupAlreadyExists")));
    }

    @Override
    protected SubnetGroupReader reader(AwsSession session) {
        return new SubnetGroupReader(session);
    }

    /** A subnet that has just been created is not known to RDS at once. */
    @Override
    protected Set<String> notYet(DesiredAttributes desired) {
        return Set.of("InvalidSubnet");
    }

    @Override
    protected DBSubnetGroup call(
            AwsSession session,
            String name,
            DesiredAttributes desired,
            Map<String, String> tags,
            AwsRequestOverrideConfiguration once) {
        return Rds.client(session)
                .createDBSubnetGroup(call -> call.dbSubnetGroupName(name)
                        .dbSubnetGroupDescription(desired.text("description"))
                        .subnetIds(desired.texts("subnet_ids"))
                        .tags(RdsTags.sdk(tags))
                        .overrideConfiguration(once))
                .dbSubnetGroup();
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        DesiredAttributes planned = new DesiredAttributes(request.planned());
        String name = name(prior.attributes());
        SubnetGroupReader reader = reader(session);
        RdsClient rds = Rds.client(session);
        DBSubnetGroup group = reader.find(name).orElseThrow(() -> NotFound.exception("DB subnet group " + name));
        if (planned.differs("subnet_ids", prior) || planned.differs("description", prior)) {
            group = session.waiter(IdempotentCreate.PROPAGATION)
                    .whileRefused(notYet(planned), () -> rds.modifyDBSubnetGroup(call -> call.dbSubnetGroupName(name)
                                    .dbSubnetGroupDescription(planned.text("description"))
                                    .subnetIds(planned.texts("subnet_ids")))
                            .dbSubnetGroup());
        }
        RdsTags.change(rds, group.dbSubnetGroupArn(), prior.attributes(), planned.attributes());
        return reader.show(group, planned.attributes());
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        String name = name(request.prior().attributes());
        Waiter waiter = session.waiter(request.timeout().orElse(DELETE));
        // It is in use until the last database in it is gone for good.
        waiter.whileRefused(
                Set.of("InvalidDBSubnetGroupStateFault"),
                () -> Rds.ifFound(() -> Rds.client(session).deleteDBSubnetGroup(call -> call.dbSubnetGroupName(name))));
        waiter.until(
                "the DB subnet group " + name + " to be gone",
                () -> reader(session).find(name).isEmpty());
    }

    @Override
    public Set<String> listDefaults(AwsSession session, List<String> ids) {
        return ids.stream().filter("default"::equals).collect(Collectors.toSet());
    }
}
