package dev.corbel.dsl.model;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;
import java.util.List;

/** A value that the environment hands out. */
public record OutputDeclaration(
        String name,
        Expression value,
        String description,
        boolean sensitive,
        List<Address> dependsOn,
        SourceRange range) {
    public OutputDeclaration {
        dependsOn = List.copyOf(dependsOn);
    }
}
