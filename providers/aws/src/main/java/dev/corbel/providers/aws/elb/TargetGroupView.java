package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Target groups as AWS describes them and as definitions see them. */
final class TargetGroupView implements NamedCreation.Kind<TargetGroup> {

    @Override
    public String arn(TargetGroup group) {
        return group.targetGroupArn();
    }

    @Override
    public List<TargetGroup> describe(ElasticLoadBalancingV2Client elb, List<String> arns) {
        return elb.describeTargetGroups(request -> request.targetGroupArns(arns))
                .targetGroups();
    }

    @Override
    public List<TargetGroup> describe(ElasticLoadBalancingV2Client elb, String name) {
        return elb.describeTargetGroups(request -> request.names(name)).targetGroups();
    }

    @Override
    public Map<String, String> attributes(ElasticLoadBalancingV2Client elb, String arn) {
        Map<String, String> map = new LinkedHashMap<>();
        elb.describeTargetGroupAttributes(request -> request.targetGroupArn(arn))
                .attributes()
                .forEach(attribute -> map.put(attribute.key(), attribute.value()));
        return map;
    }

    static String kind(TargetGroup group) {
        return TargetGroupKind.of(group.targetTypeAsString(), group.protocolAsString());
    }

    static ObjectState show(AwsSession session, Described<TargetGroup> described, MapValue known) {
        TargetGroup group = described.object();
        String arn = group.targetGroupArn();
        Attributes attributes = new Attributes(LbTargetGroupResource.SCHEMA)
                .from(known)
                .text("id", arn)
                .text("arn", arn)
                .text("arn_suffix", arn.substring(arn.lastIndexOf(':') + 1))
                .text("name", group.targetGroupName())
                .text("target_type", group.targetTypeAsString())
                .number("port", group.port())
                .text("protocol", group.protocolAsString())
                .textOrNothing("protocol_version", group.protocolVersion())
                .textOrNothing("vpc_id", group.vpcId())
                .textOrNothing("ip_address_type", group.ipAddressTypeAsString())
                .set("load_balancer_arns", group.loadBalancerArns())
                .value("health_check", HealthCheck.show(group, known))
                .value("stickiness", Stickiness.show(known, described.attributes()));
        TargetGroupKeys.ALL.show(attributes, kind(group), known, described.attributes());
        Tags.show(attributes, described.tags(), known, session);
        return attributes.object();
    }
}
