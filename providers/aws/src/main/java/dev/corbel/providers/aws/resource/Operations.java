package dev.corbel.providers.aws.resource;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.Attached;
import dev.corbel.providers.api.ReadableType.Parent;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.PreflightRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The calls of a resource type: all that needs the SDK. Apart from the type, so that names, schemas and plans load no
 * class of the SDK. Failures of the SDK may be thrown as they are; {@link GuardedOperations} puts them into words.
 */
public interface Operations {

    List<ReadResult> read(AwsSession session, List<ReadRequest> requests);

    /** The objects of this type in or on others; asked only of types that name parents. */
    default List<Attached> listAttached(AwsSession session, List<Parent> parents) {
        return parents.stream().map(parent -> Attached.NONE).toList();
    }

    ObjectState create(AwsSession session, CreateRequest request) throws ProviderException;

    Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException;

    ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException;

    void delete(AwsSession session, DeleteRequest request) throws ProviderException;

    /** Problems with planned steps that AWS knows of beforehand. */
    default List<Diagnostic> preflight(AwsSession session, List<PreflightRequest> requests) {
        return List.of();
    }

    List<String> list(AwsSession session) throws ProviderException;

    /** Those of some listed ids whose objects AWS made by itself. */
    default Set<String> listDefaults(AwsSession session, List<String> ids) {
        return Set.of();
    }

    /** The object that has the name of one that is gone; asked of types whose ids are not names. */
    default Optional<ObjectState> namesake(AwsSession session, MapValue gone) {
        return Optional.empty();
    }

    Optional<ObjectState> importObject(AwsSession session, String id) throws ProviderException;
}
