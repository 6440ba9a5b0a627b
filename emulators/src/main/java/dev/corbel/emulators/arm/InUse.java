package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.List;

/** Resources that others name: shown beside them, and not to be deleted before. */
final class InUse {
    private InUse() {}

    /** The resources of a type that name this one. */
    static List<Stored> by(World world, Stored stored, String typeName) {
        return world.referrers(stored.id()).stream()
                .filter(other -> other.is(typeName))
                .toList();
    }

    /** Shows the ids of those that name this one. */
    static void show(World world, Stored stored, String typeName, ObjectNode shown, String property) {
        ArrayNode ids = shown.arrayNode();
        by(world, stored, typeName).forEach(other -> ids.addObject().put("id", other.id()));
        if (!ids.isEmpty()) {
            Trees.set(shown, property, ids);
        }
    }

    /** Refuses a deletion while one names it. */
    static void refuse(World world, Stored stored, String typeName, String code) {
        by(world, stored, typeName).stream().findFirst().ifPresent(other -> {
            throw Refusal.badRequest(
                    code, "'" + stored.id() + "' is in use by '" + other.id() + "' and cannot be deleted.");
        });
    }
}
