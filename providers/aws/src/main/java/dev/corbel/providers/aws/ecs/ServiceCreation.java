package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.ErrorMatch;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Propagation;
import dev.corbel.providers.kit.call.Waiter;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * Creates a service, or finishes one that an interrupted creation left. ECS takes the creation of a service that is there
 * for done, so it is looked for first.
 */
final class ServiceCreation {
    /** What passes: other services, and other parts of ECS, don't know yet what has just been created or deleted. */
    static final Predicate<RuntimeException> NOT_YET = new ErrorMatch("ClusterNotFoundException", "")
            .or(new ErrorMatch("InvalidParameterException", "does not have an associated load balancer"))
            .or(new ErrorMatch("InvalidParameterException", "service role"))
            .or(new ErrorMatch("InvalidParameterException", "unable to assume"))
            .or(new ErrorMatch("InvalidParameterException", "service linked role"))
            .or(new ErrorMatch("InvalidParameterException", "still draining"));

    private final AwsSession session;
    private final CreateRequest request;
    private final DesiredAttributes desired;
    private final ServiceId id;
    private final ServiceReader reader;

    ServiceCreation(AwsSession session, CreateRequest request) {
        this.session = session;
        this.request = request;
        this.desired = new DesiredAttributes(request.planned());
        this.id = ServiceId.of(request.planned());
        this.reader = new ServiceReader(session);
    }

    ObjectState create() throws ProviderException {
        Optional<Service> there = active();
        if (there.isPresent()) {
            return finish(checked(there.get()));
        }
        CreateServiceRequest call = call();
        // The token keeps ECS from making a second one, so that the call may be repeated.
        Service service = session.waiter(IdempotentCreate.PROPAGATION)
                .whileRefused(
                        NOT_YET, () -> Ecs.client(session).createService(call).service());
        return finish(service);
    }

    Optional<ObjectState> recover() throws ProviderException {
        Optional<Service> found = session.waiter(IdempotentCreate.READ_LAG).poll(this::active);
        return found.isEmpty() ? Optional.empty() : Optional.of(finish(checked(found.get())));
    }

    private Optional<Service> active() {
        return reader.find(id).filter(service -> "ACTIVE".equals(service.status()));
    }

    private Service checked(Service service) throws ProviderException {
        if (request.token().equals(Ecs.map(service.tags()).get(Tags.OPERATION))) {
            return service;
        }
        throw new ProviderException(Diagnostic.error(
                        "The service \"" + id.text() + "\" is there already",
                        "The cluster has a service of this name that Corbel did not create here.")
                .withHint("To manage it: adopt('" + request.address() + "') { id = '" + id.text() + "' }."));
    }

    private CreateServiceRequest call() {
        MapValue planned = request.planned();
        ServiceParts parts = new ServiceParts(desired);
        boolean daemon = "DAEMON".equals(desired.text("scheduling_strategy"));
        CreateServiceRequest.Builder call = CreateServiceRequest.builder()
                .cluster(desired.text("cluster"))
                .serviceName(id.name())
                .clientToken(request.token())
                .taskDefinition(desired.text("task_definition"))
                .desiredCount(daemon ? null : Integer.valueOf(isGradual() ? GradualStart.first(count()) : count()))
                .launchType(desired.text("launch_type"))
                .platformVersion(desired.text("platform_version"))
                .schedulingStrategy(desired.text("scheduling_strategy"))
                .role(desired.text("iam_role"))
                .availabilityZoneRebalancing(desired.text("availability_zone_rebalancing"))
                .healthCheckGracePeriodSeconds(desired.number("health_check_grace_period_seconds"))
                .propagateTags(desired.text("propagate_tags"))
                .enableECSManagedTags(desired.isTrue("enable_ecs_managed_tags"))
                .enableExecuteCommand(desired.isTrue("enable_execute_command"))
                .tags(Ecs.sdk(Tags.of(planned, request.token())));
        String controller = desired.block("deployment_controller").text("type");
        if (controller == null || controller.equals("ECS")) {
            call.deploymentConfiguration(parts.deployment());
        }
        if (controller != null) {
            call.deploymentController(parts.controller());
        }
        if (desired.has("network_configuration")) {
            call.networkConfiguration(parts.network());
        }
        if (!parts.loadBalancers().isEmpty()) {
            call.loadBalancers(parts.loadBalancers());
        }
        if (!parts.strategy().isEmpty()) {
            call.capacityProviderStrategy(parts.strategy());
        }
        if (!parts.registries().isEmpty()) {
            call.serviceRegistries(parts.registries());
        }
        return call.build();
    }

    private boolean isGradual() {
        return desired.isTrue("stop_before_deployment");
    }

    private int count() {
        Integer count = desired.number("desired_count");
        return count == null ? 0 : count;
    }

    private ObjectState finish(Service created) throws ProviderException {
        return new PartialResult(SdkFailures.SDK, new ServiceView(session, created, request.planned()).show())
                .then(() -> {
                    session.waiter(IdempotentCreate.PROPAGATION)
                            .untilPresent("the service " + id.text() + " to show", this::active);
                    Waiter waiter = session.waiter(request.timeout().orElse(EcsServiceResource.TIMEOUT));
                    if (isGradual()) {
                        new GradualStart(session, id, count(), waiter).finish(created);
                    } else if (desired.isTrue("wait_for_steady_state")) {
                        new Rollout(reader, id, waiter).awaitSteadyState(created);
                    }
                    return Propagation.read(
                            session.waiter(IdempotentCreate.READ_LAG),
                            "service " + id.text(),
                            request.planned(),
                            () -> active().map(service -> new ServiceView(session, service, request.planned()).show()));
                });
    }
}
