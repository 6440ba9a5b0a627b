package dev.corbel.planner.object;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The plan of one object.
 *
 * @param configuration what the definition says, with defaults, marks and write-only attributes; unknown in places
 * @param attributes the object as state will hold it: with unknowns and marks, write-only attributes null
 * @param request the same as the provider gets it: with write-only attributes, without marks
 * @param replacePaths attributes whose change needs a new object; always empty for an object that is new
 */
public record PlannedObject(
        MapValue configuration, MapValue attributes, MapValue request, Set<ValuePath> replacePaths) {
    public PlannedObject {
        replacePaths = Collections.unmodifiableSet(new LinkedHashSet<>(replacePaths));
    }

    /** Tells whether reaching it from this prior object takes a call. */
    public boolean differsFrom(Value prior) {
        return !Marks.sameValue(prior, attributes);
    }
}
