package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import java.util.List;

/** What a service needs: a cluster, a revision of a task definition, a subnet and a security group. */
record ServiceFixture(String cluster, Value subnet, Value group) {

    /** Makes an object of a type and gives its id. */
    @FunctionalInterface
    interface Maker {
        Value make(String type, MapValue attributes);
    }

    /**
     * Makes all of it.
     *
     * @param maker makes what the service needs
     */
    static ServiceFixture of(Maker maker) {
        Value vpc = maker.make("aws_vpc", Values.map("cidr_block", "10.0.0.0/16"));
        Value subnet = maker.make("aws_subnet", Values.map("vpc_id", vpc, "cidr_block", "10.0.1.0/24"));
        Value group =
                maker.make("aws_security_group", Values.map("name", "orders", "description", "orders", "vpc_id", vpc));
        maker.make("aws_ecs_cluster", Values.map("name", "orders", "setting", List.of()));
        for (int revision = 1; revision <= 2; revision++) {
            maker.make(
                    "aws_ecs_task_definition",
                    Values.map(
                            "family",
                            "web",
                            "container_definitions",
                            "[{\"name\":\"web\",\"image\":\"orders:" + revision + "\"}]",
                            "requires_compatibilities",
                            List.of("FARGATE"),
                            "network_mode",
                            "awsvpc",
                            "cpu",
                            "256",
                            "memory",
                            "512",
                            "volume",
                            List.of()));
        }
        return new ServiceFixture("orders", subnet, group);
    }

    MapValue service(String name) {
        return Values.map(
                "name",
                name,
                "cluster",
                cluster,
                "task_definition",
                "web:1",
                "launch_type",
                "FARGATE",
                "desired_count",
                2,
                "network_configuration",
                Values.map(
                        "assign_public_ip", false, "security_groups", Value.list(group), "subnets", Value.list(subnet)),
                "deployment_circuit_breaker",
                Values.map("enable", true, "rollback", true),
                "load_balancer",
                List.of(),
                "capacity_provider_strategy",
                List.of(),
                "tags",
                Values.map("Name", name));
    }
}
