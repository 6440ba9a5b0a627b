package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Operations;
import java.util.List;
import java.util.Optional;

/** The calls of {@code aws_ecs_service}. */
final class ServiceOperations implements Operations {

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        ServiceReader reader = new ServiceReader(session);
        return session.batch()
                .read(
                        requests,
                        ServiceReader.BATCH,
                        request -> ServiceId.of(request.prior().attributes()),
                        reader::list,
                        reader::find,
                        (service, request) -> new ServiceView(
                                        session, service, request.prior().attributes())
                                .show());
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        return new ServiceCreation(session, request).create();
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        return new ServiceCreation(session, request).recover();
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        return new ServiceUpdate(session, request).update();
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        new ServiceDeletion(session, request).delete();
    }

    @Override
    public List<String> list(AwsSession session) {
        return new ServiceReader(session).ids().stream().map(ServiceId::text).toList();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        return ServiceId.parse(id)
                .flatMap(parsed -> new ServiceReader(session).find(parsed))
                .map(service -> new ServiceView(session, service, MapValue.EMPTY).show());
    }
}
