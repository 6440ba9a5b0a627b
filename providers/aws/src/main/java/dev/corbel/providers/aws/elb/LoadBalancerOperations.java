package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.naming.Naming;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;

/** The calls of {@code aws_lb}. */
final class LoadBalancerOperations extends ElbOperations<LoadBalancer> {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final LoadBalancerView VIEW = new LoadBalancerView();

    /** A subnet is invalid, too, while the route to its gateway is on its way. */
    private static final Set<String> NOT_YET = Set.of("SubnetNotFound", "InvalidSubnet", "InvalidSecurityGroup");

    private static final Naming NAMING =
            new Naming("load balancer", "name", LbResource.MAX_NAME_LENGTH, Set.of("DuplicateLoadBalancerName"));

    LoadBalancerOperations() {
        super(VIEW);
    }

    @Override
    ObjectState show(AwsSession session, Described<LoadBalancer> balancer, MapValue known) {
        return LoadBalancerView.show(session, balancer, known);
    }

    private static NamedCreation<LoadBalancer> creation(AwsSession session, CreateRequest request) {
        return new NamedCreation<>(session, request, NAMING, VIEW);
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        NamedCreation<LoadBalancer> creation = creation(session, request);
        Described<LoadBalancer> created =
                creation.create(NOT_YET, once -> call(session, request, NAMING.of(request), once));
        return finish(session, created, request);
    }

    private static Described<LoadBalancer> call(
            AwsSession session, CreateRequest request, String name, AwsRequestOverrideConfiguration once) {
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        LoadBalancerPlacement placement = new LoadBalancerPlacement(desired);
        CreateLoadBalancerRequest.Builder call = CreateLoadBalancerRequest.builder()
                .overrideConfiguration(once)
                .name(name)
                .type(desired.required("load_balancer_type"))
                .scheme(desired.isTrue("internal") ? LoadBalancerSchemeEnum.INTERNAL : null)
                .ipAddressType(desired.text("ip_address_type"))
                .customerOwnedIpv4Pool(desired.text("customer_owned_ipv4_pool"))
                .tags(ElbTags.ofNew(request.planned(), request.token()));
        if (!desired.texts("security_groups").isEmpty()) {
            call.securityGroups(desired.texts("security_groups"));
        }
        if (placement.isMapped()) {
            call.subnetMappings(placement.mappings());
        } else {
            call.subnets(desired.texts("subnets"));
        }
        LoadBalancer balancer = Elb.client(session)
                .createLoadBalancer(call.build())
                .loadBalancers()
                .get(0);
        return new Described<>(balancer, Tags.of(request.planned(), request.token()), Map.of());
    }

    @Override
    public Optional<ObjectState> namesake(AwsSession session, MapValue gone) {
        return gone.text("name")
                .flatMap(name -> NamedCreation.named(session, VIEW, name))
                .map(found -> show(session, found, MapValue.EMPTY));
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        Optional<Described<LoadBalancer>> found = creation(session, request).recover();
        return found.isEmpty() ? Optional.empty() : Optional.of(finish(session, found.get(), request));
    }

    private ObjectState finish(AwsSession session, Described<LoadBalancer> created, CreateRequest request)
            throws ProviderException {
        String arn = created.object().loadBalancerArn();
        return new PartialResult(SdkFailures.SDK, show(session, created, request.planned())).then(() -> {
            Described<LoadBalancer> active = active(session, arn, request.timeout());
            LoadBalancerChanges changes = new LoadBalancerChanges(Elb.client(session), active);
            changes.setAttributes(request.planned());
            changes.setSecurityGroupEnforcement(new DesiredAttributes(request.planned()));
            return show(
                    session,
                    changes.isEmpty() ? active : reader(session).find(arn).orElse(active),
                    request.planned());
        });
    }

    private Described<LoadBalancer> active(AwsSession session, String arn, Optional<Duration> timeout)
            throws ProviderException {
        ElasticLoadBalancingV2Client elb = Elb.client(session);
        session.waiter(timeout.orElse(TIMEOUT))
                .until("the load balancer " + arn + " to become active", () -> VIEW.describe(elb, List.of(arn)).stream()
                        .allMatch(balancer ->
                                balancer.state() == null || balancer.state().code() == LoadBalancerStateEnum.ACTIVE));
        return existing(session, "load balancer", arn);
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        MapValue prior = request.prior().attributes();
        String arn = new DesiredAttributes(prior).required("id");
        ElasticLoadBalancingV2Client elb = Elb.client(session);
        LoadBalancerChanges changes = new LoadBalancerChanges(elb, existing(session, "load balancer", arn));
        changes.setAttributes(request.planned());
        changes.setSecurityGroups(new DesiredAttributes(request.planned()));
        changes.setPlace(new DesiredAttributes(request.planned()), new DesiredAttributes(prior));
        ElbTags.change(elb, arn, prior, request.planned());
        return show(session, active(session, arn, request.timeout()), request.planned());
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        String arn = new DesiredAttributes(request.prior().attributes()).required("id");
        ElasticLoadBalancingV2Client elb = Elb.client(session);
        Elb.ifFound(() -> elb.deleteLoadBalancer(call -> call.loadBalancerArn(arn)));
        session.waiter(request.timeout().orElse(TIMEOUT))
                .until("the load balancer " + arn + " to go", () -> Elb.ifFound(() -> VIEW.describe(elb, List.of(arn)))
                        .filter(found -> !found.isEmpty())
                        .isEmpty());
    }

    @Override
    public List<String> list(AwsSession session) {
        return Elb.client(session).describeLoadBalancersPaginator().loadBalancers().stream()
                .map(LoadBalancer::loadBalancerArn)
                .toList();
    }
}
