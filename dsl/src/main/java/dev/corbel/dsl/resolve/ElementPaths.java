package dev.corbel.dsl.resolve;

import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.EachStep;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.expression.PathReading;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.Value;
import java.util.Optional;

/** The expression for {@code list*.name} of a list that is known later. */
final class ElementPaths {
    private ElementPaths() {}

    /** @param next the position of the step behind {@code *.name} */
    static Expression of(PathWalk walk, String name, Reference reference, int next) {
        Expression list = walk.reference();
        SourceRange range = reference.range();
        String each = "An element of " + Reference.display(reference.steps().subList(0, next - 1));
        walk.each();
        walk.step(name, false);
        for (int i = next; i < reference.steps().size(); i++) {
            if (reference.steps().get(i) instanceof EachStep) {
                throw Problem.error("\"*.\" can stand once after an attribute", "", "Use .map { … }.", range);
            }
            walk.step(reference.steps().get(i), reference.isSoft(i));
        }
        PathReading part = new PathReading(walk.path(), walk.rules(), each, Optional.of(range));
        return new Expression.Transformation(list, value -> elements(value, part), Optional.of(range));
    }

    private static Value elements(Value value, PathReading part) {
        if (value instanceof ListValue list) {
            return Value.list(list.elements().stream().map(part::in).toList());
        }
        return value.isNull() ? value : part.in(value);
    }
}
