package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import dev.corbel.emulators.arm.facts.TypeFacts;
import java.time.Instant;
import java.util.Locale;

/** A resource that exists. */
final class Stored {
    private final ArmPath path;
    private final TypeFacts type;
    private final Instant createdAt;
    private ObjectNode body = Trees.object();
    private final ObjectNode generated = Trees.object();
    private String state = "Succeeded";
    private int version;

    Stored(ArmPath path, TypeFacts type, Instant createdAt) {
        this.path = path;
        this.type = type;
        this.createdAt = createdAt;
    }

    ArmPath path() {
        return path;
    }

    String id() {
        return path.id();
    }

    String key() {
        return path.key();
    }

    String name() {
        return path.name();
    }

    TypeFacts type() {
        return type;
    }

    boolean is(String typeName) {
        return type.name().equals(typeName);
    }

    Instant createdAt() {
        return createdAt;
    }

    /** The properties that clients have a say in, defaults included. */
    ObjectNode body() {
        return body;
    }

    /** The properties that the service makes. */
    ObjectNode generated() {
        return generated;
    }

    void change(ObjectNode next) {
        body = next;
        version++;
    }

    /** Notes that what comes inside it has changed: then it is another version of it. */
    void touch() {
        version++;
    }

    String state() {
        return state;
    }

    void state(String next) {
        state = next;
    }

    /** The tag of this version of it. */
    String etag() {
        return "W/\"" + String.format(Locale.ROOT, "%08x-%04x", key().hashCode(), version) + "\"";
    }
}
