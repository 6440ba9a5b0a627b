package dev.corbel.emulators.arm;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Keeps operations from getting into each other's way, as services do: they refuse the second one. */
final class Guard {
    private final Operations operations;
    private final Trouble trouble;
    private final ArmClock clock;

    Guard(Operations operations, Trouble trouble, ArmClock clock) {
        this.operations = operations;
        this.trouble = trouble;
        this.clock = clock;
    }

    /**
     * Refuses a write while another one works on the resource, on what is above it, or on what it holds.
     *
     * @param more the ids of other resources that the write works on
     * @return all ids that it holds, without case
     */
    Set<String> check(ArmPath path, boolean serialisedByParent, Set<String> more) {
        Set<String> holds = new LinkedHashSet<>();
        holds.add(path.key());
        if (serialisedByParent) {
            path.owner().ifPresent(owner -> holds.add(owner.key()));
        }
        more.forEach(id -> holds.add(ArmPath.key(id)));
        checkGroup(path);
        for (Optional<ArmPath> above = path.owner();
                above.isPresent();
                above = above.get().owner()) {
            operations.of(above.get().key()).filter(Guard::deletes).ifPresent(other -> {
                throw refusal(other, "Conflict");
            });
        }
        operations.of(path.key()).ifPresent(other -> {
            throw refusal(other, deletes(other) ? "ResourceIsBeingDeleted" : "AnotherOperationInProgress");
        });
        for (String id : holds) {
            operations.holding(id).ifPresent(other -> {
                throw refusal(other, "AnotherOperationInProgress");
            });
        }
        return holds;
    }

    private void checkGroup(ArmPath path) {
        for (String scope = path.scope();
                scope.indexOf('/', 1) > 0;
                scope = scope.substring(0, scope.lastIndexOf('/'))) {
            operations.of(ArmPath.key(scope)).filter(Guard::deletes).ifPresent(other -> {
                throw refusal(other, "ResourceGroupBeingDeleted");
            });
        }
    }

    private static boolean deletes(Operation operation) {
        return operation.verb().equals("DELETE");
    }

    private Refusal refusal(Operation other, String code) {
        // Services answer either way, at least in bad times.
        return Refusal.of(
                        trouble.shows("conflict " + other.id()) ? 429 : 409,
                        code,
                        "Another operation (" + other.verb() + ") on this or a dependent resource is in progress: '"
                                + other.target().id() + "'. Retry later.")
                .retryAfter(clock.secondsUntil(other.endsAt()));
    }
}
