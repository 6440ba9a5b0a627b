package dev.corbel.providers.aws.autoscaling;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import java.util.List;

/** A service of ECS that can be scaled, and what says so. */
final class ScaledService {
    private final MotoServer moto;

    ScaledService(MotoServer moto) {
        this.moto = moto;
        create("aws_ecs_cluster", Values.map("name", "orders", "setting", List.of()));
    }

    /** Makes a service of this name in the cluster, and gives the attributes of its target. */
    MapValue target(String name) {
        create(
                "aws_ecs_service",
                Values.map(
                        "name",
                        name,
                        "cluster",
                        "orders",
                        "load_balancer",
                        List.of(),
                        "capacity_provider_strategy",
                        List.of()));
        return Values.map(
                "service_namespace",
                "ecs",
                "resource_id",
                "service/orders/" + name,
                "scalable_dimension",
                "ecs:service:DesiredCount");
    }

    private void create(String type, MapValue attributes) {
        try (Bench bench = Bench.of(type, moto)) {
            bench.create(attributes);
        } catch (ProviderException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
