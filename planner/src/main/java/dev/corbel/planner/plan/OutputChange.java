package dev.corbel.planner.plan;

import dev.corbel.providers.api.value.Value;

/**
 * The change of an output.
 *
 * @param before null where there was none
 * @param after null where there will be none
 */
public record OutputChange(String name, Value before, Value after, boolean sensitive) {

    public boolean isChange() {
        return !before.fullyUnmarked().equals(after.fullyUnmarked());
    }
}
