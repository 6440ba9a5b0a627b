package dev.corbel.providers.aws.acm;

import dev.corbel.providers.aws.resource.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.Tag;

/** Tags of certificates. */
final class CertificateTags {
    private CertificateTags() {}

    static List<Tag> sdk(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    static Map<String, String> of(AcmClient acm, String arn) {
        Map<String, String> tags = new LinkedHashMap<>();
        acm.listTagsForCertificate(request -> request.certificateArn(arn))
                .tags()
                .forEach(tag -> tags.put(tag.key(), tag.value() == null ? "" : tag.value()));
        return tags;
    }

    static void change(AcmClient acm, String arn, Tags.Change change) {
        if (!change.removed().isEmpty()) {
            acm.removeTagsFromCertificate(request -> request.certificateArn(arn)
                    .tags(change.removed().stream()
                            .map(key -> Tag.builder().key(key).build())
                            .toList()));
        }
        if (!change.set().isEmpty()) {
            acm.addTagsToCertificate(request -> request.certificateArn(arn).tags(sdk(change.set())));
        }
    }
}
