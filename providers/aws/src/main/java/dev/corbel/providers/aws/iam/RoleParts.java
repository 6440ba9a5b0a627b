package dev.corbel.providers.aws.iam;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.RoleDetail;

/** Reads what belongs to roles: many from the list of all roles with what they have, a single one directly. */
final class RoleParts {
    private RoleParts() {}

    /**
     * Answers many; what the list lacks is confirmed by a direct read.
     *
     * @param listed what the list knows of an object; empty where it lacks it
     * @param direct asks for one
     */
    static List<ReadResult> read(
            AwsSession session,
            List<ReadRequest> requests,
            BiFunction<List<RoleDetail>, MapValue, Optional<ObjectState>> listed,
            Function<MapValue, Optional<ObjectState>> direct) {
        List<RoleDetail> details = requests.size() == 1
                ? List.of()
                : new RoleReader(session).details().orElse(List.of());
        return session.batch().readEach(requests, request -> {
            MapValue prior = request.prior().attributes();
            return listed.apply(details, prior).or(() -> direct.apply(prior));
        });
    }

    /** The parts of all roles, from the list or, where the caller may not see that, from role after role. */
    static List<String> list(
            AwsSession session,
            Function<RoleDetail, Stream<String>> listed,
            Function<RolePolicies, Stream<String>> direct) {
        RoleReader reader = new RoleReader(session);
        return reader.details()
                .map(details -> details.stream().flatMap(listed).toList())
                .orElseGet(() -> reader.names().stream()
                        .flatMap(role -> direct.apply(new RolePolicies(Iam.client(session), role)))
                        .toList());
    }

    static Stream<RoleDetail> of(List<RoleDetail> details, String role) {
        return details.stream().filter(detail -> detail.roleName().equals(role));
    }
}
