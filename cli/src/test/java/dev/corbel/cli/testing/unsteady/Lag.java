package dev.corbel.cli.testing.unsteady;

import dev.corbel.providers.api.ObjectState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a service's reads do not show yet. */
final class Lag {
    private record Stale(ObjectState before, int reads) {}

    private final Map<String, Stale> stale = new HashMap<>();
    private final Map<String, Integer> hidden = new HashMap<>();
    private long runs;

    synchronized long nextRun() {
        runs++;
        return runs;
    }

    /** The next so many reads of an object show it as it was. */
    synchronized void show(String id, ObjectState before, int reads) {
        stale.put(id, new Stale(before, reads));
    }

    /** What a read of this object shows in the place of the truth. */
    synchronized Optional<ObjectState> shown(String id) {
        Stale known = stale.remove(id);
        if (known == null || known.reads() == 0) {
            return Optional.empty();
        }
        stale.put(id, new Stale(known.before(), known.reads() - 1));
        return Optional.of(known.before());
    }

    /** The next so many searches do not find what the operation with this token made. */
    synchronized void hide(String token, int searches) {
        hidden.put(token, searches);
    }

    /** Whether a search cannot see yet what an operation made. */
    synchronized boolean hides(String token) {
        return hidden.merge(token, -1, Integer::sum) >= 0;
    }
}
