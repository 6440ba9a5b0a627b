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
record ServiceParts(DesiredAttributes wanted) {

    DeploymentConfiguration deployment() {
        DeploymentConfiguration.Builder deployment = DeploymentConfiguration.builder()
                .maximumPercent(wanted.number("deployment_maximum_percent"))
                .minimumHealthyPercent(wanted.number("deployment_minimum_healthy_percent"));
        // What stood there before stays on unless it is switched off.
        deployment.deploymentCircuitBreaker(
                wanted.has("deployment_circuit_breaker")
                        ? ServiceView.CIRCUIT_BREAKER
                                .fill(
                                        DeploymentCircuitBreaker.builder(),
                                        wanted.attributes().get("deployment_circuit_breaker"))
                                .build()
                        : DeploymentCircuitBreaker.builder()
                                .enable(false)
                                .rollback(false)
                                .build());
        deployment.alarms(
                wanted.has("alarms")
                        ? ServiceView.ALARMS
                                .fill(
                                        DeploymentAlarms.builder(),
                                        wanted.attributes().get("alarms"))
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
                .fill(DeploymentController.builder(), wanted.attributes().get("deployment_controller"))
                .build();
    }

    NetworkConfiguration network() {
        DesiredAttributes network = wanted.block("network_configuration");
        return NetworkConfiguration.builder()
                .awsvpcConfiguration(vpc -> vpc.subnets(network.texts("subnets"))
                        .securityGroups(network.texts("security_groups"))
                        .assignPublicIp(
                                network.isTrue("assign_public_ip") ? AssignPublicIp.ENABLED : AssignPublicIp.DISABLED))
                .build();
    }

    List<LoadBalancer> loadBalancers() {
        return wanted.blocks("load_balancer").stream()
                .map(block -> ServiceView.LOAD_BALANCER
                        .fill(LoadBalancer.builder(), block.attributes())
                        .build())
                .toList();
    }

    List<CapacityProviderStrategyItem> strategy() {
        return wanted.blocks("capacity_provider_strategy").stream()
                .map(block -> ServiceView.CAPACITY
                        .fill(CapacityProviderStrategyItem.builder(), block.attributes())
                        .build())
                .toList();
    }

    List<ServiceRegistry> registries() {
        return wanted.has("service_registries")
                ? List.of(ServiceView.REGISTRY
                        .fill(ServiceRegistry.builder(), wanted.attributes().get("service_registries"))
                        .build())
                : List.of();
    }
}
