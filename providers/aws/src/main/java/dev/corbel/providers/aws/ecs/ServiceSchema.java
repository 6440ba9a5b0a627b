package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.resource.Forms;
import dev.corbel.providers.aws.resource.Tags;

/** The attributes and blocks of {@code aws_ecs_service}. */
final class ServiceSchema {
    static final Schema ALARMS = Schema.builder()
            .attribute(Attribute.required("alarm_names", Type.set(Type.STRING)))
            .attribute(Attribute.required("enable", Type.BOOLEAN))
            .attribute(Attribute.required("rollback", Type.BOOLEAN))
            .build();

    static final Schema CAPACITY = Schema.builder()
            .attribute(Attribute.required("capacity_provider", Type.STRING))
            .attribute(Attribute.optional("base", Type.NUMBER).defaultsTo(Value.of(0)))
            .attribute(Attribute.optional("weight", Type.NUMBER).defaultsTo(Value.of(0)))
            .build();

    static final Schema CIRCUIT_BREAKER = Schema.builder()
            .attribute(Attribute.required("enable", Type.BOOLEAN)
                    .describedAs("Whether a deployment whose tasks don't come up is given up."))
            .attribute(Attribute.required("rollback", Type.BOOLEAN)
                    .describedAs("Whether the last deployment that worked then comes back."))
            .build();

    static final Schema CONTROLLER = Schema.builder()
            .attribute(Attribute.optional("type", Type.STRING)
                    .defaultsTo(Value.of("ECS"))
                    .validatedBy(Validation.oneOf("ECS", "CODE_DEPLOY", "EXTERNAL")))
            .build();

    static final Schema LOAD_BALANCER = Schema.builder()
            .attribute(Attribute.required("container_name", Type.STRING))
            .attribute(Attribute.required("container_port", Type.NUMBER).validatedBy(Validation.between(0, 65536)))
            .attribute(Attribute.optional("elb_name", Type.STRING).describedAs("A classic load balancer."))
            .attribute(Attribute.optional("target_group_arn", Type.STRING)
                    .describedAs("A target group of a network or application load balancer."))
            .build();

    static final Schema NETWORK = Schema.builder()
            .attribute(Attribute.optional("assign_public_ip", Type.BOOLEAN).defaultsTo(Value.of(false)))
            .attribute(Attribute.optional("security_groups", Type.set(Type.STRING)))
            .attribute(Attribute.required("subnets", Type.set(Type.STRING)))
            .build();

    static final Schema REGISTRY = Schema.builder()
            .attribute(Attribute.required("registry_arn", Type.STRING))
            .attribute(Attribute.optional("container_name", Type.STRING))
            .attribute(Attribute.optional("container_port", Type.NUMBER))
            .attribute(Attribute.optional("port", Type.NUMBER))
            .build();

    static final Schema SCHEMA = Tags.on(settings(identity(Schema.builder()))).build();

    private ServiceSchema() {}

    /** What a service is, and where. */
    private static Schema.Builder identity(Schema.Builder schema) {
        return schema.attribute(Attribute.required("name", Type.STRING)
                        .immutable()
                        .validatedBy(Validation.matching("[A-Za-z0-9_-]{1,255}", "up to 255 of A-Z a-z 0-9 - _"))
                        .describedAs("The name, which no other service of the cluster has."))
                .attribute(Attribute.optionalComputed("cluster", Type.STRING)
                        .comparedAs(Forms.NAME)
                        .immutable()
                        .describedAs("The name or ARN of the cluster; the one called default where it is left out."))
                .attribute(Attribute.optionalComputed("launch_type", Type.STRING)
                        .immutable()
                        .validatedBy(Validation.oneOf("EC2", "FARGATE", "EXTERNAL"))
                        .describedAs("What tasks run on."))
                .attribute(Attribute.optional("scheduling_strategy", Type.STRING)
                        .defaultsTo(Value.of("REPLICA"))
                        .immutable()
                        .validatedBy(Validation.oneOf("REPLICA", "DAEMON"))
                        .describedAs("Whether so many tasks run as are asked for, or one on each machine."))
                .attribute(Attribute.optionalComputed("iam_role", Type.STRING)
                        .comparedAs(Forms.NAME)
                        .immutable()
                        .describedAs("What ECS calls classic load balancers with; else a role of its own."))
                .attribute(Attribute.computed("id", Type.STRING).describedAs("The ARN."))
                .block(BlockType.single("deployment_controller", CONTROLLER)
                        .asImmutable()
                        .orNone());
    }

    /** What can be changed in place. */
    private static Schema.Builder settings(Schema.Builder schema) {
        return schema.attribute(Attribute.optional("task_definition", Type.STRING)
                        .comparedAs(Forms.NAME)
                        .describedAs("The ARN of a revision, or a family and its revision as FAMILY:REVISION."))
                .attribute(Attribute.optionalComputed("desired_count", Type.NUMBER)
                        .validatedBy(Validation.between(0, 1_000_000))
                        .describedAs(
                                "How many tasks run. Left out, a new service has none, and auto scaling may decide."))
                .attribute(percent("deployment_maximum_percent")
                        .describedAs("How many tasks may run during a deployment. 200 for replicas, else 100."))
                .attribute(percent("deployment_minimum_healthy_percent")
                        .describedAs("How many tasks must be healthy then. 100 for replicas, else 0."))
                .attribute(Attribute.optionalComputed("availability_zone_rebalancing", Type.STRING)
                        .validatedBy(Validation.oneOf("ENABLED", "DISABLED"))
                        .describedAs("Whether tasks move until they are spread evenly over the zones."))
                .attribute(Attribute.optionalComputed("platform_version", Type.STRING)
                        .describedAs("The version of Fargate, such as LATEST or 1.4.0."))
                .attribute(Attribute.optional("health_check_grace_period_seconds", Type.NUMBER)
                        .validatedBy(Validation.between(0, 2_147_483_647))
                        .describedAs("How long a new task may fail the load balancer's health check."))
                .attribute(Attribute.optional("propagate_tags", Type.STRING)
                        .validatedBy(Validation.oneOf("SERVICE", "TASK_DEFINITION", "NONE"))
                        .describedAs("Whose tags tasks get."))
                .attribute(flag("enable_ecs_managed_tags").describedAs("Whether ECS tags tasks with their cluster."))
                .attribute(flag("enable_execute_command")
                        .describedAs("Whether commands can be run in the containers from outside."))
                .attribute(flag("wait_for_steady_state")
                        .describedAs("Whether a change is done only when its deployment is."))
                .attribute(flag("force_new_deployment")
                        .describedAs("Whether every update starts all tasks anew. With triggers: a change of them."))
                .attribute(flag("force_delete").describedAs("Whether the service is deleted without draining first."))
                .attribute(flag("stop_before_deployment")
                        .describedAs(
                                "Whether all tasks end before those of a new deployment start, one of them first."))
                .attribute(Attribute.computed("stopped_for_deployment", Type.BOOLEAN)
                        .describedAs("Whether it has no tasks for a deployment that did not end yet; else null."))
                .attribute(Attribute.optional("triggers", Type.map(Type.STRING))
                        .describedAs("Anything; with force_new_deployment a change of it starts all tasks anew."))
                .block(BlockType.single("alarms", ALARMS).orNone())
                .block(BlockType.set("capacity_provider_strategy", CAPACITY))
                .block(BlockType.single("deployment_circuit_breaker", CIRCUIT_BREAKER)
                        .orNone())
                .block(BlockType.set("load_balancer", LOAD_BALANCER))
                .block(BlockType.single("network_configuration", NETWORK))
                .block(BlockType.single("service_registries", REGISTRY));
    }

    private static Attribute.Builder flag(String name) {
        return Attribute.optional(name, Type.BOOLEAN).defaultsTo(Value.of(false));
    }

    private static Attribute.Builder percent(String name) {
        return Attribute.optionalComputed(name, Type.NUMBER).validatedBy(Validation.between(0, 1000));
    }
}
