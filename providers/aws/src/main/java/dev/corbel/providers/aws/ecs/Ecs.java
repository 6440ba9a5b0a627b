package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.Tag;

/** The client of ECS, and the parts that its types share. */
final class Ecs {
    private Ecs() {}

    static EcsClient client(AwsSession session) {
        return session.client(EcsClient.class, EcsClient::builder);
    }

    /** The name at the end of an ARN, or a name as it is. */
    static String name(String nameOrArn) {
        return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
    }

    /** The family of a revision, which is named by its ARN or as FAMILY:REVISION. */
    static String family(String revision) {
        String name = name(revision);
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** The answer; empty where the cluster is not there. */
    static <T> Optional<T> ifClusterThere(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (ClusterNotFoundException gone) {
            return Optional.empty();
        }
    }

    static Map<String, String> map(List<Tag> tags) {
        Map<String, String> map = new LinkedHashMap<>();
        tags.forEach(tag -> map.put(tag.key(), tag.value()));
        return map;
    }

    static List<Tag> sdk(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    static void changeTags(AwsSession session, String arn, DesiredAttributes prior, DesiredAttributes planned) {
        Tags.Change change = Tags.Change.between(prior.attributes(), planned.attributes());
        EcsClient ecs = client(session);
        if (!change.removed().isEmpty()) {
            ecs.untagResource(request -> request.resourceArn(arn).tagKeys(change.removed()));
        }
        if (!change.set().isEmpty()) {
            ecs.tagResource(request -> request.resourceArn(arn).tags(sdk(change.set())));
        }
    }
}
