package dev.corbel.providers.aws.route53;

import dev.corbel.providers.aws.resource.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Tag;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/** Tags of zones. */
final class ZoneTags {
    /** How many zones one call takes. */
    private static final int BATCH = 10;

    private ZoneTags() {}

    /** By id. All of the zones must be there. */
    static Map<String, Map<String, String>> of(Route53Client route53, List<String> ids) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (int start = 0; start < ids.size(); start += BATCH) {
            List<String> some = ids.subList(start, Math.min(ids.size(), start + BATCH));
            route53.listTagsForResources(request ->
                            request.resourceType(TagResourceType.HOSTEDZONE).resourceIds(some))
                    .resourceTagSets()
                    .forEach(set -> all.put(set.resourceId(), map(set.tags())));
        }
        return all;
    }

    static Map<String, String> of(Route53Client route53, String id) {
        return map(route53.listTagsForResource(request ->
                        request.resourceType(TagResourceType.HOSTEDZONE).resourceId(id))
                .resourceTagSet()
                .tags());
    }

    private static Map<String, String> map(List<Tag> tags) {
        Map<String, String> map = new LinkedHashMap<>();
        tags.forEach(tag -> map.put(tag.key(), tag.value()));
        return map;
    }

    static void change(Route53Client route53, String id, Tags.Change change) {
        if (!change.isEmpty()) {
            List<Tag> added = change.set().entrySet().stream()
                    .map(tag -> Tag.builder()
                            .key(tag.getKey())
                            .value(tag.getValue())
                            .build())
                    .toList();
            route53.changeTagsForResource(request -> request.resourceType(TagResourceType.HOSTEDZONE)
                    .resourceId(id)
                    .addTags(added.isEmpty() ? null : added)
                    .removeTagKeys(change.removed().isEmpty() ? null : change.removed()));
        }
    }
}
