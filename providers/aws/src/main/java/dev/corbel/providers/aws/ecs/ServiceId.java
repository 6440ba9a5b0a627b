package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.Optional;

/**
 * The id of a service in one account and region.
 *
 * @param cluster its name
 */
record ServiceId(String cluster, String name) {
    private static final String DEFAULT_CLUSTER = "default";

    /** Of planned or stored attributes, which may name the cluster by its ARN. */
    static ServiceId of(MapValue attributes) {
        String cluster = attributes.text("cluster").orElse(DEFAULT_CLUSTER);
        return new ServiceId(Ecs.name(cluster), new DesiredAttributes(attributes).required("name"));
    }

    /** Of {@code CLUSTER/NAME}, as Terraform's import takes it. */
    static Optional<ServiceId> parse(String text) {
        int slash = text.indexOf('/');
        return slash <= 0 || slash == text.length() - 1
                ? Optional.empty()
                : Optional.of(new ServiceId(text.substring(0, slash), text.substring(slash + 1)));
    }

    String text() {
        return cluster + "/" + name;
    }
}
