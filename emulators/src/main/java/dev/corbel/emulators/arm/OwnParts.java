package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Facts;
import dev.corbel.emulators.arm.facts.Trees;

/** Resources that a service makes by itself below a new one. */
final class OwnParts {
    private OwnParts() {}

    /**
     * Adds one.
     *
     * @param more of its body, beside what its type has by default
     */
    static void add(Facts facts, Change change, Stored owner, String type, String name, ObjectNode more) {
        facts.type(type).ifPresent(known -> {
            Stored part = new Stored(owner.path().list(known.collection()).child(name), known, change.now());
            ObjectNode body = known.behaviour().defaults().deepCopy();
            Trees.overlay(body, more);
            part.change(body);
            change.world().add(part);
        });
    }
}
