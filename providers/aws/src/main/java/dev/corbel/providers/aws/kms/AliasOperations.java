package dev.corbel.providers.aws.kms;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.PlanMatch;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Waiter;
import dev.corbel.providers.kit.naming.GeneratedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.kms.KmsClient;

/** The calls of {@code aws_kms_alias}. */
final class AliasOperations implements Operations {

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        AliasReader reader = new AliasReader(session);
        return session.batch()
                .read(
                        requests,
                        names -> reader.all(),
                        reader::find,
                        (alias, request) -> alias.show(request.prior().attributes()));
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        KmsClient kms = Kms.client(session);
        String name = name(request);
        String key = new DesiredAttributes(request.planned()).required("target_key_id");
        Waiter waiter = session.waiter(IdempotentCreate.PROPAGATION);
        try {
            waiter.whileRefused(
                    Set.of("NotFoundException"),
                    () -> kms.createAlias(call -> call.aliasName(name).targetKeyId(key)));
        } catch (ProviderException failure) {
            // An interrupted creation may have come as far as this.
            boolean taken = failure.getCause() != null
                    && ErrorClass.code(failure.getCause()).equals("AlreadyExistsException");
            if (!taken || !pointsTo(session, name, key)) {
                throw taken ? taken(request, name).because(failure) : failure;
            }
        }
        Alias alias = new AliasReader(session).of(name, key);
        return new PartialResult(SdkFailures.SDK, alias.show(request.planned()))
                .then(() -> shown(session, name, request.planned(), waiter));
    }

    private static String name(CreateRequest request) {
        Optional<String> name = request.planned().text("name");
        if (name.isPresent()) {
            return name.get();
        }
        return request.planned().text("name_prefix").isPresent()
                ? GeneratedName.of(request, "name_prefix", KmsAliasResource.MAX_NAME_LENGTH)
                : "alias/"
                        + GeneratedName.of(
                                request, "name_prefix", KmsAliasResource.MAX_NAME_LENGTH - "alias/".length());
    }

    private static boolean pointsTo(AwsSession session, String name, String key) {
        return new AliasReader(session)
                .find(name)
                .filter(alias -> alias.isOf(key))
                .isPresent();
    }

    private static ProviderException taken(CreateRequest request, String name) {
        return new ProviderException(Diagnostic.error(
                        "The alias \"" + name + "\" is there already", "It names another key than the one planned.")
                .withHint("To manage it: adopt('" + request.address() + "') { id = '" + name + "' }."));
    }

    private static ObjectState shown(AwsSession session, String name, MapValue planned, Waiter waiter)
            throws ProviderException {
        AliasReader reader = new AliasReader(session);
        return waiter.untilPresent("the alias " + name + " to show", () -> reader.find(name)
                .map(alias -> alias.show(planned))
                .filter(shown -> PlanMatch.matches(shown, planned)));
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) {
        return Optional.empty();
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        DesiredAttributes planned = new DesiredAttributes(request.planned());
        String name = prior.required("id");
        Waiter waiter = session.waiter(IdempotentCreate.PROPAGATION);
        if (planned.differs("target_key_id", prior)) {
            waiter.whileRefused(Set.of("NotFoundException"), () -> Kms.client(session)
                    .updateAlias(call -> call.aliasName(name).targetKeyId(planned.required("target_key_id"))));
        }
        return shown(session, name, planned.attributes(), waiter);
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) {
        String name = new DesiredAttributes(request.prior().attributes()).required("id");
        Kms.ifFound(() -> Kms.client(session).deleteAlias(call -> call.aliasName(name)));
    }

    @Override
    public List<String> list(AwsSession session) {
        return List.copyOf(new AliasReader(session).all().keySet());
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        return new AliasReader(session).find(id).map(alias -> alias.show(MapValue.EMPTY));
    }
}
