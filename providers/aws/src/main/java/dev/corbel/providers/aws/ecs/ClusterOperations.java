package dev.corbel.providers.aws.ecs;

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
import dev.corbel.providers.aws.resource.NamedReader;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Propagation;
import dev.corbel.providers.kit.call.Waiter;
import dev.corbel.providers.kit.naming.Naming;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Cluster;

/** The calls of {@code aws_ecs_cluster}. */
final class ClusterOperations extends NamedOperations<Cluster> {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    /** The codes that pass while what runs in a cluster is going, or another change of it is under way. */
    private static final Set<String> STILL_IN_USE = Set.of(
            "ClusterContainsContainerInstancesException",
            "ClusterContainsServicesException",
            "ClusterContainsTasksException",
            "ResourceInUseException",
            "UpdateInProgressException");

    ClusterOperations() {
        super(new Naming("cluster", "name", EcsClusterResource.MAX_NAME_LENGTH, Set.of()));
    }

    @Override
    protected NamedReader<Cluster> reader(AwsSession session) {
        return new ClusterReader(session);
    }

    @Override
    protected Cluster call(
            AwsSession session,
            String name,
            DesiredAttributes desired,
            Map<String, String> tags,
            AwsRequestOverrideConfiguration once) {
        return Ecs.client(session)
                .createCluster(call -> call.clusterName(name)
                        .configuration(ClusterParts.configuration(desired))
                        .serviceConnectDefaults(ClusterParts.serviceConnect(desired))
                        .settings(ClusterParts.settings(desired))
                        .tags(Ecs.sdk(tags))
                        .overrideConfiguration(once))
                .cluster();
    }

    @Override
    protected ObjectState finish(AwsSession session, Cluster cluster, CreateRequest request) throws ProviderException {
        ClusterReader reader = new ClusterReader(session);
        String name = cluster.clusterName();
        return new PartialResult(SdkFailures.SDK, reader.show(cluster, request.planned())).then(() -> {
            session.waiter(request.timeout().orElse(TIMEOUT))
                    .until("the cluster " + name + " to become active", () -> reader.find(name)
                            .filter(found -> "ACTIVE".equals(found.status()))
                            .isPresent());
            return settled(session, name, request.planned());
        });
    }

    private static ObjectState settled(AwsSession session, String name, MapValue planned) throws ProviderException {
        ClusterReader reader = new ClusterReader(session);
        return Propagation.read(
                session.waiter(IdempotentCreate.READ_LAG), "cluster " + name, planned, () -> reader.find(name)
                        .map(cluster -> reader.show(cluster, planned)));
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        DesiredAttributes planned = new DesiredAttributes(request.planned());
        String arn = prior.required("id");
        if (planned.differs("configuration", prior)
                || planned.differs("service_connect_defaults", prior)
                || planned.differs("setting", prior)) {
            session.waiter(TIMEOUT)
                    .whileRefused(STILL_IN_USE, () -> Ecs.client(session).updateCluster(call -> call.cluster(arn)
                            .configuration(ClusterParts.newConfiguration(planned))
                            .settings(ClusterParts.settings(planned))
                            .serviceConnectDefaults(ClusterParts.newServiceConnect(planned, prior))));
        }
        Ecs.changeTags(session, arn, prior, planned);
        return settled(session, prior.required("name"), request.planned());
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        String name = new DesiredAttributes(request.prior().attributes()).required("name");
        Waiter waiter = session.waiter(request.timeout().orElse(TIMEOUT));
        EcsClient ecs = Ecs.client(session);
        waiter.whileRefused(
                STILL_IN_USE, () -> Ecs.ifClusterThere(() -> ecs.deleteCluster(call -> call.cluster(name))));
        ClusterReader reader = new ClusterReader(session);
        waiter.until("the cluster " + name + " to go", () -> reader.find(name).isEmpty());
    }
}
