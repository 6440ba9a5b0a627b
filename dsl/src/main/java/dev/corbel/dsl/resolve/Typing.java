package dev.corbel.dsl.resolve;

import dev.corbel.dsl.scope.AttributeCheck;
import dev.corbel.dsl.scope.Context;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings an expression into the type of a variable: its known parts now, the others once they are known. */
final class Typing {
    private final Context context;
    private final SourceRange range;

    /** @param range where the value is given */
    Typing(Context context, SourceRange range) {
        this.context = context;
        this.range = range;
    }

    /** @param name of the variable, with the way into its value */
    Expression of(Expression expression, String name, Type type) {
        if (type == Type.ANY) {
            return expression;
        }
        if (expression instanceof Expression.Literal literal) {
            return Expression.of(converted(literal.value(), name, type, range));
        }
        if (expression instanceof Expression.Sensitive sensitive) {
            return new Expression.Sensitive(of(sensitive.expression(), name, type));
        }
        if (expression instanceof Expression.ListExpression list) {
            return list(list, name, type);
        }
        if (expression instanceof Expression.MapExpression map) {
            return map(map, name, type);
        }
        Type known = typeOf(expression);
        if (never(known, type)) {
            throw mismatch(name, "must be a " + type + ", but is a " + known, range);
        }
        return known.equals(type) ? expression : later(expression, name, type);
    }

    private Expression later(Expression expression, String name, Type type) {
        SourceRange where = range;
        return new Expression.Transformation(
                expression, value -> converted(value, name, type, where), Optional.of(where));
    }

    private Expression list(Expression.ListExpression list, String name, Type type) {
        Type element = type instanceof Type.ListType wanted
                ? wanted.element()
                : type instanceof Type.SetType set ? set.element() : null;
        if (element == null) {
            throw mismatch(name, "must be a " + type + ", but is a list", range);
        }
        List<Expression> elements = new ArrayList<>();
        for (int i = 0; i < list.elements().size(); i++) {
            elements.add(of(list.elements().get(i), name + "[" + i + "]", element));
        }
        return new Expression.ListExpression(elements);
    }

    private Expression map(Expression.MapExpression map, String name, Type type) {
        if (!(type instanceof Type.MapType) && !(type instanceof Type.ObjectType)) {
            throw mismatch(name, "must be a " + type + ", but is a map", range);
        }
        Map<String, Expression> entries = new LinkedHashMap<>();
        map.entries().forEach((key, entry) -> {
            Type inner = type instanceof Type.MapType wanted
                    ? wanted.element()
                    : ((Type.ObjectType) type).attributes().getOrDefault(key, Type.ANY);
            entries.put(key, of(entry, name + "." + key, inner));
        });
        return new Expression.MapExpression(entries);
    }

    /** Tells whether the value is a set. */
    boolean isSet(Expression expression) {
        return typeOf(expression) instanceof Type.SetType;
    }

    private Type typeOf(Expression expression) {
        if (expression instanceof Expression.Template) {
            return Type.STRING;
        }
        if (!(expression instanceof Expression.Reference reference)) {
            return Type.ANY;
        }
        String type = reference.target().last().type();
        Optional<Schema> schema = reference.target().isData()
                ? context.dataType(type).map(found -> found.schema())
                : context.resourceType(type).map(found -> found.schema());
        return schema.map(found -> typeAt(found, reference.path())).orElse(Type.ANY);
    }

    /** The type of an attribute; any where the path leads deeper, which the walk along it has checked. */
    private static Type typeAt(Schema schema, ValuePath path) {
        if (path.steps().size() != 1 || !(path.steps().get(0) instanceof ValuePath.Name name)) {
            return Type.ANY;
        }
        Attribute attribute = schema.attribute(name.name());
        return attribute == null ? Type.ANY : attribute.type();
    }

    /** Tells whether no value of the one type can become one of the other. */
    private static boolean never(Type from, Type to) {
        if (from == Type.ANY || to == Type.ANY) {
            return false;
        }
        if (from instanceof Type.Primitive && to instanceof Type.Primitive) {
            boolean text = from == Type.STRING || to == Type.STRING;
            return !text && !from.equals(to);
        }
        boolean lists = isList(from) && isList(to);
        boolean maps = isMap(from) && isMap(to);
        return !lists && !maps;
    }

    private static boolean isList(Type type) {
        return type instanceof Type.ListType || type instanceof Type.SetType;
    }

    private static boolean isMap(Type type) {
        return type instanceof Type.MapType || type instanceof Type.ObjectType;
    }

    private static Value converted(Value value, String name, Type type, SourceRange range) {
        try {
            return Conversion.convert(value, type);
        } catch (Conversion.MismatchException mismatch) {
            throw AttributeCheck.mismatch(name, mismatch, range);
        }
    }

    private static DiagnosticsException mismatch(String name, String problem, SourceRange range) {
        return new DiagnosticsException(
                Diagnostic.error("\"" + name + "\" " + problem, "").at(range));
    }
}
