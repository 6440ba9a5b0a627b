package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.resource.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.Tag;

/** Tags as RDS writes them. */
final class RdsTags {
    private RdsTags() {}

    static List<Tag> sdk(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    static Map<String, String> map(List<Tag> tags) {
        Map<String, String> map = new LinkedHashMap<>();
        tags.forEach(tag -> map.put(tag.key(), tag.value()));
        return map;
    }

    /** Of what RDS does not list with its tags. */
    static Map<String, String> of(RdsClient rds, String arn) {
        return Rds.ifFound(() -> rds.listTagsForResource(request -> request.resourceName(arn)))
                .map(answer -> map(answer.tagList()))
                .orElse(Map.of());
    }

    static void change(RdsClient rds, String arn, MapValue prior, MapValue planned) {
        Tags.Change change = Tags.Change.between(prior, planned);
        if (!change.removed().isEmpty()) {
            rds.removeTagsFromResource(request -> request.resourceName(arn).tagKeys(change.removed()));
        }
        if (!change.set().isEmpty()) {
            rds.addTagsToResource(request -> request.resourceName(arn).tags(sdk(change.set())));
        }
    }
}
