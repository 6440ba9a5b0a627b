package dev.corbel.cli.testing;

import dev.corbel.planner.apply.ApplyEvent;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.Operation.Kind;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One of every event that applying can tell of. */
public final class SampleEvents {
    private SampleEvents() {}

    public static List<ApplyEvent> all() {
        Operation create = operation(Kind.CREATE, SamplePlan.APP.child("sim_object", "main"));
        Operation update =
                operation(Kind.UPDATE, Address.resource("sim_object", "other").withKey("a"));
        Operation delete = operation(Kind.DELETE, Address.resource("sim_object", "gone"));
        Operation evaluate = operation(Kind.EVALUATE, Address.resource("sim_object", "same"));
        return List.of(
                new ApplyEvent.Started(0, create),
                new ApplyEvent.Started(1, update),
                new ApplyEvent.StillRunning(0, create, Duration.ofSeconds(10)),
                new ApplyEvent.Finished(0, create, Duration.ofMillis(12_300), Optional.of("s-1")),
                new ApplyEvent.Failed(
                        1, update, Duration.ofMillis(450), List.of(Diagnostic.error("The update was refused", ""))),
                new ApplyEvent.Skipped(2, delete, Optional.of(update)),
                new ApplyEvent.Skipped(3, delete, Optional.empty()),
                new ApplyEvent.Started(4, evaluate),
                new ApplyEvent.Finished(4, evaluate, Duration.ZERO, Optional.empty()));
    }

    private static Operation operation(Kind kind, Address address) {
        return new Operation(kind, Optional.of(address), Optional.empty(), -1, Optional.empty(), List.of());
    }
}
