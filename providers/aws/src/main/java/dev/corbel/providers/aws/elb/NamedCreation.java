package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.CallOnce;
import dev.corbel.providers.aws.resource.Naming;
import dev.corbel.providers.aws.resource.Waiter;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/**
 * Creates something that has its name for itself. AWS takes the creation of what is there already for done where it is
 * the same in all, so the name is looked up first.
 *
 * @param byName finds what has the name
 */
record NamedCreation<T>(
        AwsSession session,
        CreateRequest request,
        Naming naming,
        ElbReader.Kind<T> type,
        Supplier<Optional<Described<T>>> byName) {

    /** Makes it, unless this operation did so before. */
    Described<T> create(Set<String> notYet, Function<AwsRequestOverrideConfiguration, Described<T>> call)
            throws ProviderException {
        Optional<Described<T>> present = ours();
        return present.isPresent() ? present.get() : CallOnce.create(session, notYet, call, this::createdByUs);
    }

    Optional<Described<T>> recover() throws ProviderException {
        Optional<Described<T>> found = new Waiter(session.context(), CallOnce.READ_LAG).poll(byName);
        return found.isPresent() ? ours() : Optional.empty();
    }

    private Optional<Described<T>> createdByUs() {
        return byName.get().filter(found -> found.isCreatedBy(request.token()));
    }

    private Optional<Described<T>> ours() throws ProviderException {
        Optional<Described<T>> present = byName.get();
        if (present.isPresent() && !present.get().isCreatedBy(request.token())) {
            throw naming.refusal(request, type.arn(present.get().object()));
        }
        return present;
    }
}
