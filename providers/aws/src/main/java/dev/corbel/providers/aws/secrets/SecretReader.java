package dev.corbel.providers.aws.secrets;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.NamedReader;
import dev.corbel.providers.aws.resource.PolicyText;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetResourcePolicyResponse;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** Reads secrets, without their values. */
final class SecretReader implements NamedReader<Secret> {
    private static final String NO_POLICY = "{}";

    private final AwsSession session;
    private final SecretsManagerClient secrets;

    SecretReader(AwsSession session) {
        this.session = session;
        this.secrets = Secrets.client(session);
    }

    @Override
    public Map<String, Secret> all() {
        Map<String, Secret> all = new LinkedHashMap<>();
        secrets.listSecretsPaginator().stream()
                .flatMap(page -> page.secretList().stream())
                .forEach(entry -> all.put(
                        entry.name(),
                        new Secret(
                                entry.arn(), entry.name(), entry.description(), entry.kmsKeyId(), map(entry.tags()))));
        return all;
    }

    /** One by its name or ARN; one that only can be brought back is not there. */
    @Override
    public Optional<Secret> find(String nameOrArn) {
        return Secrets.ifFound(() -> secrets.describeSecret(call -> call.secretId(nameOrArn)))
                .filter(answer -> answer.deletedDate() == null)
                .map(answer -> new Secret(
                        answer.arn(), answer.name(), answer.description(), answer.kmsKeyId(), map(answer.tags())));
    }

    private static Map<String, String> map(List<Tag> tags) {
        Map<String, String> map = new LinkedHashMap<>();
        tags.forEach(tag -> map.put(tag.key(), tag.value()));
        return map;
    }

    @Override
    public Map<String, String> tags(Secret secret) {
        return secret.tags();
    }

    @Override
    public ObjectState show(Secret secret, Map<String, String> tags, MapValue known) {
        String policy = Secrets.ifFound(() -> secrets.getResourcePolicy(call -> call.secretId(secret.arn())))
                .map(GetResourcePolicyResponse::resourcePolicy)
                .orElse(null);
        return withPolicy(secret, policy, known);
    }

    /** A secret that was just created. */
    ObjectState beginning(Secret secret, MapValue known) {
        return withPolicy(secret, null, known);
    }

    private ObjectState withPolicy(Secret secret, @Nullable String policy, MapValue known) {
        Attributes attributes = new Attributes(SecretsmanagerSecretResource.SCHEMA)
                .from(known)
                .text("id", secret.arn())
                .text("arn", secret.arn())
                .text("name", secret.name())
                .text("description", description(secret, known))
                .text("kms_key_id", key(secret, known))
                .text("policy", policy(policy, known.text("policy").orElse(null)));
        if (known.get("recovery_window_in_days").isNull()) {
            attributes.number("recovery_window_in_days", 30);
        }
        Tags.show(attributes, secret.tags(), known, session);
        return attributes.object();
    }

    private static @Nullable String description(Secret secret, MapValue known) {
        String actual = secret.description() == null ? "" : secret.description();
        return actual.isEmpty() && known.get("description").isNull() ? null : actual;
    }

    /** A key may be asked for by its id, and be answered with its ARN. */
    private static @Nullable String key(Secret secret, MapValue known) {
        return JsonText.shown(
                known.text("kms_key_id").orElse(null),
                secret.key(),
                (asked, actual) -> asked.equals(actual) || actual.endsWith(":key/" + asked));
    }

    private static @Nullable String policy(@Nullable String actual, @Nullable String known) {
        if (actual == null) {
            return known != null && PolicyText.same(known, NO_POLICY) ? known : null;
        }
        return JsonText.shown(known, actual, PolicyText::same);
    }

    static boolean isNoPolicy(String policy) {
        return PolicyText.same(policy, NO_POLICY);
    }
}
