package dev.corbel.planner.planning.refresh;

import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.planner.plan.UnreadableObject;
import java.util.List;

/**
 * The findings of reading.
 *
 * @param drift objects that differ from state, or are gone
 * @param unreadable objects that could not be read, with their reasons as they came up
 * @param complete false where a configuration is not known before apply, so that its objects could not be read
 */
public record Refreshed(List<ResourceChange> drift, List<UnreadableObject> unreadable, boolean complete) {
    public Refreshed {
        drift = List.copyOf(drift);
        unreadable = List.copyOf(unreadable);
    }
}
