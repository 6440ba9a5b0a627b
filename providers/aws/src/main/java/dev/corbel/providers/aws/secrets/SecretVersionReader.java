package dev.corbel.providers.aws.secrets;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/**
 * Reads versions. A version without a label is as good as gone: AWS deletes it when it likes. The value is read only
 * where it is known anyway.
 */
final class SecretVersionReader {
    private final SecretsManagerClient secrets;

    SecretVersionReader(AwsSession session) {
        this.secrets = Secrets.client(session);
    }

    Optional<ObjectState> find(SecretVersionId id, MapValue known) {
        return new DesiredAttributes(known).isTrue("has_secret_string_wo")
                ? withoutValue(id, known)
                : withValue(id, known);
    }

    private Optional<ObjectState> withoutValue(SecretVersionId id, MapValue known) {
        return Secrets.ifFound(() -> secrets.describeSecret(call -> call.secretId(id.secret())))
                .filter(answer -> answer.deletedDate() == null)
                .flatMap(answer -> {
                    List<String> stages = answer.versionIdsToStages().getOrDefault(id.version(), List.of());
                    return stages.isEmpty()
                            ? Optional.empty()
                            : Optional.of(begin(id, answer.arn(), stages, known).object());
                });
    }

    private Optional<ObjectState> withValue(SecretVersionId id, MapValue known) {
        return Secrets.ifFound(() -> secrets.getSecretValue(
                        call -> call.secretId(id.secret()).versionId(id.version())))
                .filter(answer -> !answer.versionStages().isEmpty())
                .map(answer -> show(id, answer, known));
    }

    private static ObjectState show(SecretVersionId id, GetSecretValueResponse answer, MapValue known) {
        return begin(id, answer.arn(), answer.versionStages(), known)
                .text(SecretsmanagerSecretVersionResource.TEXT, answer.secretString())
                .text(
                        SecretsmanagerSecretVersionResource.BINARY,
                        answer.secretBinary() == null
                                ? null
                                : Base64.getEncoder()
                                        .encodeToString(answer.secretBinary().asByteArray()))
                .object();
    }

    /** Everything but the value, which stays as it is known. */
    static Attributes begin(SecretVersionId id, String arn, List<String> stages, MapValue known) {
        return new Attributes(SecretsmanagerSecretVersionResource.SCHEMA)
                .from(known)
                .text("id", id.text())
                .text("secret_id", id.secret())
                .text("version_id", id.version())
                .text("arn", arn)
                .set("version_stages", stages)
                .text(SecretsmanagerSecretVersionResource.WRITE_ONLY, null)
                .flag("has_secret_string_wo", new DesiredAttributes(known).isTrue("has_secret_string_wo"));
    }

    /** The version that has a label now. */
    Optional<String> holder(String secret, String stage) {
        return Secrets.ifFound(() -> secrets.describeSecret(call -> call.secretId(secret)))
                .flatMap(answer -> answer.versionIdsToStages().entrySet().stream()
                        .filter(version -> version.getValue().contains(stage))
                        .map(version -> version.getKey())
                        .findFirst());
    }
}
