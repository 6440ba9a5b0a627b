package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;

/** The calls of {@code aws_lb_listener}. */
final class ListenerOperations extends ElbOperations<Listener> {
    /** A certificate that has just been issued is not known everywhere. */
    private static final Set<String> NOT_YET =
            Set.of("CertificateNotFound", "LoadBalancerNotFound", "TargetGroupNotFound");

    ListenerOperations() {
        super(new ListenerView());
    }

    @Override
    ObjectState show(AwsSession session, Described<Listener> listener, MapValue known) {
        return ListenerView.show(session, listener, known);
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        CreateListenerRequest.Builder call = CreateListenerRequest.builder()
                .loadBalancerArn(desired.required("load_balancer_arn"))
                .port(desired.number("port"))
                .protocol(protocol(desired))
                .sslPolicy(desired.text("ssl_policy"))
                .defaultActions(Actions.of(desired.blocks("default_action")))
                .mutualAuthentication(ListenerView.mutualAuthentication(desired))
                .tags(ElbTags.ofNew(request.planned(), request.token()));
        certificate(desired).ifPresent(call::certificates);
        alpnPolicy(desired).ifPresent(call::alpnPolicy);
        Described<Listener> created = IdempotentCreate.create(
                session,
                NOT_YET,
                once -> new Described<>(
                        Elb.client(session)
                                .createListener(call.overrideConfiguration(once).build())
                                .listeners()
                                .get(0),
                        Tags.of(request.planned(), request.token()),
                        Map.of()),
                () -> createdBy(session, request));
        return show(session, created, request.planned());
    }

    private static @Nullable String protocol(DesiredAttributes desired) {
        String protocol = desired.text("protocol");
        return protocol == null && desired.number("port") != null ? "HTTP" : protocol;
    }

    private static Optional<Certificate> certificate(DesiredAttributes desired) {
        return desired.attributes()
                .text("certificate_arn")
                .map(arn -> Certificate.builder().certificateArn(arn).build());
    }

    private static Optional<String> alpnPolicy(DesiredAttributes desired) {
        return desired.attributes().text("alpn_policy");
    }

    private Optional<Described<Listener>> createdBy(AwsSession session, CreateRequest request) {
        String balancer = new DesiredAttributes(request.planned()).required("load_balancer_arn");
        return reader(session).all(() -> of(Elb.client(session), balancer)).stream()
                .filter(listener -> listener.isCreatedBy(request.token()))
                .findFirst();
    }

    static List<Listener> of(ElasticLoadBalancingV2Client elb, String balancer) {
        return elb.describeListenersPaginator(call -> call.loadBalancerArn(balancer)).listeners().stream()
                .toList();
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        return session.waiter(IdempotentCreate.READ_LAG)
                .poll(() -> createdBy(session, request))
                .map(listener -> show(session, listener, request.planned()));
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        MapValue prior = request.prior().attributes();
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        String arn = new DesiredAttributes(prior).required("id");
        ElasticLoadBalancingV2Client elb = Elb.client(session);
        existing(session, "listener", arn);
        ModifyListenerRequest call = modification(new DesiredAttributes(prior), desired);
        session.waiter(request.timeout().orElse(IdempotentCreate.PROPAGATION))
                .whileRefused(NOT_YET, () -> elb.modifyListener(call));
        ElbTags.change(elb, arn, prior, request.planned());
        return show(session, existing(session, "listener", arn), request.planned());
    }

    /** The change, with a word of ALPN for those listeners alone that have it or had it. */
    static ModifyListenerRequest modification(DesiredAttributes prior, DesiredAttributes desired) {
        ModifyListenerRequest.Builder call = ModifyListenerRequest.builder()
                .listenerArn(prior.required("id"))
                .port(desired.number("port"))
                .protocol(protocol(desired))
                .sslPolicy(desired.text("ssl_policy"))
                .defaultActions(Actions.of(desired.blocks("default_action")))
                .mutualAuthentication(ListenerView.mutualAuthentication(desired));
        certificate(desired).ifPresent(call::certificates);
        if (desired.has("alpn_policy") || prior.has("alpn_policy")) {
            call.alpnPolicy(alpnPolicy(desired).map(List::of).orElse(List.of()));
        }
        return call.build();
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) {
        String arn = new DesiredAttributes(request.prior().attributes()).required("id");
        Elb.ifFound(() -> Elb.client(session).deleteListener(call -> call.listenerArn(arn)));
    }

    /** All of the region, by load balancer. */
    static List<String> arns(ElasticLoadBalancingV2Client elb) {
        return elb.describeLoadBalancersPaginator().loadBalancers().stream()
                .map(LoadBalancer::loadBalancerArn)
                .flatMap(balancer -> Elb.ifFound(() -> of(elb, balancer)).orElse(List.of()).stream())
                .map(Listener::listenerArn)
                .toList();
    }

    @Override
    public List<String> list(AwsSession session) {
        return arns(Elb.client(session));
    }
}
