package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import dev.corbel.emulators.arm.facts.TypeFacts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A write of a resource, before it is done.
 *
 * @param before the resource that is there; null where it is created
 * @param path with the spelling that it keeps
 * @param body the properties that clients have a say in, as they will be
 * @param parent the body of the resource above it as it will be; empty where there is none
 * @param siblings the bodies of the others of its type below the same parent as they will be, by name
 */
record Change(
        World world,
        @Nullable Stored before,
        ArmPath path,
        TypeFacts type,
        ObjectNode body,
        ObjectNode parent,
        Map<String, ObjectNode> siblings,
        Instant now) {
    boolean creates() {
        return before == null;
    }

    /** The resource that is there. */
    Optional<Stored> current() {
        return Optional.ofNullable(before);
    }

    /** The property at a path as it will be; a missing node where there is none. */
    JsonNode at(String property) {
        return Trees.at(body, property);
    }

    String text(String property) {
        return at(property).asText();
    }
}
