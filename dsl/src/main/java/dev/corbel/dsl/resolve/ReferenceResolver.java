package dev.corbel.dsl.resolve;

import dev.corbel.dsl.program.Captures;
import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.LiftedValue;
import dev.corbel.dsl.program.Lifting;
import dev.corbel.dsl.program.MappedValue;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.program.SelectedValue;
import dev.corbel.dsl.program.SensitiveText;
import dev.corbel.dsl.program.TemplateValue;
import dev.corbel.dsl.scope.AttributeCheck;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.InputValue;
import dev.corbel.dsl.scope.PlainValues;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.expression.PathReading;
import dev.corbel.providers.api.expression.WhenMissing;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what was written into expressions, in which every reference names its instance. */
public final class ReferenceResolver implements ValueLinker {
    private static final Evaluation UNKNOWN = new Evaluation(target -> Value.unknown());

    private final Context context;
    private final OutputLookup outputs;
    // By identity: deferred values refuse to be compared.
    private final Set<MappedValue> open = Collections.newSetFromMap(new IdentityHashMap<>());

    public ReferenceResolver(Context context) {
        this.context = context;
        this.outputs = new OutputLookup(context, this);
    }

    /** The expression for an output of a scope; empty where it has none of that name. */
    public Optional<Expression> output(Scope scope, String name) {
        return outputs.output(scope, name);
    }

    @Override
    public Expression link(DeclaredValue value) {
        if (value instanceof DeclaredValue.Known known) {
            return Expression.of(known.value());
        }
        if (value instanceof DeclaredValue.Unresolved pending) {
            return typed(link(pending.value(), pending.range()), pending);
        }
        if (value instanceof DeclaredValue.Contents contents) {
            Map<String, Expression> entries = new LinkedHashMap<>();
            contents.entries().forEach((name, entry) -> entries.put(name, link(entry)));
            return folded(new Expression.MapExpression(entries));
        }
        return folded(new Expression.ListExpression(
                ((DeclaredValue.Blocks) value).blocks().stream().map(this::link).toList()));
    }

    @Override
    public Expression link(@Nullable Object value, SourceRange range) {
        try {
            return folded(expression(value));
        } catch (Placeholder.SkippedException skipped) {
            return Expression.of(Value.unknown());
        } catch (DiagnosticsException problems) {
            throw new DiagnosticsException(problems.diagnostics().stream()
                    .map(problem -> problem.range().isPresent() ? problem : problem.at(range))
                    .toList());
        }
    }

    /** The expression for a reference; where it is a set of which elements are not known, nothing of it is. */
    public Expression linkWhole(Reference reference) {
        Expression expression = link(reference, reference.range());
        return new Typing(context, reference.range()).isSet(expression)
                ? new Expression.Transformation(expression, known -> known, Optional.of(reference.range()))
                : expression;
    }

    private Expression expression(@Nullable Object value) {
        if (value instanceof Deferred deferred) {
            return deferred(deferred);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Expression> entries = new LinkedHashMap<>();
            map.forEach((key, entry) -> entries.put(String.valueOf(key), expression(entry)));
            return new Expression.MapExpression(entries);
        }
        if (value instanceof Object[] array) {
            return expression(Arrays.asList(array));
        }
        if (value instanceof Iterable<?> many) {
            List<Expression> elements = new ArrayList<>();
            many.forEach(element -> elements.add(expression(element)));
            return new Expression.ListExpression(elements);
        }
        return Expression.of(PlainValues.simple(value));
    }

    private Expression deferred(Deferred deferred) {
        if (deferred instanceof Reference reference) {
            return outputs.resolve(reference);
        }
        if (deferred instanceof InputValue input) {
            return new Typing(context, input.range()).of(folded(expression(input.given())), input.name(), input.type());
        }
        if (deferred instanceof TemplateValue template) {
            return new Expression.Template(
                    template.parts().stream().map(this::expression).toList());
        }
        if (deferred instanceof MappedValue mapped) {
            return mapped(mapped);
        }
        if (deferred instanceof LiftedValue lifted) {
            return lifted(lifted);
        }
        if (deferred instanceof EncodedValue encoded) {
            return new Expression.Transformation(
                    expression(encoded.value()),
                    known -> Value.of(ValueJson.write(known)),
                    Optional.of(encoded.range()));
        }
        if (deferred instanceof AttemptedValue attempted) {
            return new Expression.Transformation(
                    new Expression.ListExpression(
                            attempted.options().stream().map(this::expression).toList()),
                    new FirstFunction(),
                    Optional.of(attempted.range()));
        }
        if (deferred instanceof ShownValue shown) {
            return new Expression.Transformation(
                    expression(shown.value()), new ShowingFunction(), Optional.of(shown.range()));
        }
        if (deferred instanceof SecretReference secret) {
            return secret.unmarked(outputs.resolve(secret.reference()));
        }
        if (deferred instanceof SelectedValue selected) {
            ValuePath path = selected.key() instanceof Number position
                    ? ValuePath.ROOT.then(position.intValue())
                    : ValuePath.ROOT.then(String.valueOf(selected.key()));
            WhenMissing rule = selected.isSoft() ? WhenMissing.NULL : WhenMissing.ERROR;
            return new Expression.Selection(
                    expression(selected.base()),
                    new PathReading(path, List.of(rule), selected.base().display(), Optional.of(selected.range())));
        }
        if (deferred instanceof SensitiveText sensitive) {
            return new Expression.Sensitive(expression(sensitive.value()));
        }
        if (deferred instanceof Placeholder) {
            return Expression.of(Value.unknown());
        }
        throw new DiagnosticsException(Diagnostic.error("\"" + deferred.display() + "\" alone is no value", ""));
    }

    /** The input alone, or in front of all other references that the code uses. */
    private Expression mapped(MappedValue mapped) {
        if (!open.add(mapped)) {
            throw Problem.error("The code of .map refers to its own result", "", null, mapped.range());
        }
        try {
            Captures captures = Captures.of(mapped.closure());
            List<Expression> inputs = new ArrayList<>(List.of(expression(mapped.input())));
            captures.leaves().forEach(leaf -> inputs.add(expression(leaf)));
            return new Expression.Transformation(
                    inputs.size() == 1 ? inputs.get(0) : new Expression.ListExpression(inputs),
                    new LiftedFunction(mapped, captures),
                    Optional.of(mapped.range()));
        } finally {
            open.remove(mapped);
        }
    }

    /** A function of everything that the value waits for. */
    private Expression lifted(LiftedValue lifted) {
        Lifting lifting = Lifting.of(lifted);
        List<Expression> leaves = new ArrayList<>();
        Set<Integer> sets = new HashSet<>();
        for (Deferred leaf : lifting.leaves()) {
            Expression expression = folded(expression(leaf));
            if (new Typing(context, lifted.range()).isSet(expression)) {
                sets.add(leaves.size());
            }
            leaves.add(expression);
        }
        return new Expression.Transformation(
                new Expression.ListExpression(leaves),
                new CombiningFunction(lifting, sets, lifted.range()),
                Optional.of(lifted.range()));
    }

    /** A literal, where nothing in the expression depends on anything. */
    private static Expression folded(Expression expression) {
        if (expression instanceof Expression.Literal || expression instanceof Expression.Reference) {
            return expression;
        }
        boolean[] found = new boolean[1];
        expression.forEachReference(reference -> found[0] = true);
        return found[0] ? expression : Expression.of(UNKNOWN.evaluate(expression));
    }

    /** Checks the type as far as the value is known, and converts what is wholly known. */
    private static Expression typed(Expression expression, DeclaredValue.Unresolved pending) {
        if (pending.type() == Type.ANY) {
            return expression;
        }
        try {
            Value converted = Conversion.convert(shape(expression), pending.type());
            return expression instanceof Expression.Literal ? Expression.of(converted) : expression;
        } catch (Conversion.MismatchException mismatch) {
            throw AttributeCheck.mismatch(pending.name(), mismatch, pending.range());
        }
    }

    /** The value with unknown in place of what is not known; functions do not run. */
    private static Value shape(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        }
        if (expression instanceof Expression.ListExpression list) {
            return Value.list(
                    list.elements().stream().map(ReferenceResolver::shape).toList());
        }
        if (expression instanceof Expression.MapExpression map) {
            Map<String, Value> entries = new LinkedHashMap<>();
            map.entries().forEach((name, entry) -> entries.put(name, shape(entry)));
            return Value.map(entries);
        }
        return Value.unknown();
    }
}
