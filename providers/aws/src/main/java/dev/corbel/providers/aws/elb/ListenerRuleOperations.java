package dev.corbel.providers.aws.elb;

import dev.corbel.clients.aws.ErrorClass;
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
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RulePriorityPair;

/** The calls of {@code aws_lb_listener_rule}. */
final class ListenerRuleOperations extends ElbOperations<Rule> {
    private static final Set<String> NOT_YET = Set.of("ListenerNotFound", "TargetGroupNotFound");

    /** How often to choose another priority where others choose at the same time. */
    private static final int ATTEMPTS = 20;

    ListenerRuleOperations() {
        super(new ListenerRuleView());
    }

    @Override
    ObjectState show(AwsSession session, Described<Rule> rule, MapValue known) {
        return ListenerRuleView.show(session, rule, known);
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        Integer priority = desired.number("priority");
        if (priority != null) {
            return create(session, request, priority);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return create(session, request, next(session, desired.required("listener_arn")));
            } catch (ProviderException failure) {
                boolean taken = failure.getCause() != null
                        && ErrorClass.code(failure.getCause()).equals("PriorityInUse");
                if (!taken || attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    private static int next(AwsSession session, String listener) {
        return 1
                + of(Elb.client(session), listener).stream()
                        .map(Rule::priority)
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0);
    }

    private ObjectState create(AwsSession session, CreateRequest request, int priority) throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        Described<Rule> created = IdempotentCreate.create(
                session,
                NOT_YET,
                once -> new Described<>(
                        Elb.client(session)
                                .createRule(call -> call.overrideConfiguration(once)
                                        .listenerArn(desired.required("listener_arn"))
                                        .priority(priority)
                                        .conditions(Conditions.of(desired.blocks("condition")))
                                        .actions(Actions.of(desired.blocks("action")))
                                        .tags(ElbTags.ofNew(request.planned(), request.token())))
                                .rules()
                                .get(0),
                        Tags.of(request.planned(), request.token()),
                        Map.of()),
                () -> createdBy(session, request));
        return show(session, created, request.planned());
    }

    private Optional<Described<Rule>> createdBy(AwsSession session, CreateRequest request) {
        String listener = new DesiredAttributes(request.planned()).required("listener_arn");
        return reader(session).all(() -> of(Elb.client(session), listener)).stream()
                .filter(rule -> rule.isCreatedBy(request.token()))
                .findFirst();
    }

    /** The rules of a listener, without the default one that is part of it. */
    private static List<Rule> of(ElasticLoadBalancingV2Client elb, String listener) {
        return elb.describeRulesPaginator(call -> call.listenerArn(listener)).rules().stream()
                .filter(rule -> !Boolean.TRUE.equals(rule.isDefault()))
                .toList();
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        return session.waiter(IdempotentCreate.READ_LAG)
                .poll(() -> createdBy(session, request))
                .map(rule -> show(session, rule, request.planned()));
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        String arn = prior.required("id");
        ElasticLoadBalancingV2Client elb = Elb.client(session);
        existing(session, "listener rule", arn);
        Integer priority = desired.number("priority");
        if (priority != null && desired.differs("priority", prior)) {
            RulePriorityPair place =
                    RulePriorityPair.builder().ruleArn(arn).priority(priority).build();
            elb.setRulePriorities(call -> call.rulePriorities(place));
        }
        if (desired.changes("action", prior) || desired.changes("condition", prior)) {
            session.waiter(IdempotentCreate.PROPAGATION)
                    .whileRefused(
                            NOT_YET,
                            () -> elb.modifyRule(call -> call.ruleArn(arn)
                                    .conditions(Conditions.of(desired.blocks("condition")))
                                    .actions(Actions.of(desired.blocks("action")))));
        }
        ElbTags.change(elb, arn, prior.attributes(), request.planned());
        return show(session, existing(session, "listener rule", arn), request.planned());
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) {
        String arn = new DesiredAttributes(request.prior().attributes()).required("id");
        Elb.ifFound(() -> Elb.client(session).deleteRule(call -> call.ruleArn(arn)));
    }

    @Override
    public List<String> list(AwsSession session) {
        ElasticLoadBalancingV2Client elb = Elb.client(session);
        return ListenerOperations.arns(elb).stream()
                .flatMap(listener -> Elb.ifFound(() -> of(elb, listener)).orElse(List.of()).stream())
                .map(Rule::ruleArn)
                .toList();
    }
}
