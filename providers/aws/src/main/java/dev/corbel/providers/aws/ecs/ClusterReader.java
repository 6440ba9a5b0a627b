package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Blocks;
import dev.corbel.providers.aws.resource.NamedReader;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ClusterConfiguration;
import software.amazon.awssdk.services.ecs.model.ClusterField;

/** Reads clusters: one call tells all about a hundred. */
final class ClusterReader implements NamedReader<Cluster> {
    /** How many clusters one call describes. */
    static final int MAX_PER_CALL = 100;

    static final Blocks CONFIGURATION =
            new Blocks(EcsClusterResource.CONFIGURATION, Map.of("s3_bucket_encryption_enabled", "s3EncryptionEnabled"));
    static final Blocks SERVICE_CONNECT = new Blocks(EcsClusterResource.SERVICE_CONNECT);
    static final Blocks SETTING = new Blocks(EcsClusterResource.SETTING);

    private static final String GONE = "INACTIVE";

    private final AwsSession session;
    private final EcsClient ecs;

    ClusterReader(AwsSession session) {
        this.session = session;
        this.ecs = Ecs.client(session);
    }

    @Override
    public Map<String, Cluster> all() {
        return some(ecs.listClustersPaginator().clusterArns().stream().toList());
    }

    @Override
    public Map<String, Cluster> some(List<String> namesOrArns) {
        Map<String, Cluster> clusters = new LinkedHashMap<>();
        for (int start = 0; start < namesOrArns.size(); start += MAX_PER_CALL) {
            List<String> chunk = namesOrArns.subList(start, Math.min(namesOrArns.size(), start + MAX_PER_CALL));
            ecs
                    .describeClusters(request -> request.clusters(chunk)
                            .include(ClusterField.CONFIGURATIONS, ClusterField.SETTINGS, ClusterField.TAGS))
                    .clusters()
                    .stream()
                    .filter(cluster -> !GONE.equals(cluster.status()))
                    .forEach(cluster -> clusters.put(cluster.clusterName(), cluster));
        }
        return clusters;
    }

    @Override
    public Optional<Cluster> find(String name) {
        return Optional.ofNullable(some(List.of(name)).get(name));
    }

    @Override
    public Map<String, String> tags(Cluster cluster) {
        return Ecs.map(cluster.tags());
    }

    @Override
    public ObjectState show(Cluster cluster, Map<String, String> tags, MapValue known) {
        Attributes attributes = new Attributes(EcsClusterResource.SCHEMA)
                .from(known)
                .text("id", cluster.clusterArn())
                .text("arn", cluster.clusterArn())
                .text("name", cluster.clusterName())
                .value("configuration", configuration(cluster.configuration(), known.get("configuration")))
                .value(
                        "service_connect_defaults",
                        SERVICE_CONNECT.show(cluster.serviceConnectDefaults(), known.get("service_connect_defaults")))
                .value("setting", settings(cluster, known));
        Tags.show(attributes, tags, known, session);
        return attributes.object();
    }

    /** ECS keeps an empty configuration where one was taken away. */
    private static Value configuration(@Nullable ClusterConfiguration configuration, Value known) {
        boolean empty = configuration == null
                || (configuration.executeCommandConfiguration() == null
                        && configuration.managedStorageConfiguration() == null);
        return empty ? (known.isNull() ? Value.ofNull() : emptied(known)) : CONFIGURATION.show(configuration, known);
    }

    private static Value emptied(Value known) {
        return CONFIGURATION.show(ClusterConfiguration.builder().build(), known);
    }

    /** Every cluster has all settings. Those that the definition leaves out follow the account's defaults. */
    private static Value settings(Cluster cluster, MapValue known) {
        Value all = SETTING.showSet(cluster.settings(), known.get("setting"));
        if (!(all instanceof ListValue list)) {
            return ListValue.EMPTY;
        }
        var desired = known.get("setting").fullyUnmarked() instanceof ListValue set
                ? set.elements().stream()
                        .map(setting -> ((MapValue) setting).get("name"))
                        .collect(Collectors.toSet())
                : null;
        return Value.list(list.elements().stream()
                .filter(setting -> desired == null
                        ? !((MapValue) setting).get("value").equals(Value.of("disabled"))
                        : desired.contains(((MapValue) setting).get("name")))
                .toList());
    }
}
