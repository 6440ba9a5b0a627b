package dev.corbel.cli.json;

import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes what a definition says for the blocks of one name apart: an expression for each attribute of each block. */
final class BlockExpressions {
    private BlockExpressions() {}

    /** The blocks; empty where it does not say how many there are, as with a value that a resource hands out. */
    static Optional<List<Map<String, Expression>>> of(Expression expression) {
        if (expression instanceof Expression.ListExpression list) {
            return all(list.elements());
        }
        if (expression instanceof Expression.Literal literal) {
            Value value = literal.value();
            if (value.isNull()) {
                return Optional.of(List.of());
            }
            if (value instanceof ListValue list) {
                return all(list.elements().stream().map(Expression::of).toList());
            }
        }
        return one(expression).map(List::of);
    }

    private static Optional<List<Map<String, Expression>>> all(List<Expression> elements) {
        List<Map<String, Expression>> blocks = new ArrayList<>();
        for (Expression element : elements) {
            Optional<Map<String, Expression>> block = one(element);
            if (block.isEmpty()) {
                return Optional.empty();
            }
            blocks.add(block.get());
        }
        return Optional.of(blocks);
    }

    private static Optional<Map<String, Expression>> one(Expression expression) {
        if (expression instanceof Expression.MapExpression map) {
            return Optional.of(map.entries());
        }
        if (expression instanceof Expression.Sensitive sensitive) {
            return one(sensitive.expression()).map(entries -> {
                Map<String, Expression> marked = new LinkedHashMap<>();
                entries.forEach((name, entry) -> marked.put(name, new Expression.Sensitive(entry)));
                return marked;
            });
        }
        return expression instanceof Expression.Literal literal ? one(literal.value()) : Optional.empty();
    }

    private static Optional<Map<String, Expression>> one(Value value) {
        if (value instanceof SensitiveValue sensitive) {
            return one(new Expression.Sensitive(Expression.of(sensitive.value())));
        }
        if (!(value instanceof MapValue map)) {
            return Optional.empty();
        }
        Map<String, Expression> entries = new LinkedHashMap<>();
        map.entries().forEach((name, entry) -> entries.put(name, Expression.of(entry)));
        return Optional.of(entries);
    }
}
