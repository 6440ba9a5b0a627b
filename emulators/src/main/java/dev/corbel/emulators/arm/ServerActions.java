package dev.corbel.emulators.arm;

import java.util.Set;

/** Actions on database servers, which take a while. */
final class ServerActions {
    private final Locator locator;
    private final Guard guard;
    private final LongRuns runs;
    private final World world;

    ServerActions(Locator locator, Guard guard, LongRuns runs, World world) {
        this.locator = locator;
        this.guard = guard;
        this.runs = runs;
        this.world = world;
    }

    ArmResponse restart(ArmRequest request, ArmPath path) {
        Stored server = locator.existing(path.owner().orElseThrow(() -> Refusal.nothing(path.id())));
        Set<String> holds = guard.check(server.path(), false, Set.of());
        PostgresParameters.restarted(world, server);
        Operation operation = runs.write("POST", server, false, holds);
        return runs.answer(request, ArmResponse.of(202), server, operation);
    }
}
