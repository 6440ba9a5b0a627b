package dev.corbel.providers.aws.secrets;

import dev.corbel.providers.aws.resource.Tags;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** The tags of secrets. */
final class SecretTags {
    private SecretTags() {}

    static List<Tag> sdk(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    static void change(SecretsManagerClient secrets, String arn, Tags.Change change) {
        if (!change.removed().isEmpty()) {
            secrets.untagResource(call -> call.secretId(arn).tagKeys(change.removed()));
        }
        if (!change.set().isEmpty()) {
            secrets.tagResource(call -> call.secretId(arn).tags(sdk(change.set())));
        }
    }
}
