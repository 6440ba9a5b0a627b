package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.DeploymentAlarms;
import software.amazon.awssdk.services.ecs.model.DeploymentCircuitBreaker;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.DeploymentController;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.ServiceRegistry;

/** The parts of a planned service as ECS takes them. */
record ServiceParts(DesiredAttributes desired) {

    DeploymentConfiguration deployment() {
        DeploymentConfiguration.Builder deployment = DeploymentConfiguration.builder()
                .maximumPercent(desired.number("deployment_maximum_percent"))
                .minimumHealthyPercent(desired.number("deployment_minimum_healthy_percent"));
        // What stood there before stays on unless it is switched off.
        deployment.deploymentCircuitBreaker(
                desired.has("deployment_circuit_breaker")
                        ? ServiceView.CIRCUIT_BREAKER
                                .fill(
                                        DeploymentCircuitBreaker.builder(),
                                        desired.attributes().get("deployment_circuit_breaker"))
                                .build()
                        : DeploymentCircuitBreaker.builder()
                                .enable(false)
                                .rollback(false)
                                .build());
        deployment.alarms(
                desired.has("alarms")
                        ? ServiceView.ALARMS
                                .fill(
                                        DeploymentAlarms.builder(),
                                        desired.attributes().get("alarms"))
                                .build()
                        : DeploymentAlarms.builder()
                                .alarmNames(List.of())
                                .enable(false)
                                .rollback(false)
                                .build());
        return deployment.build();
    }

    DeploymentController controller() {
        return ServiceView.CONTROLLER
                .fill(DeploymentController.builder(), desired.attributes().get("deployment_controller"))
                .build();
    }

    NetworkConfiguration network() {
        DesiredAttributes network = desired.block("network_configuration");
        return NetworkConfiguration.builder()
                .awsvpcConfiguration(vpc -> vpc.subnets(network.texts("subnets"))
                        .securityGroups(network.texts("security_groups"))
                        .assignPublicIp(
                                network.isTrue("assign_public_ip") ? AssignPublicIp.ENABLED : AssignPublicIp.DISABLED))
                .build();
    }

    List<LoadBalancer> loadBalancers() {
        return desired.blocks("load_balancer").stream()
                .map(block -> ServiceView.LOAD_BALANCER
                        .fill(LoadBalancer.builder(), block.attributes())
                        .build())
                .toList();
    }

    List<CapacityProviderStrategyItem> strategy() {
        return desired.blocks("capacity_provider_strategy").stream()
                .map(block -> ServiceView.CAPACITY
                        .fill(CapacityProviderStrategyItem.builder(), block.attributes())
                        .build())
                .toList();
    }

    List<ServiceRegistry> registries() {
        return desired.has("service_registries")
                ? List.of(ServiceView.REGISTRY
                        .fill(ServiceRegistry.builder(), desired.attributes().get("service_registries"))
                        .build())
                : List.of();
    }
}
