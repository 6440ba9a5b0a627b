package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ClusterConfiguration;
import software.amazon.awssdk.services.ecs.model.ClusterServiceConnectDefaultsRequest;
import software.amazon.awssdk.services.ecs.model.ClusterSetting;

/** The parts of a planned cluster as ECS takes them; null where there is nothing to say. */
final class ClusterParts {
    private ClusterParts() {}

    static @Nullable ClusterConfiguration configuration(DesiredAttributes desired) {
        return desired.attributes().get("configuration").isNull()
                ? null
                : ClusterReader.CONFIGURATION
                        .fill(
                                ClusterConfiguration.builder(),
                                desired.attributes().get("configuration"))
                        .build();
    }

    static @Nullable ClusterServiceConnectDefaultsRequest serviceConnect(DesiredAttributes desired) {
        String namespace = desired.block("service_connect_defaults").text("namespace");
        return namespace == null
                ? null
                : ClusterServiceConnectDefaultsRequest.builder()
                        .namespace(namespace)
                        .build();
    }

    static @Nullable List<ClusterSetting> settings(DesiredAttributes desired) {
        List<ClusterSetting> settings = desired.blocks("setting").stream()
                .map(setting -> ClusterReader.SETTING
                        .fill(ClusterSetting.builder(), setting.attributes())
                        .build())
                .toList();
        return settings.isEmpty() ? null : settings;
    }

    /** An empty one takes away what was there. */
    static ClusterConfiguration newConfiguration(DesiredAttributes planned) {
        ClusterConfiguration configuration = configuration(planned);
        return configuration == null ? ClusterConfiguration.builder().build() : configuration;
    }

    /** An empty namespace takes away what was there. */
    static @Nullable ClusterServiceConnectDefaultsRequest newServiceConnect(
            DesiredAttributes planned, DesiredAttributes prior) {
        return !planned.has("service_connect_defaults") && prior.has("service_connect_defaults")
                ? ClusterServiceConnectDefaultsRequest.builder().namespace("").build()
                : serviceConnect(planned);
    }
}
