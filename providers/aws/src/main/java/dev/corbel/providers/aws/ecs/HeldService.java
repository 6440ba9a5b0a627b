package dev.corbel.providers.aws.ecs;

import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * A service that has no tasks for the sake of a deployment, and is to get them again. A tag of the service remembers how
 * many, so that a run that is killed in between is taken up again by the next.
 */
final class HeldService {
    /** Carries the number of tasks that the service is to have again. */
    static final String COUNT = "corbel:desired-count";

    private HeldService() {}

    static boolean isHeld(Service service) {
        return count(service).isPresent();
    }

    /** The number of tasks that the service is to have again; empty where none is held back. */
    static Optional<Integer> count(Service service) {
        return Optional.ofNullable(Ecs.map(service.tags()).get(COUNT))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }
}
