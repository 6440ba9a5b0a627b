package dev.corbel.dsl.resolve;

import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.EachStep;
import dev.corbel.dsl.scope.KeyStep;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.AbsentPart;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.expression.PathReading;
import dev.corbel.providers.api.expression.WhenMissing;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows the steps of a reference into what an output gives, as far as that is known at once. */
final class OutputParts {
    private final ResourceLookup resources;
    private final Reference reference;

    OutputParts(ResourceLookup resources, Reference reference) {
        this.resources = resources;
        this.reference = reference;
    }

    /** The part of the value that the steps from a position on choose. */
    Expression of(Expression value, int next) {
        return of(value, next, false);
    }

    /** @param hidden whether something around the value is sensitive, so that errors must not tell its keys */
    private Expression of(Expression value, int next, boolean hidden) {
        if (next >= reference.steps().size()) {
            return value;
        }
        if (value instanceof Expression.Sensitive sensitive) {
            return new Expression.Sensitive(of(sensitive.expression(), next, true));
        }
        if (value instanceof Expression.Reference inner) {
            Expression part = resources.part(inner, reference, next);
            return hidden && part instanceof Expression.Reference shown ? hidden(shown) : part;
        }
        if (reference.steps().get(next) instanceof EachStep) {
            throw Problem.error("\"*.\" cannot be used on an output", "", "Use .map { it*.name }.", reference.range());
        }
        if (value instanceof Expression.Literal literal) {
            Value known = hidden ? Value.sensitive(literal.value()) : literal.value();
            return of(Expression.of(part(next).in(known)), next + 1, hidden);
        }
        if (value instanceof Expression.MapExpression map) {
            Expression entry = map.entries().get(name(next));
            return entry != null ? of(entry, next + 1, hidden) : missing(map.entries(), next, hidden);
        }
        if (value instanceof Expression.ListExpression list && position(next).isPresent()) {
            return element(list.elements(), position(next).get(), next, hidden);
        }
        Expression base = hidden ? new Expression.Sensitive(value) : value;
        return of(new Expression.Selection(base, part(next)), next + 1, hidden);
    }

    private static Expression hidden(Expression.Reference part) {
        Expression whole = new Expression.Reference(part.target(), ValuePath.ROOT, part.range());
        return new Expression.Selection(
                new Expression.Sensitive(whole),
                new PathReading(part.path(), part.rules(), part.target().toString(), part.range()));
    }

    private Expression missing(Map<String, Expression> entries, int next, boolean hidden) {
        if (reference.isSoft(next)) {
            return Expression.of(Value.ofNull());
        }
        Optional<Set<String>> keys = hidden ? Optional.empty() : Optional.of(entries.keySet());
        throw new DiagnosticsException(
                AbsentPart.key(container(next), name(next), keys).at(reference.range()));
    }

    private Expression element(List<Expression> elements, int position, int next, boolean hidden) {
        int fromStart = position < 0 ? elements.size() + position : position;
        if (fromStart >= 0 && fromStart < elements.size()) {
            return of(elements.get(fromStart), next + 1, hidden);
        }
        if (reference.isSoft(next)) {
            return Expression.of(Value.ofNull());
        }
        throw new DiagnosticsException(
                AbsentPart.element(container(next), position, elements.size()).at(reference.range()));
    }

    private PathReading part(int next) {
        ValuePath path = position(next).map(ValuePath.ROOT::then).orElseGet(() -> ValuePath.of(name(next)));
        WhenMissing rule = reference.isSoft(next) ? WhenMissing.NULL : WhenMissing.ERROR;
        return new PathReading(path, List.of(rule), container(next), Optional.of(reference.range()));
    }

    private String container(int next) {
        return Reference.display(reference.steps().subList(0, next));
    }

    private Optional<Integer> position(int next) {
        return reference.steps().get(next) instanceof KeyStep key && key.key() instanceof Number number
                ? Optional.of(number.intValue())
                : Optional.empty();
    }

    private String name(int next) {
        Object step = reference.steps().get(next);
        return step instanceof KeyStep key ? String.valueOf(key.key()) : String.valueOf(step);
    }
}
