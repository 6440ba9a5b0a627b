package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.resource.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Tags as EC2 writes them. */
final class Ec2Tags {
    private Ec2Tags() {}

    /** The tags of a new object, the one by which it is found again among them. */
    static TagSpecification specification(ResourceType type, MapValue planned, String token) {
        return TagSpecification.builder()
                .resourceType(type)
                .tags(sdk(Tags.of(planned, token)))
                .build();
    }

    static void change(Ec2Client ec2, String id, MapValue prior, MapValue planned) {
        Tags.Change change = Tags.Change.between(prior, planned);
        if (!change.removed().isEmpty()) {
            ec2.deleteTags(request -> request.resources(id)
                    .tags(change.removed().stream()
                            .map(key -> Tag.builder().key(key).build())
                            .toList()));
        }
        if (!change.set().isEmpty()) {
            ec2.createTags(request -> request.resources(id).tags(sdk(change.set())));
        }
    }

    static Map<String, String> map(List<Tag> tags) {
        Map<String, String> map = new LinkedHashMap<>();
        tags.forEach(tag -> map.put(tag.key(), tag.value()));
        return map;
    }

    /** Finds what an operation has created. */
    static Filter byOperation(String token) {
        return filter("tag:" + Tags.OPERATION, List.of(token));
    }

    static Filter filter(String name, List<String> values) {
        return Filter.builder().name(name).values(values).build();
    }

    private static List<Tag> sdk(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
