package dev.corbel.providers.api.expression;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Turns expressions into values, given what the resources are. Unknown stays unknown and sensitive stays sensitive,
 * through templates and functions too.
 */
public final class Evaluation {
    private final Scope scope;

    /** What an instance looks like now; unknown where that is not known yet. */
    @FunctionalInterface
    public interface Scope {
        Value valueOf(Address target);
    }

    public Evaluation(Scope scope) {
        this.scope = scope;
    }

    /** Gives the value; a {@link DiagnosticsException} where a template or a function cannot take what it gets. */
    public Value evaluate(Expression expression) {
        return evaluate(expression, false);
    }

    /** @param secret whether the result is a secret whatever it is made of, so that functions must quote nothing */
    private Value evaluate(Expression expression, boolean secret) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        }
        if (expression instanceof Expression.Reference reference) {
            return part(reference).in(scope.valueOf(reference.target()));
        }
        if (expression instanceof Expression.ListExpression list) {
            return new ListValue(list.elements().stream()
                    .map(element -> evaluate(element, secret))
                    .toList());
        }
        if (expression instanceof Expression.MapExpression map) {
            Map<String, Value> entries = new LinkedHashMap<>();
            map.entries().forEach((name, entry) -> entries.put(name, evaluate(entry, secret)));
            return new MapValue(entries);
        }
        if (expression instanceof Expression.Selection selection) {
            return selection.part().in(evaluate(selection.base(), secret));
        }
        if (expression instanceof Expression.Sensitive sensitive) {
            return Value.sensitive(evaluate(sensitive.expression(), true));
        }
        if (expression instanceof Expression.Template template) {
            return template(
                    template.parts(),
                    template.parts().stream()
                            .map(part -> evaluate(part, secret))
                            .toList());
        }
        return transformation((Expression.Transformation) expression, secret);
    }

    private static PathReading part(Expression.Reference reference) {
        return new PathReading(
                reference.path(), reference.rules(), reference.target().toString(), reference.range());
    }

    private static Value template(List<Expression> written, List<Value> parts) {
        boolean sensitive = parts.stream().anyMatch(Value::containsSensitive);
        boolean known = parts.stream().allMatch(Value::isWhollyKnown);
        Value text = known ? Value.of(text(written, parts)) : Value.unknown();
        return sensitive ? Value.sensitive(text) : text;
    }

    private static String text(List<Expression> written, List<Value> parts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            text.append(text(written.get(i), parts.get(i).fullyUnmarked()));
        }
        return text.toString();
    }

    private static String text(Expression written, Value bare) {
        Optional<SourceRange> range = written.range();
        if (bare.isNull()) {
            Diagnostic problem = Diagnostic.error(
                            "A value in this text is null", "Only strings, numbers and booleans can stand in a text.")
                    .withHint("Give a default with ?:, or leave the text out where the value is null.");
            throw new DiagnosticsException(range.map(problem::at).orElse(problem));
        }
        try {
            return Conversion.convert(bare, Type.STRING).toString();
        } catch (Conversion.MismatchException mismatch) {
            Diagnostic problem = Diagnostic.error(
                    "A value in this text is " + Conversion.nameOf(bare),
                    "Only strings, numbers and booleans can stand in a text.");
            throw new DiagnosticsException(range.map(problem::at).orElse(problem), mismatch);
        }
    }

    private Value transformation(Expression.Transformation transformation, boolean secret) {
        if (transformation.function() instanceof Expression.OfElements function
                && transformation.input() instanceof Expression.ListExpression list) {
            return ofElements(function, list, transformation.range(), secret);
        }
        Value input = evaluate(transformation.input(), secret);
        boolean sensitive = input.containsSensitive();
        boolean runs = input.isWhollyKnown() || transformation.function().takesUnknown();
        Value output = runs ? output(transformation, input.fullyUnmarked(), sensitive || secret) : Value.unknown();
        return sensitive && !transformation.function().unmarks() ? Value.sensitive(output) : output;
    }

    private Value ofElements(
            Expression.OfElements function,
            Expression.ListExpression list,
            Optional<SourceRange> range,
            boolean secret) {
        List<Supplier<Value>> elements = new ArrayList<>();
        boolean sensitive = false;
        for (Expression element : list.elements()) {
            try {
                Value value = evaluate(element, secret);
                sensitive |= value.containsSensitive();
                Value bare = value.fullyUnmarked();
                elements.add(() -> bare);
            } catch (DiagnosticsException problems) {
                elements.add(() -> {
                    throw problems;
                });
            }
        }
        Value output = sensitive || secret
                ? WithheldFailure.keepFrom(() -> function.apply(elements), range)
                : function.apply(elements);
        return sensitive ? Value.sensitive(output) : output;
    }

    private static Value output(Expression.Transformation transformation, Value input, boolean secret) {
        return secret
                ? WithheldFailure.keepFrom(() -> transformation.function().apply(input), transformation.range())
                : transformation.function().apply(input);
    }
}
