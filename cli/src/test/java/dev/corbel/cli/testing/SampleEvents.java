package dev.corbel.cli.testing;

import dev.corbel.planner.apply.ApplyEvent;
import dev.corbel.planner.apply.OperationReport.Outcome;
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
                new ApplyEvent.Noted(0, create, "waits for you"),
                new ApplyEvent.Started(1, update),
                new ApplyEvent.StillRunning(0, create, Duration.ofSeconds(10)),
                new ApplyEvent.Finished(0, create, Outcome.DONE, Duration.ofMillis(12_300), Optional.of("s-1")),
                new ApplyEvent.Failed(
                        1, update, Duration.ofMillis(450), List.of(Diagnostic.error("The update was refused", ""))),
                new ApplyEvent.Skipped(2, delete, Optional.of(update)),
                new ApplyEvent.Skipped(3, delete, Optional.empty()),
                new ApplyEvent.Started(4, evaluate),
                new ApplyEvent.Finished(4, evaluate, Outcome.DONE, Duration.ZERO, Optional.empty()));
    }

    /** What was planned to be replaced and turned out to be able to stay. */
    public static List<ApplyEvent> standing() {
        Operation create = operation(Kind.CREATE, Address.resource("sim_object", "same"));
        Operation delete = operation(Kind.DELETE, Address.resource("sim_object", "same"));
        Operation update = operation(Kind.CREATE, Address.resource("sim_object", "near"));
        Duration soon = Duration.ofMillis(200);
        return List.of(
                new ApplyEvent.Finished(0, create, Outcome.UNNEEDED, soon, Optional.of("s-1")),
                new ApplyEvent.Finished(1, delete, Outcome.UNNEEDED, soon, Optional.empty()),
                new ApplyEvent.Finished(2, update, Outcome.UPDATED, soon, Optional.of("s-2")));
    }

    private static Operation operation(Kind kind, Address address) {
        return new Operation(kind, Optional.of(address), Optional.empty(), -1, Optional.empty(), List.of());
    }
}
