package dev.corbel.emulators.arm;

import dev.corbel.emulators.arm.facts.Facts;
import java.util.Optional;

/** Everything that a body names by its id has to exist, and not to be on its way out. */
final class ReferenceRule implements TypeRule {
    private final Facts facts;

    ReferenceRule(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void check(Change change) {
        References.each(change.body(), id -> {
            if (isKnown(id) && !ArmPath.key(id).startsWith(change.path().key())) {
                check(change, id);
            }
        });
    }

    private boolean isKnown(String id) {
        Optional<ArmPath> path = ArmPath.parse(id);
        return path.isPresent()
                && path.get().isItem()
                && facts.type(path.get().typeName()).isPresent();
    }

    private static void check(Change change, String id) {
        Optional<Stored> target = change.world().find(id);
        if (target.isEmpty()) {
            throw Refusal.badRequest(
                    "InvalidResourceReference",
                    "Resource " + id + " referenced by resource "
                            + change.path().id() + " was not found.");
        }
        if (target.get().state().equals("Deleting")) {
            throw Refusal.conflict(
                    "ReferencedResourceNotProvisioned",
                    "Cannot proceed with operation because resource " + id + " used by resource "
                            + change.path().id() + " is being deleted.");
        }
    }
}
