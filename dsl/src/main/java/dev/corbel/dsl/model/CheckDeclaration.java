package dev.corbel.dsl.model;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;

/** Conditions on the environment as a whole; one that fails is a warning and stops nothing. */
public record CheckDeclaration(String name, List<Condition> conditions, SourceRange range) {
    public CheckDeclaration {
        conditions = List.copyOf(conditions);
    }
}
