package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

/** Rules as AWS describes them and as definitions see them. */
final class ListenerRuleView implements ElbReader.Kind<Rule> {

    @Override
    public String arn(Rule rule) {
        return rule.ruleArn();
    }

    @Override
    public List<Rule> describe(ElasticLoadBalancingV2Client elb, List<String> arns) {
        return elb.describeRules(request -> request.ruleArns(arns)).rules();
    }

    static ObjectState show(AwsSession session, Described<Rule> described, MapValue known) {
        Rule rule = described.object();
        Attributes attributes = new Attributes(LbListenerRuleResource.SCHEMA)
                .from(known)
                .text("id", rule.ruleArn())
                .text("arn", rule.ruleArn())
                .text("listener_arn", listener(rule.ruleArn()))
                .number("priority", Boolean.TRUE.equals(rule.isDefault()) ? null : Integer.valueOf(rule.priority()))
                .value("action", ActionView.show(rule.actions(), new DesiredAttributes(known).blocks("action")))
                .value("condition", Conditions.show(rule.conditions()));
        Tags.show(attributes, described.tags(), known, session);
        return attributes.object();
    }

    /** The ARN of a rule is that of its listener with another word, and one part more. */
    static String listener(String rule) {
        return rule.replace(":listener-rule/", ":listener/").substring(0, rule.lastIndexOf('/') - "-rule".length());
    }
}
