package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Blocks;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.DeploymentCircuitBreaker;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * Renders services. What the answer does not say stays as it is known.
 *
 * @param known the object as last seen or as planned
 */
record ServiceView(AwsSession session, Service service, MapValue known) {
    static final Blocks ALARMS = new Blocks(ServiceSchema.ALARMS);
    static final Blocks CAPACITY = new Blocks(ServiceSchema.CAPACITY);
    static final Blocks CIRCUIT_BREAKER = new Blocks(ServiceSchema.CIRCUIT_BREAKER);
    static final Blocks CONTROLLER = new Blocks(ServiceSchema.CONTROLLER);
    static final Blocks LOAD_BALANCER = new Blocks(ServiceSchema.LOAD_BALANCER, Map.of("elb_name", "loadBalancerName"));
    static final Blocks REGISTRY = new Blocks(ServiceSchema.REGISTRY);

    ObjectState show() {
        DesiredAttributes before = new DesiredAttributes(known);
        Attributes attributes = new Attributes(ServiceSchema.SCHEMA)
                .from(known)
                .text("id", service.serviceArn())
                .text("name", service.serviceName())
                .text("cluster", sameEnd(before.text("cluster"), service.clusterArn()))
                .text("task_definition", sameEnd(before.text("task_definition"), service.taskDefinition()))
                .text("scheduling_strategy", said(service.schedulingStrategyAsString(), "REPLICA"))
                .text("iam_role", sameEnd(before.text("iam_role"), service.roleArn()))
                .number("desired_count", HeldService.count(service).orElse(service.desiredCount()))
                .flag("stopped_for_deployment", HeldService.isHeld(service) ? true : null)
                .flag("stop_before_deployment", before.isTrue("stop_before_deployment"))
                .text("launch_type", service.launchTypeAsString())
                .text("propagate_tags", propagation(before))
                .number("health_check_grace_period_seconds", gracePeriod(before))
                .flag("enable_ecs_managed_tags", flag(service.enableECSManagedTags(), "enable_ecs_managed_tags"))
                .flag("enable_execute_command", flag(service.enableExecuteCommand(), "enable_execute_command"))
                .flag("wait_for_steady_state", before.isTrue("wait_for_steady_state"))
                .flag("force_new_deployment", before.isTrue("force_new_deployment"))
                .flag("force_delete", before.isTrue("force_delete"))
                .value("capacity_provider_strategy", strategy())
                .value("deployment_controller", controller())
                .value("load_balancer", LOAD_BALANCER.showSet(service.loadBalancers(), known.get("load_balancer")))
                .value("network_configuration", network())
                .value("service_registries", registry());
        if (service.platformVersion() != null) {
            attributes.text("platform_version", service.platformVersion());
        }
        if (service.availabilityZoneRebalancing() != null) {
            attributes.text("availability_zone_rebalancing", service.availabilityZoneRebalancingAsString());
        }
        showDeployment(attributes);
        Tags.show(attributes, Ecs.map(service.tags()), known, session);
        return attributes.object();
    }

    private static String said(@Nullable String answer, String otherwise) {
        return answer == null ? otherwise : answer;
    }

    private boolean flag(@Nullable Boolean answer, String name) {
        return answer == null ? new DesiredAttributes(known).isTrue(name) : answer;
    }

    /** ECS answers ARNs; definitions may say their ends alone, such as a name or FAMILY:REVISION. */
    private static @Nullable String sameEnd(@Nullable String before, @Nullable String arn) {
        boolean same = before != null
                && arn != null
                && (arn.endsWith("/" + before) || (!before.contains(":") && arn.contains("/" + before + ":")));
        return same ? before : arn;
    }

    private @Nullable String propagation(DesiredAttributes before) {
        String answer = service.propagateTagsAsString();
        return before.text("propagate_tags") == null && "NONE".equals(answer) ? null : answer;
    }

    private @Nullable Integer gracePeriod(DesiredAttributes before) {
        Integer last = before.number("health_check_grace_period_seconds");
        Integer answer = service.healthCheckGracePeriodSeconds();
        return answer == null || (answer == 0 && last == null) ? last : answer;
    }

    /** A service that was asked for none has that of its cluster. */
    private Value strategy() {
        boolean askedForNone = known.get("capacity_provider_strategy").unmarked() instanceof ListValue list
                && list.elements().isEmpty();
        return askedForNone
                ? ListValue.EMPTY
                : CAPACITY.showSet(service.capacityProviderStrategy(), known.get("capacity_provider_strategy"));
    }

    private Value controller() {
        Value before = known.get("deployment_controller");
        boolean usual = service.deploymentController() == null
                || "ECS".equals(service.deploymentController().typeAsString());
        return usual && before.isNull()
                ? Value.ofNull()
                : service.deploymentController() == null
                        ? before
                        : CONTROLLER.show(service.deploymentController(), before);
    }

    private Value network() {
        AwsVpcConfiguration vpc = service.networkConfiguration() == null
                ? null
                : service.networkConfiguration().awsvpcConfiguration();
        if (vpc == null) {
            return Value.ofNull();
        }
        boolean noGroups = vpc.securityGroups().isEmpty()
                && known.get("network_configuration").unmarked() instanceof MapValue before
                && before.get("security_groups").isNull();
        Attributes block = new Attributes(ServiceSchema.NETWORK)
                .flag("assign_public_ip", vpc.assignPublicIp() == AssignPublicIp.ENABLED)
                .set("subnets", vpc.subnets());
        return (noGroups ? block : block.set("security_groups", vpc.securityGroups())).build();
    }

    private Value registry() {
        return service.serviceRegistries().isEmpty()
                ? Value.ofNull()
                : REGISTRY.show(service.serviceRegistries().get(0), known.get("service_registries"));
    }

    private void showDeployment(Attributes attributes) {
        DeploymentConfiguration deployment = service.deploymentConfiguration();
        boolean daemon = "DAEMON".equals(service.schedulingStrategyAsString());
        DesiredAttributes before = new DesiredAttributes(known);
        Integer maximum = deployment == null ? null : deployment.maximumPercent();
        Integer minimum = deployment == null ? null : deployment.minimumHealthyPercent();
        attributes
                .number(
                        "deployment_maximum_percent",
                        percent(maximum, before.number("deployment_maximum_percent"), daemon ? 100 : 200))
                .number(
                        "deployment_minimum_healthy_percent",
                        percent(minimum, before.number("deployment_minimum_healthy_percent"), daemon ? 0 : 100));
        if (deployment != null) {
            attributes
                    .value("deployment_circuit_breaker", circuitBreaker(deployment.deploymentCircuitBreaker()))
                    .value("alarms", alarms(deployment));
        }
    }

    private static int percent(@Nullable Integer answer, @Nullable Integer before, int otherwise) {
        return answer != null ? answer : before != null ? before : otherwise;
    }

    /** Every service has one, most of them one that is off. */
    private Value circuitBreaker(@Nullable DeploymentCircuitBreaker breaker) {
        Value before = known.get("deployment_circuit_breaker");
        boolean off = breaker == null || (!isOn(breaker.enable()) && !isOn(breaker.rollback()));
        return off && before.isNull() ? Value.ofNull() : CIRCUIT_BREAKER.show(breaker, before);
    }

    private Value alarms(DeploymentConfiguration deployment) {
        Value before = known.get("alarms");
        boolean off = deployment.alarms() == null
                || (!isOn(deployment.alarms().enable())
                        && deployment.alarms().alarmNames().isEmpty());
        return off && before.isNull() ? Value.ofNull() : ALARMS.show(deployment.alarms(), before);
    }

    private static boolean isOn(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }
}
