package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.NamedOperations;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.naming.Naming;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBParameterGroup;

/** The calls of {@code aws_db_parameter_group}. */
final class ParameterGroupOperations extends NamedOperations<DBParameterGroup> {
    /** A change of it is under way, or a database in it is not yet gone for good. */
    private static final Set<String> IN_USE = Set.of("InvalidDBParameterGroupState");

    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    ParameterGroupOperations() {
        super(new Naming(
                "DB parameter group",
                "name",
                DbParameterGroupResource.MAX_NAME_LENGTH,
                Set.of("DBParameterGroupAlreadyExists")));
    }

    @Override
    protected ParameterGroupReader reader(AwsSession session) {
        return new ParameterGroupReader(session);
    }

    @Override
    protected DBParameterGroup call(
            AwsSession session,
            String name,
            DesiredAttributes desired,
            Map<String, String> tags,
            AwsRequestOverrideConfiguration once) {
        return Rds.client(session)
                .createDBParameterGroup(call -> call.dbParameterGroupName(name)
                        .dbParameterGroupFamily(desired.required("family"))
                        .description(desired.text("description"))
                        .tags(RdsTags.sdk(tags))
                        .overrideConfiguration(once))
                .dbParameterGroup();
    }

    @Override
    protected ObjectState finish(AwsSession session, DBParameterGroup group, CreateRequest request)
            throws ProviderException {
        ParameterGroupReader reader = reader(session);
        MapValue planned = request.planned();
        Parameters none = new Parameters(Map.of());
        ObjectState beginning = reader.show(group, Tags.of(planned, request.token()), none, planned);
        return new PartialResult(SdkFailures.SDK, beginning).then(() -> {
            session.waiter(IdempotentCreate.PROPAGATION)
                    .untilPresent(
                            "the DB parameter group " + group.dbParameterGroupName() + " to show",
                            () -> reader.find(group.dbParameterGroupName()));
            return applied(session, group, none, planned);
        });
    }

    private ObjectState applied(AwsSession session, DBParameterGroup group, Parameters before, MapValue planned)
            throws ProviderException {
        ParameterGroupReader reader = reader(session);
        Parameters desired = Parameters.of(planned);
        session.waiter(TIMEOUT).whileRefused(IN_USE, () -> {
            desired.apply(Rds.client(session), group.dbParameterGroupName(), before);
            return group;
        });
        Optional<Parameters> applied = session.waiter(IdempotentCreate.READ_LAG)
                .poll(() ->
                        Optional.of(reader.parameters(group, planned)).filter(actual -> actual.agreesWith(desired)));
        Map<String, String> tags = reader.tags(group);
        return applied.isPresent()
                ? reader.show(group, tags, applied.get(), planned)
                : reader.show(group, tags, planned);
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        MapValue prior = request.prior().attributes();
        String name = name(prior);
        DBParameterGroup group =
                reader(session).find(name).orElseThrow(() -> NotFound.exception("DB parameter group " + name));
        RdsTags.change(Rds.client(session), group.dbParameterGroupArn(), prior, request.planned());
        return applied(session, group, Parameters.of(prior), request.planned());
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        if (prior.isTrue("skip_destroy")) {
            return;
        }
        String name = name(prior.attributes());
        RdsClient rds = Rds.client(session);
        session.waiter(request.timeout().orElse(TIMEOUT))
                .whileRefused(
                        IN_USE,
                        () -> Rds.ifFound(() -> rds.deleteDBParameterGroup(call -> call.dbParameterGroupName(name))));
    }

    @Override
    public Set<String> listDefaults(AwsSession session, List<String> ids) {
        return ids.stream().filter(id -> id.startsWith("default.")).collect(Collectors.toSet());
    }
}
