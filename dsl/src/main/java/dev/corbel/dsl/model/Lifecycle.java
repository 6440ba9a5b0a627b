package dev.corbel.dsl.model;

import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.ValuePath;
import java.util.List;
import java.util.Optional;

/**
 * The rules of {@code lifecycle { … }}.
 *
 * @param preventDestroy empty where it says nothing of it, so that what was applied before goes on to hold
 * @param ignoreChanges attributes whose changes in the definition do not matter; the root path stands for all
 * @param replaceTriggeredBy a change planned for any of these replaces this resource; the root path means any change
 */
public record Lifecycle(
        boolean createBeforeDestroy,
        Optional<PreventDestroy> preventDestroy,
        List<ValuePath> ignoreChanges,
        List<Expression.Reference> replaceTriggeredBy,
        List<Condition> preconditions,
        List<Condition> postconditions) {
    public static final Lifecycle DEFAULT =
            new Lifecycle(false, Optional.empty(), List.of(), List.of(), List.of(), List.of());

    public Lifecycle {
        ignoreChanges = List.copyOf(ignoreChanges);
        replaceTriggeredBy = List.copyOf(replaceTriggeredBy);
        preconditions = List.copyOf(preconditions);
        postconditions = List.copyOf(postconditions);
    }

    /**
     * The line that forbids to destroy an object, once this is applied to it; empty where nothing does.
     *
     * @param applied the line that was applied before, which holds until another one says otherwise
     */
    public Optional<String> preventingLine(Optional<String> applied) {
        return preventDestroy.isPresent()
                ? preventDestroy.filter(PreventDestroy::prevented).map(PreventDestroy::line)
                : applied;
    }
}
