package dev.corbel.emulators.arm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes resources out of the world, with everything below them. */
final class Removal {
    private Removal() {}

    /** Refuses where a rule of the resource, or of one below it, forbids its removal. */
    static void check(World world, RuleBook rules, Stored stored) {
        for (Stored one : withBelow(world, stored)) {
            rules.of(one.type()).forEach(rule -> rule.checkDelete(world, one));
        }
    }

    static void remove(World world, RuleBook rules, Stored stored) {
        for (Stored one : withBelow(world, stored)) {
            world.remove(one);
            rules.of(one.type()).forEach(rule -> rule.deleted(world, one));
            one.path().owner().flatMap(owner -> world.find(owner.id())).ifPresent(Stored::touch);
        }
    }

    /** The innermost first. */
    private static List<Stored> withBelow(World world, Stored stored) {
        List<Stored> all = new ArrayList<>();
        all.add(stored);
        all.addAll(world.below(stored.id()));
        Collections.reverse(all);
        return all;
    }
}
