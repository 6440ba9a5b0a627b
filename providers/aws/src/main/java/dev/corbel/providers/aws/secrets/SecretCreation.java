package dev.corbel.providers.aws.secrets;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** Makes a secret; one of Corbel's that has the name and waits for its deletion is brought back. */
record SecretCreation(SecretsManagerClient secrets, String name, DesiredAttributes desired, Map<String, String> tags) {

    /** The ARN of the new secret. */
    String arn(AwsRequestOverrideConfiguration once) {
        try {
            return secrets.createSecret(call -> call.name(name)
                            .description(desired.text("description"))
                            .kmsKeyId(desired.text("kms_key_id"))
                            .tags(SecretTags.sdk(tags))
                            .overrideConfiguration(once))
                    .arn();
        } catch (SecretsManagerException refusal) {
            boolean inUse =
                    Secrets.DELETED.test(refusal) || ErrorClass.code(refusal).equals("ResourceExistsException");
            return (inUse ? restored() : Optional.<String>empty()).orElseThrow(() -> refusal);
        }
    }

    private Optional<String> restored() {
        Optional<DescribeSecretResponse> waiting = Secrets.ifFound(
                        () -> secrets.describeSecret(call -> call.secretId(name)))
                .filter(secret -> secret.deletedDate() != null);
        Set<String> before = waiting.stream()
                .flatMap(secret -> secret.tags().stream())
                .map(Tag::key)
                .collect(Collectors.toSet());
        if (waiting.isEmpty() || !before.contains(Tags.OPERATION)) {
            return Optional.empty();
        }
        String arn = waiting.get().arn();
        secrets.restoreSecret(call -> call.secretId(arn));
        String description = desired.text("description");
        secrets.updateSecret(call -> call.secretId(arn)
                .description(description == null ? "" : description)
                .kmsKeyId(desired.text("kms_key_id")));
        before.removeIf(key -> tags.containsKey(key) || Tags.isOfAws(key));
        SecretTags.change(secrets, arn, new Tags.Change(tags, List.copyOf(before)));
        return Optional.of(arn);
    }
}
