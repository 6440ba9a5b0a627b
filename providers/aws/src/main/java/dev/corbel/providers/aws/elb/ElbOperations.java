package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.kit.call.NotFound;
import java.util.List;
import java.util.Optional;

/** The calls that all types here make alike: their ids are ARNs, by which they are read and imported. */
abstract class ElbOperations<T> implements Operations {
    private final ElbReader.Kind<T> kind;

    ElbOperations(ElbReader.Kind<T> kind) {
        this.kind = kind;
    }

    abstract ObjectState show(AwsSession session, Described<T> object, MapValue known);

    final ElbReader<T> reader(AwsSession session) {
        return new ElbReader<>(session, kind);
    }

    @Override
    public final List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        ElbReader<T> reader = reader(session);
        return session.batch()
                .read(
                        requests,
                        reader::list,
                        reader::find,
                        (object, request) ->
                                show(session, object, request.prior().attributes()));
    }

    @Override
    public final Optional<ObjectState> importObject(AwsSession session, String arn) {
        return reader(session).find(arn).map(object -> show(session, object, MapValue.EMPTY));
    }

    /** What is there now, which a moment ago was. */
    final Described<T> existing(AwsSession session, String name, String arn) throws ProviderException {
        return reader(session).find(arn).orElseThrow(() -> NotFound.exception(name + " " + arn));
    }
}
