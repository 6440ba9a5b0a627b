package dev.corbel.emulators.arm.facts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The behaviour of a type that no specification tells. */
public final class Behaviour {
    private final Duration duration;
    private final int created;
    private final List<String> createOnly;
    private final List<String> secrets;
    private final Map<String, String> inline;
    private final ObjectNode defaults;
    private final boolean serialisedByParent;
    private final boolean tracked;
    private final String poll;
    private final @Nullable String takenCode;

    Behaviour(ObjectNode node) {
        duration = Duration.ofSeconds(node.path("seconds").asInt(5));
        created = node.path("created").asInt(201);
        createOnly = Trees.texts(node.path("createOnly"));
        secrets = Trees.texts(node.path("secrets"));
        inline = Trees.texts(node, "inline");
        defaults = node.path("defaults") instanceof ObjectNode object ? object : Trees.object();
        serialisedByParent = node.path("serialisedByParent").asBoolean();
        tracked = node.path("tracked").asBoolean();
        poll = node.path("poll").asText("async");
        takenCode = node.path("world").textValue();
    }

    /** For how long its operations run. */
    public Duration duration() {
        return duration;
    }

    /** The status of a creation whose operation goes on. */
    public int created() {
        return created;
    }

    /** The paths whose values cannot change. */
    public List<String> createOnly() {
        return createOnly;
    }

    /** The paths that are never shown, beside those that the specification names. */
    public List<String> secrets() {
        return secrets;
    }

    /** The types of children that come inside their parent's body, by their path. */
    public Map<String, String> inline() {
        return inline;
    }

    /** The values of properties that were not sent. */
    public ObjectNode defaults() {
        return defaults;
    }

    /** Whether no two writes below one parent can go on at a time. */
    public boolean serialisedByParent() {
        return serialisedByParent;
    }

    /** Whether it has a location of its own. */
    public boolean tracked() {
        return tracked;
    }

    /**
     * The way to see that an operation has ended: {@code async}, by a resource of its own; {@code location}, by a header of
     * that name only; {@code state}, by the resource itself.
     */
    public String poll() {
        return poll;
    }

    /** The code of the refusal of a name that somebody in the world has already; empty where names are one's own. */
    public Optional<String> takenCode() {
        return Optional.ofNullable(takenCode);
    }
}
