package dev.corbel.providers.aws.secrets;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.PlanMatch;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Waiter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;

/** The calls of {@code aws_secretsmanager_secret_version}. */
final class SecretVersionOperations implements Operations {
    private static final String CURRENT = "AWSCURRENT";

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        SecretVersionReader reader = new SecretVersionReader(session);
        return session.batch().readEach(requests, request -> {
            MapValue prior = request.prior().attributes();
            return reader.find(id(prior), prior);
        });
    }

    private static SecretVersionId id(MapValue attributes) {
        return new SecretVersionId(
                new DesiredAttributes(attributes).required("secret_id"),
                new DesiredAttributes(attributes).required("version_id"));
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        DesiredAttributes planned = new DesiredAttributes(request.planned());
        String secret = planned.required("secret_id");
        PutSecretValueRequest.Builder call = PutSecretValueRequest.builder()
                .secretId(secret)
                .clientRequestToken(version(request.token()))
                .secretString(
                        planned.has(SecretsmanagerSecretVersionResource.WRITE_ONLY)
                                ? planned.text(SecretsmanagerSecretVersionResource.WRITE_ONLY)
                                : planned.text(SecretsmanagerSecretVersionResource.TEXT));
        String binary = planned.text(SecretsmanagerSecretVersionResource.BINARY);
        if (binary != null) {
            call.secretBinary(SdkBytes.fromByteArray(Base64.getDecoder().decode(binary)));
        }
        List<String> stages = planned.texts("version_stages");
        if (!stages.isEmpty()) {
            call.versionStages(stages);
        }
        Waiter waiter = session.waiter(IdempotentCreate.PROPAGATION);
        PutSecretValueResponse answer =
                waiter.whileRefused(Set.of("ResourceNotFoundException"), () -> Secrets.client(session)
                        .putSecretValue(call.build()));
        SecretVersionId id = new SecretVersionId(secret, answer.versionId());
        MapValue made = WriteOnlyVersion.made(request.planned());
        ObjectState beginning = SecretVersionReader.begin(id, answer.arn(), answer.versionStages(), made)
                .object();
        return new PartialResult(SdkFailures.SDK, beginning).then(() -> asPlanned(session, id, made, waiter));
    }

    /** The id of the version that an operation makes, in the form that AWS asks for. */
    private static String version(String token) {
        return UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static ObjectState asPlanned(AwsSession session, SecretVersionId id, MapValue planned, Waiter waiter)
            throws ProviderException {
        SecretVersionReader reader = new SecretVersionReader(session);
        MapValue stored = planned.with(SecretsmanagerSecretVersionResource.WRITE_ONLY, Value.ofNull());
        return waiter.untilPresent(
                "the version " + id.version() + " of the secret " + id.secret() + " to show as planned",
                () -> reader.find(id, stored).filter(shown -> PlanMatch.matches(shown, stored)));
    }

    /** The operation gives the version its id, so that it is found without the value, which nobody keeps. */
    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        SecretVersionId id = new SecretVersionId(
                new DesiredAttributes(request.planned()).required("secret_id"), version(request.token()));
        MapValue known = WriteOnlyVersion.recovered(request.planned());
        SecretVersionReader reader = new SecretVersionReader(session);
        return session.waiter(IdempotentCreate.READ_LAG).poll(() -> reader.find(id, known));
    }

    /** Only labels can change. One that another version has is moved. */
    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        DesiredAttributes planned = new DesiredAttributes(request.planned());
        SecretVersionId id = id(request.prior().attributes());
        SecretVersionReader reader = new SecretVersionReader(session);
        if (reader.find(id, request.prior().attributes()).isEmpty()) {
            throw NotFound.exception("version " + id.version() + " of the secret " + id.secret());
        }
        List<String> before = new DesiredAttributes(request.prior().attributes()).texts("version_stages");
        List<String> after = planned.texts("version_stages");
        SecretsManagerClient secrets = Secrets.client(session);
        for (String added : without(after, before)) {
            Optional<String> holder = reader.holder(id.secret(), added);
            secrets.updateSecretVersionStage(call -> call.secretId(id.secret())
                    .versionStage(added)
                    .moveToVersionId(id.version())
                    .removeFromVersionId(holder.orElse(null)));
        }
        for (String removed : without(before, after)) {
            take(secrets, id, removed);
        }
        Waiter waiter = session.waiter(IdempotentCreate.PROPAGATION);
        return asPlanned(session, id, planned.attributes(), waiter);
    }

    private static List<String> without(List<String> all, List<String> others) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static void take(SecretsManagerClient secrets, SecretVersionId id, String stage) {
        secrets.updateSecretVersionStage(
                call -> call.secretId(id.secret()).versionStage(stage).removeFromVersionId(id.version()));
    }

    /** AWS deletes versions that have no labels. The current version keeps its own until there is another. */
    @Override
    public void delete(AwsSession session, DeleteRequest request) {
        MapValue prior = request.prior().attributes();
        SecretVersionId id = id(prior);
        Optional<ObjectState> actual = new SecretVersionReader(session).find(id, prior);
        if (actual.isPresent()) {
            SecretsManagerClient secrets = Secrets.client(session);
            for (String stage : new DesiredAttributes(actual.get().attributes()).texts("version_stages")) {
                if (!stage.equals(CURRENT)) {
                    take(secrets, id, stage);
                }
            }
        }
    }

    @Override
    public List<String> list(AwsSession session) {
        SecretsManagerClient secrets = Secrets.client(session);
        List<String> arns = secrets.listSecretsPaginator().stream()
                .flatMap(page -> page.secretList().stream())
                .map(SecretListEntry::arn)
                .toList();
        return session.batch().each(arns, arn -> versions(secrets, arn)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> versions(SecretsManagerClient secrets, String arn) {
        return secrets.listSecretVersionIdsPaginator(call -> call.secretId(arn)).stream()
                .flatMap(page -> page.versions().stream())
                .filter(version -> !version.versionStages().isEmpty())
                .map(version -> new SecretVersionId(arn, version.versionId()).text())
                .toList();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String text) {
        return SecretVersionId.parse(text).flatMap(id -> new SecretVersionReader(session).find(id, MapValue.EMPTY));
    }
}
