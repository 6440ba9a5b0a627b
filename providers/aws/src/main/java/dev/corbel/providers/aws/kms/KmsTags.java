package dev.corbel.providers.aws.kms;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.call.Waiter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.Tag;

/** Tags as KMS writes them. */
final class KmsTags {
    private KmsTags() {}

    static List<Tag> sdk(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Tag.builder()
                        .tagKey(tag.getKey())
                        .tagValue(tag.getValue())
                        .build())
                .toList();
    }

    static Map<String, String> of(KmsClient kms, String key) {
        Map<String, String> tags = new LinkedHashMap<>();
        kms.listResourceTagsPaginator(call -> call.keyId(key))
                .tags()
                .forEach(tag -> tags.put(tag.tagKey(), tag.tagValue()));
        return tags;
    }

    static void change(KmsClient kms, String key, MapValue prior, MapValue planned, Waiter waiter)
            throws ProviderException {
        Tags.Change change = Tags.Change.between(prior, planned);
        if (!change.removed().isEmpty()) {
            waiter.whileRefused(
                    Kms.NOT_YET, () -> kms.untagResource(call -> call.keyId(key).tagKeys(change.removed())));
        }
        if (!change.set().isEmpty()) {
            waiter.whileRefused(
                    Kms.NOT_YET, () -> kms.tagResource(call -> call.keyId(key).tags(sdk(change.set()))));
        }
    }
}
