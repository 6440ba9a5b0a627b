package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.Propagation;
import dev.corbel.providers.kit.call.Waiter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/** Changes a service in place: one call with all that differs, which begins one deployment at most. */
final class ServiceUpdate {
    /** A change of one of these starts all tasks anew. */
    private static final List<String> DEPLOYED = List.of(
            "task_definition",
            "network_configuration",
            "load_balancer",
            "service_registries",
            "platform_version",
            "capacity_provider_strategy");

    private final AwsSession session;
    private final UpdateRequest request;
    private final DesiredAttributes prior;
    private final DesiredAttributes planned;
    private final ServiceId id;
    private final ServiceReader reader;

    ServiceUpdate(AwsSession session, UpdateRequest request) {
        this.session = session;
        this.request = request;
        this.prior = new DesiredAttributes(request.prior().attributes());
        this.planned = new DesiredAttributes(request.planned());
        this.id = ServiceId.of(request.prior().attributes());
        this.reader = new ServiceReader(session);
    }

    ObjectState update() throws ProviderException {
        Optional<UpdateServiceRequest> call = call();
        boolean stopsFirst = planned.isTrue("stop_before_deployment") && call.isPresent() && isDeployment();
        if (stopsFirst || (mayBeHeld() && active().filter(HeldService::isHeld).isPresent())) {
            startGradually(call.orElse(UpdateServiceRequest.builder().build()), stopsFirst);
        } else if (call.isPresent()) {
            send(call.get());
        } else if (active().isEmpty()) {
            throw NotFound.exception("service " + id.text());
        }
        Ecs.changeTags(session, prior.required("id"), prior, planned);
        return Propagation.read(
                session.waiter(IdempotentCreate.READ_LAG),
                "service " + id.text(),
                request.planned(),
                () -> active().map(service -> new ServiceView(session, service, request.planned()).show()));
    }

    private void send(UpdateServiceRequest call) throws ProviderException {
        Service begun = session.waiter(IdempotentCreate.PROPAGATION)
                .whileRefused(
                        ServiceCreation.NOT_YET,
                        () -> Ecs.client(session).updateService(call).service());
        if (planned.isTrue("wait_for_steady_state")) {
            new Rollout(reader, id, waiter()).awaitSteadyState(begun);
        }
    }

    private Waiter waiter() {
        return session.waiter(request.timeout().orElse(EcsServiceResource.TIMEOUT));
    }

    private boolean isDeployment() {
        return planned.isTrue("force_new_deployment") || DEPLOYED.stream().anyMatch(name -> differs(name));
    }

    /** Tells whether somebody, an earlier run of this update too, may have stopped the service for a deployment. */
    private boolean mayBeHeld() {
        return prior.isTrue("stopped_for_deployment") || differs("triggers");
    }

    private void startGradually(UpdateServiceRequest call, boolean stopsFirst) throws ProviderException {
        if (stopsFirst) {
            new TaskStop(session, waiter()).stop(List.of(id));
        }
        Service now = active().orElseThrow(() -> NotFound.exception("service " + id.text()));
        Integer count = planned.number("desired_count");
        GradualStart start = new GradualStart(session, id, count == null ? 0 : count, waiter());
        start.start(now, call);
        start.release(now);
    }

    private Optional<Service> active() {
        return reader.find(id).filter(service -> "ACTIVE".equals(service.status()));
    }

    private boolean differs(String... names) {
        return Stream.of(names).anyMatch(name -> planned.differs(name, prior));
    }

    /** Empty where only tags change, or what ECS does not know of. */
    private Optional<UpdateServiceRequest> call() {
        UpdateServiceRequest.Builder call = UpdateServiceRequest.builder();
        UpdateServiceRequest nothing = call.build();
        ServiceParts parts = new ServiceParts(planned);
        if (differs("task_definition")) {
            call.taskDefinition(planned.text("task_definition"));
        }
        if (differs("desired_count") && !"DAEMON".equals(planned.text("scheduling_strategy"))) {
            call.desiredCount(planned.number("desired_count"));
        }
        if (differs("platform_version")) {
            call.platformVersion(planned.text("platform_version"));
        }
        if (differs("availability_zone_rebalancing")) {
            call.availabilityZoneRebalancing(planned.text("availability_zone_rebalancing"));
        }
        if (differs("health_check_grace_period_seconds")) {
            Integer seconds = planned.number("health_check_grace_period_seconds");
            call.healthCheckGracePeriodSeconds(seconds == null ? 0 : seconds);
        }
        if (differs("propagate_tags")) {
            String whose = planned.text("propagate_tags");
            call.propagateTags(whose == null ? "NONE" : whose);
        }
        if (differs("enable_ecs_managed_tags")) {
            call.enableECSManagedTags(planned.isTrue("enable_ecs_managed_tags"));
        }
        if (differs("enable_execute_command")) {
            call.enableExecuteCommand(planned.isTrue("enable_execute_command"));
        }
        addBlocks(call, parts);
        boolean anew = planned.isTrue("force_new_deployment");
        if (call.build().equals(nothing) && !(anew && differs("triggers", "force_new_deployment"))) {
            return Optional.empty();
        }
        if (anew || differs("capacity_provider_strategy")) {
            call.forceNewDeployment(true);
        }
        return Optional.of(
                call.cluster(prior.text("cluster")).service(id.name()).build());
    }

    private void addBlocks(UpdateServiceRequest.Builder call, ServiceParts parts) {
        if (differs(
                "deployment_maximum_percent",
                "deployment_minimum_healthy_percent",
                "deployment_circuit_breaker",
                "alarms")) {
            call.deploymentConfiguration(parts.deployment());
        }
        if (differs("network_configuration") && planned.has("network_configuration")) {
            call.networkConfiguration(parts.network());
        }
        if (differs("load_balancer")) {
            call.loadBalancers(parts.loadBalancers());
        }
        if (differs("service_registries")) {
            call.serviceRegistries(parts.registries());
        }
        if (differs("capacity_provider_strategy")) {
            call.capacityProviderStrategy(parts.strategy());
        }
    }
}
