package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.resource.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;

/** Tags as Elastic Load Balancing writes them. */
final class ElbTags {
    private ElbTags() {}

    /** The tags of a new object, the one by which it is found again among them. */
    static List<Tag> ofNew(MapValue planned, String token) {
        return sdk(Tags.of(planned, token));
    }

    /** By ARN, of at most {@link Elb#BATCH} objects. */
    static Map<String, Map<String, String>> of(ElasticLoadBalancingV2Client elb, List<String> arns) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        if (arns.isEmpty()) {
            return all;
        }
        for (TagDescription description :
                elb.describeTags(request -> request.resourceArns(arns)).tagDescriptions()) {
            Map<String, String> tags = new LinkedHashMap<>();
            description.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
            all.put(description.resourceArn(), tags);
        }
        return all;
    }

    static void change(ElasticLoadBalancingV2Client elb, String arn, MapValue prior, MapValue planned) {
        Tags.Change change = Tags.Change.between(prior, planned);
        if (!change.removed().isEmpty()) {
            elb.removeTags(request -> request.resourceArns(arn).tagKeys(change.removed()));
        }
        if (!change.set().isEmpty()) {
            elb.addTags(request -> request.resourceArns(arn).tags(sdk(change.set())));
        }
    }

    private static List<Tag> sdk(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
