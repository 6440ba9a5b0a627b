package dev.corbel.providers.aws.secrets;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.ErrorMatch;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.NamedOperations;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.PlanMatch;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Waiter;
import dev.corbel.providers.kit.naming.Naming;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The calls of {@code aws_secretsmanager_secret}. */
final class SecretOperations extends NamedOperations<Secret> {
    /** A new role or user is not known everywhere at once. */
    private static final ErrorMatch UNKNOWN_PRINCIPAL = new ErrorMatch("MalformedPolicyDocumentException", "principal");

    SecretOperations() {
        super(new Naming(
                "secret", "name", SecretsmanagerSecretResource.MAX_NAME_LENGTH, Set.of("ResourceExistsException")));
    }

    @Override
    protected SecretReader reader(AwsSession session) {
        return new SecretReader(session);
    }

    /** Each by itself: the list may tell of changes only minutes later. */
    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        SecretReader reader = reader(session);
        return session.batch().readEach(requests, request -> {
            MapValue prior = request.prior().attributes();
            return reader.find(new DesiredAttributes(prior).required("id")).map(secret -> reader.show(secret, prior));
        });
    }

    /** The name of a secret that was just deleted is free a little later. */
    @Override
    protected Set<String> notYet(DesiredAttributes desired) {
        return Set.of("InvalidRequestException");
    }

    @Override
    protected Secret call(
            AwsSession session,
            String name,
            DesiredAttributes desired,
            Map<String, String> tags,
            AwsRequestOverrideConfiguration once) {
        String arn = new SecretCreation(Secrets.client(session), name, desired, tags).arn(once);
        return new Secret(arn, name, desired.text("description"), desired.text("kms_key_id"), tags);
    }

    @Override
    protected ObjectState finish(AwsSession session, Secret secret, CreateRequest request) throws ProviderException {
        DesiredAttributes planned = new DesiredAttributes(request.planned());
        Waiter waiter = session.waiter(request.timeout().orElse(IdempotentCreate.PROPAGATION));
        return new PartialResult(SdkFailures.SDK, reader(session).beginning(secret, request.planned())).then(() -> {
            if (planned.has("policy") && !planned.attributes().get("policy").isUnknown()) {
                putPolicy(session, secret.arn(), planned.required("policy"), waiter);
            }
            return asPlanned(session, secret.arn(), planned.attributes(), waiter);
        });
    }

    private static void putPolicy(AwsSession session, String arn, String policy, Waiter waiter)
            throws ProviderException {
        SecretsManagerClient secrets = Secrets.client(session);
        if (SecretReader.isNoPolicy(policy)) {
            secrets.deleteResourcePolicy(call -> call.secretId(arn));
        } else {
            waiter.whileRefused(
                    UNKNOWN_PRINCIPAL,
                    () -> secrets.putResourcePolicy(call -> call.secretId(arn).resourcePolicy(policy)));
        }
    }

    private ObjectState asPlanned(AwsSession session, String arn, MapValue planned, Waiter waiter)
            throws ProviderException {
        SecretReader reader = reader(session);
        return waiter.untilPresent("the secret " + arn + " to show as planned", () -> reader.find(arn)
                .map(secret -> reader.show(secret, planned))
                .filter(shown -> PlanMatch.matches(shown, planned)));
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        DesiredAttributes planned = new DesiredAttributes(request.planned());
        String arn = prior.required("id");
        SecretsManagerClient secrets = Secrets.client(session);
        if (reader(session).find(arn).isEmpty()) {
            throw NotFound.exception("secret " + arn);
        }
        if (planned.differs("description", prior) || planned.differs("kms_key_id", prior)) {
            secrets.updateSecret(call -> call.secretId(arn)
                    .description(changed(planned, prior, "description"))
                    .kmsKeyId(changed(planned, prior, "kms_key_id")));
        }
        Waiter waiter = session.waiter(request.timeout().orElse(IdempotentCreate.PROPAGATION));
        if (planned.differs("policy", prior) && planned.has("policy")) {
            putPolicy(session, arn, planned.required("policy"), waiter);
        }
        SecretTags.change(secrets, arn, Tags.Change.between(prior.attributes(), planned.attributes()));
        return asPlanned(session, arn, planned.attributes(), waiter);
    }

    /** The new text, empty where it is taken away; null where it stays. */
    private static @Nullable String changed(DesiredAttributes planned, DesiredAttributes prior, String name) {
        if (!planned.differs(name, prior)) {
            return null;
        }
        String text = planned.text(name);
        return text == null ? "" : text;
    }

    /** Without a recovery window the secret goes for good; that takes a moment, and until then its name is in use. */
    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        String arn = prior.required("id");
        SecretsManagerClient secrets = Secrets.client(session);
        Integer window = prior.number("recovery_window_in_days");
        boolean forGood = window != null && window == 0;
        Secrets.ifFound(() -> secrets.deleteSecret(call -> {
            call.secretId(arn);
            if (forGood) {
                call.forceDeleteWithoutRecovery(true);
            } else {
                call.recoveryWindowInDays(window == null ? null : Long.valueOf(window));
            }
        }));
        if (forGood) {
            session.waiter(request.timeout().orElse(IdempotentCreate.PROPAGATION))
                    .until("the secret " + arn + " to be gone", () -> isGone(secrets, arn));
        }
    }

    private static boolean isGone(SecretsManagerClient secrets, String arn) {
        return Secrets.ifFound(() -> secrets.describeSecret(call -> call.secretId(arn)))
                .isEmpty();
    }

    @Override
    public Optional<ObjectState> namesake(AwsSession session, MapValue gone) {
        SecretReader reader = new SecretReader(session);
        return gone.text("name").flatMap(reader::find).map(secret -> reader.show(secret, MapValue.EMPTY));
    }

    @Override
    public List<String> list(AwsSession session) {
        return reader(session).all().values().stream().map(Secret::arn).toList();
    }
}
