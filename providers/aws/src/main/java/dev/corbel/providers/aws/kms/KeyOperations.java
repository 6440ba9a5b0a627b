package dev.corbel.providers.aws.kms;

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
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.PlanMatch;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Waiter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.OriginType;

/** The calls of {@code aws_kms_key}. */
final class KeyOperations implements Operations {

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        KeyReader reader = new KeyReader(session);
        return session.batch().readEach(requests, request -> {
            MapValue prior = request.prior().attributes();
            return reader.find(new DesiredAttributes(prior).required("id"))
                    .map(details -> details.show(session, prior));
        });
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        CreateKeyRequest.Builder call = CreateKeyRequest.builder()
                .description(desired.text("description"))
                .keyUsage(desired.text("key_usage"))
                .keySpec(desired.text("customer_master_key_spec"))
                .policy(desired.text("policy"))
                .bypassPolicyLockoutSafetyCheck(desired.flag("bypass_policy_lockout_safety_check"))
                .multiRegion(desired.flag("multi_region"))
                .tags(KmsTags.sdk(Tags.of(request.planned(), request.token())));
        if (desired.has("custom_key_store_id")) {
            call.customKeyStoreId(desired.text("custom_key_store_id"))
                    .xksKeyId(desired.text("xks_key_id"))
                    .origin(desired.has("xks_key_id") ? OriginType.EXTERNAL_KEY_STORE : OriginType.AWS_CLOUDHSM);
        }
        KeyMetadata key = IdempotentCreate.create(
                session,
                KeySettings.UNKNOWN_PRINCIPAL,
                once -> Kms.client(session)
                        .createKey(call.overrideConfiguration(once).build())
                        .keyMetadata(),
                () -> new KeyReader(session).createdBy(request.token()));
        Map<String, String> tags = Tags.of(request.planned(), request.token());
        return finish(session, new KeyDetails(key, desired.text("policy"), null, tags), request);
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        KeyReader reader = new KeyReader(session);
        Optional<KeyDetails> found = session.waiter(IdempotentCreate.READ_LAG)
                .poll(() -> reader.createdBy(request.token()).flatMap(key -> reader.find(key.keyId())));
        return found.isEmpty() ? Optional.empty() : Optional.of(finish(session, found.get(), request));
    }

    private static ObjectState finish(AwsSession session, KeyDetails key, CreateRequest request)
            throws ProviderException {
        MapValue planned = request.planned();
        String id = key.key().keyId();
        ObjectState beginning = key.show(session, planned);
        return new PartialResult(SdkFailures.SDK, beginning).then(() -> {
            Waiter waiter = session.waiter(request.timeout().orElse(IdempotentCreate.PROPAGATION));
            new KeySettings(Kms.client(session), id, waiter)
                    .change(new DesiredAttributes(beginning.attributes()), new DesiredAttributes(planned));
            return asPlanned(session, id, planned, waiter);
        });
    }

    /** KMS tells of changes a few seconds later. */
    private static ObjectState asPlanned(AwsSession session, String id, MapValue planned, Waiter waiter)
            throws ProviderException {
        KeyReader reader = new KeyReader(session);
        return waiter.untilPresent("the key " + id + " to show as planned", () -> reader.find(id)
                .map(details -> details.show(session, planned))
                .filter(shown -> PlanMatch.matches(shown, planned)));
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        DesiredAttributes planned = new DesiredAttributes(request.planned());
        String id = prior.required("id");
        if (!new KeyReader(session).isThere(id)) {
            throw NotFound.exception("key " + id);
        }
        Waiter waiter = session.waiter(request.timeout().orElse(IdempotentCreate.PROPAGATION));
        new KeySettings(Kms.client(session), id, waiter).change(prior, planned);
        return asPlanned(session, id, planned.attributes(), waiter);
    }

    /** KMS deletes no key at once: it can be brought back for some days. */
    @Override
    public void delete(AwsSession session, DeleteRequest request) {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        String id = prior.required("id");
        if (new KeyReader(session).isThere(id)) {
            Kms.ifFound(() -> Kms.client(session).scheduleKeyDeletion(call -> call.keyId(id)
                    .pendingWindowInDays(prior.number("deletion_window_in_days"))));
        }
    }

    @Override
    public List<String> list(AwsSession session) {
        return new KeyReader(session).managed();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        return new KeyReader(session).find(id).map(details -> details.show(session, MapValue.EMPTY));
    }
}
