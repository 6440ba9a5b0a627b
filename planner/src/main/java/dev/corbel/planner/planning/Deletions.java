package dev.corbel.planner.planning;

import dev.corbel.planner.planning.draft.ChangeDraft;
import dev.corbel.providers.api.address.Address;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects that end, or are kept as they are by a refresh alone.
 *
 * @param current the objects of instances that are not declared, by address; of all under destroy
 * @param deposed objects that an earlier replacement left
 */
record Deletions(Map<Address, ChangeDraft> current, List<ChangeDraft> deposed) {
    Deletions {
        current = Collections.unmodifiableMap(new LinkedHashMap<>(current));
        deposed = List.copyOf(deposed);
    }

    @Nullable
    ChangeDraft find(Address address) {
        return current.get(address);
    }

    Collection<ChangeDraft> all() {
        return current.values();
    }
}
