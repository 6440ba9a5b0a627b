package dev.corbel.emulators.arm;

import java.net.URI;
import java.util.List;

/** The addresses at which callers ask about long operations. */
final class LongAnswers {
    private static final String VERSION = "2024-01-01";

    private final ArmClock clock;

    LongAnswers(ArmClock clock) {
        this.clock = clock;
    }

    /** Adds the headers that say that an operation goes on. */
    ArmResponse announce(ArmResponse response, URI base, Operation operation, boolean byLocationOnly) {
        ArmResponse announced = response.with("Retry-After", String.valueOf(clock.secondsUntil(operation.endsAt())));
        if (byLocationOnly || response.status() == 202) {
            announced = announced.with("Location", address(base, operation, "operationResults"));
        }
        return byLocationOnly
                ? announced
                : announced.with("Azure-AsyncOperation", address(base, operation, "operations"));
    }

    private static String address(URI base, Operation operation, String kind) {
        List<String> scope = ArmPath.segments(operation.target().scope());
        return base.resolve("/subscriptions/" + scope.get(1) + "/providers/"
                        + operation.target().namespace() + "/locations/simulated/" + kind + "/" + operation.id()
                        + "?api-version=" + VERSION)
                .toString();
    }
}
