package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.kit.naming.Naming;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

/**
 * Creates something that has its name for itself. AWS takes the creation of what is there already for done where it is
 * the same in all, so the name is looked up first.
 *
 * @param naming of this kind of object
 */
record NamedCreation<T>(AwsSession session, CreateRequest request, Naming naming, Kind<T> kind) {
    /** The calls that read one kind of object, each of which has a name for itself. */
    interface Kind<T> extends ElbReader.Kind<T> {
        /** Fails where there is none with this name. */
        List<T> describe(ElasticLoadBalancingV2Client elb, String name);
    }

    /** Makes it, unless this operation did so before. */
    Described<T> create(Set<String> notYet, Function<AwsRequestOverrideConfiguration, Described<T>> call)
            throws ProviderException {
        Optional<Described<T>> present = ours();
        return present.isPresent() ? present.get() : IdempotentCreate.create(session, notYet, call, this::createdByUs);
    }

    Optional<Described<T>> recover() throws ProviderException {
        Optional<Described<T>> found = session.waiter(IdempotentCreate.READ_LAG).poll(this::byName);
        return found.isPresent() ? ours() : Optional.empty();
    }

    private Optional<Described<T>> createdByUs() {
        return byName().filter(found -> found.isCreatedBy(request.token()));
    }

    private Optional<Described<T>> ours() throws ProviderException {
        Optional<Described<T>> present = byName();
        if (present.isPresent() && !present.get().isCreatedBy(request.token())) {
            throw naming.refusal(request, kind.arn(present.get().object()));
        }
        return present;
    }

    private Optional<Described<T>> byName() {
        return named(session, kind, naming.of(request));
    }

    /** The object of a name; empty where there is none. */
    static <T> Optional<Described<T>> named(AwsSession session, Kind<T> kind, String name) {
        return new ElbReader<>(session, kind)
                .all(() -> kind.describe(Elb.client(session), name)).stream().findFirst();
    }
}
