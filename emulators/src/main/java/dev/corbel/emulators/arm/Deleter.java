package dev.corbel.emulators.arm;

import dev.corbel.emulators.arm.facts.Verb;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** DELETE of resources, and of groups with all that they hold. */
final class Deleter {
    private final World world;
    private final Locator locator;
    private final RuleBook rules;
    private final Guard guard;
    private final LongRuns runs;

    Deleter(World world, Locator locator, RuleBook rules, Guard guard, LongRuns runs) {
        this.world = world;
        this.locator = locator;
        this.rules = rules;
        this.guard = guard;
        this.runs = runs;
    }

    ArmResponse delete(ArmRequest request, ArmPath path, Verb verb) {
        locator.checkAbove(path);
        Optional<Stored> found = world.find(path.id());
        if (found.isEmpty()) {
            return absent(path);
        }
        Stored stored = found.get();
        if (verb.conditional()) {
            Preconditions.check(request, found);
        }
        Optional<Operation> running =
                runs.of(stored).filter(operation -> operation.verb().equals("DELETE"));
        if (running.isPresent()) {
            return runs.answer(request, ArmResponse.of(202), stored, running.get());
        }
        if (!stored.is(Locks.TYPE)) {
            Locks.checkDelete(world, stored.path());
        }
        boolean group = stored.is(ArmPath.GROUPS);
        if (!group) {
            Removal.check(world, rules, stored);
        }
        Set<String> holds = guard.check(stored.path(), stored.type().behaviour().serialisedByParent(), holds(stored));
        if (!verb.longRunning()) {
            Removal.remove(world, rules, stored);
            return ArmResponse.of(200);
        }
        Operation operation = runs.delete(stored, holds, () -> finish(stored, group));
        return runs.answer(request, ArmResponse.of(202), stored, operation);
    }

    private Set<String> holds(Stored stored) {
        Set<String> holds = new HashSet<>();
        rules.of(stored.type()).forEach(rule -> holds.addAll(rule.holds(world, stored)));
        return holds;
    }

    private ArmResponse absent(ArmPath path) {
        if (path.typeName().equalsIgnoreCase(ArmPath.GROUPS)) {
            locator.existing(path);
        }
        return ArmResponse.of(204);
    }

    private void finish(Stored stored, boolean group) {
        if (group) {
            sweep(stored);
        } else {
            Removal.check(world, rules, stored);
        }
        Removal.remove(world, rules, stored);
    }

    /** Removes what a group holds, in any order that works; refuses where something is left that is in use elsewhere. */
    private void sweep(Stored group) {
        Optional<Refusal> blocked = Optional.empty();
        boolean moved = true;
        while (moved) {
            moved = false;
            blocked = Optional.empty();
            for (Stored one : world.below(group.id())) {
                try {
                    if (world.find(one.id()).isPresent()) {
                        Removal.check(world, rules, one);
                        Removal.remove(world, rules, one);
                        moved = true;
                    }
                } catch (Refusal refusal) {
                    blocked = Optional.of(refusal);
                }
            }
        }
        blocked.ifPresent(refusal -> {
            throw Refusal.conflict(
                    "ResourceGroupDeletionBlocked",
                    "Deletion of resource group '" + group.name() + "' failed as resources in it could not be deleted: "
                            + refusal.getMessage());
        });
    }
}
