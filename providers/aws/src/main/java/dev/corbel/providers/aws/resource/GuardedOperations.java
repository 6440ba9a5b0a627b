package dev.corbel.providers.aws.resource;

import dev.corbel.clients.aws.ErrorClass;
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
import dev.corbel.providers.aws.client.Failures;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns the SDK's exceptions into the contract's. */
record GuardedOperations(Operations operations) implements Operations {
    /** Where one call fails with these, so does the next. */
    private static final Set<ErrorClass> POINTLESS = EnumSet.of(
            ErrorClass.NO_CREDENTIALS,
            ErrorClass.EXPIRED_CREDENTIALS,
            ErrorClass.REJECTED_CREDENTIALS,
            ErrorClass.UNREACHABLE,
            ErrorClass.CANCELLED);

    interface Call<T> {
        T run() throws ProviderException;
    }

    static <T> T guarded(Call<T> call) throws ProviderException {
        try {
            return call.run();
        } catch (SdkException failure) {
            throw Failures.exception(failure);
        }
    }

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        try {
            return operations.read(session, requests);
        } catch (SdkException failure) {
            ReadResult unreadable = Failures.unreadable(failure);
            return requests.stream().map(request -> unreadable).toList();
        }
    }

    @Override
    public List<Attached> listAttached(AwsSession session, List<Parent> parents) {
        try {
            return operations.listAttached(session, parents);
        } catch (SdkException failure) {
            Attached unreadable = Attached.unreadable(Failures.unreadable(failure));
            return parents.stream().map(parent -> unreadable).toList();
        }
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        return guarded(() -> operations.create(session, request));
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        return guarded(() -> operations.recover(session, request));
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        try {
            return guarded(() -> operations.update(session, request));
        } catch (ProviderException failure) {
            throw failure.object().isPresent() ? failure : withObject(failure, session, request);
        }
    }

    /** An update takes several calls, of which some may have been made: what is there now goes with the failure. */
    private ProviderException withObject(ProviderException failure, AwsSession session, UpdateRequest request) {
        if (failure.getCause() != null && POINTLESS.contains(ErrorClass.of(failure.getCause()))) {
            return failure;
        }
        ReadRequest question = new ReadRequest(request.address(), request.prior());
        return read(session, List.of(question)).get(0) instanceof ReadResult.Present present
                ? new ProviderException(failure.diagnostic(), present.object()).because(failure)
                : failure;
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        guarded(() -> {
            operations.delete(session, request);
            return request;
        });
    }

    /** Where AWS does not answer, the step itself will tell. */
    @Override
    public List<Diagnostic> preflight(AwsSession session, List<PreflightRequest> requests) {
        try {
            return operations.preflight(session, requests);
        } catch (SdkException unanswered) {
            return List.of();
        }
    }

    @Override
    public List<String> list(AwsSession session) throws ProviderException {
        return guarded(() -> operations.list(session));
    }

    @Override
    public Set<String> listDefaults(AwsSession session, List<String> ids) {
        return operations.listDefaults(session, ids);
    }

    @Override
    public Optional<ObjectState> namesake(AwsSession session, MapValue gone) {
        return operations.namesake(session, gone);
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) throws ProviderException {
        return guarded(() -> operations.importObject(session, id));
    }
}
