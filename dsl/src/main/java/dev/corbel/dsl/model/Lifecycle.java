package dev.corbel.dsl.model;

import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.ValuePath;
import java.util.List;

/**
 * What {@code lifecycle { … }} says.
 *
 * @param ignoreChanges attributes whose changes in the definition do not matter; the root path stands for all
 * @param replaceTriggeredBy a change planned for any of these replaces this resource; the root path means any change
 */
public record Lifecycle(
        boolean createBeforeDestroy,
        boolean preventDestroy,
        List<ValuePath> ignoreChanges,
        List<Expression.Reference> replaceTriggeredBy,
        List<Condition> preconditions,
        List<Condition> postconditions) {
    public static final Lifecycle DEFAULT = new Lifecycle(false, false, List.of(), List.of(), List.of(), List.of());

    public Lifecycle {
        ignoreChanges = List.copyOf(ignoreChanges);
        replaceTriggeredBy = List.copyOf(replaceTriggeredBy);
        preconditions = List.copyOf(preconditions);
        postconditions = List.copyOf(postconditions);
    }
}
