package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets the first reads after a write show what was there before. */
final class ReadLag {
    /**
     * What is still shown.
     *
     * @param old the resource before the write; null where there was none
     */
    private record Past(@Nullable ObjectNode old, int reads) {}

    private final Map<String, Past> pasts = new HashMap<>();

    void note(String id, Optional<ObjectNode> old, int reads) {
        if (reads > 0) {
            pasts.put(ArmPath.key(id), new Past(old.orElse(null), reads));
        }
    }

    /** The answer to a read of a resource that was written just now; empty where it shows as it is. */
    Optional<ArmResponse> answer(String id) {
        Past past = pasts.remove(ArmPath.key(id));
        if (past == null) {
            return Optional.empty();
        }
        if (past.reads() > 1) {
            pasts.put(ArmPath.key(id), new Past(past.old(), past.reads() - 1));
        }
        return Optional.of(
                past.old() == null
                        ? Refusal.notFound("ResourceNotFound", "The Resource '" + id + "' was not found.")
                                .response()
                        : ArmResponse.of(200, past.old()));
    }
}
