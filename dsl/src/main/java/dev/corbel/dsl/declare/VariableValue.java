package dev.corbel.dsl.declare;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.program.SensitiveText;
import dev.corbel.dsl.scope.AttributeCheck;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.InputValue;
import dev.corbel.dsl.scope.PlainValues;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.dsl.scope.VariableSource;
import dev.corbel.dsl.variable.TextValues;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the value of one variable and brings it into the variable's type. */
final class VariableValue {
    static final Object NONE = new Object();

    private final Context context;
    private final Scope scope;
    private final String name;
    private final Type type;
    private String source = "";

    VariableValue(Context context, Scope scope, String name, Type type) {
        this.context = context;
        this.scope = scope;
        this.name = name;
        this.type = type;
    }

    /** The value from outside; {@link #NONE} where there is none. */
    @Nullable
    Object given() {
        if (scope.variables().source() instanceof VariableSource.Outside outside) {
            VariableInputs.Given given = outside.inputs().given(name);
            return given == null ? NONE : outside(given);
        }
        VariableSource.ModuleBlock block =
                (VariableSource.ModuleBlock) scope.variables().source();
        VariableSource.Argument argument = block.arguments().get(name);
        if (argument == null) {
            return NONE;
        }
        return plain(argument.value(), argument.valueRange());
    }

    private @Nullable Object outside(VariableInputs.Given given) {
        source = given.source();
        try {
            Value value = given.isText()
                    ? TextValues.read(given.value().fullyUnmarked().toString(), type)
                    : given.value();
            return PlainValues.plain(Conversion.convert(value, type).fullyUnmarked(), "variable." + name);
        } catch (Conversion.MismatchException mismatch) {
            context.problems()
                    .error(
                            "The value of the variable \"" + name + "\" " + mismatch.getMessage(),
                            "It is given by " + given.source() + ".",
                            null,
                            null);
            return Placeholder.VALUE;
        } catch (IllegalArgumentException longNumber) {
            context.problems()
                    .error(
                            "The value of the variable \"" + name + "\" has a number that is too large or too long",
                            NumberValue.LIMIT + " It is given by " + given.source() + ".",
                            null,
                            null);
            return Placeholder.VALUE;
        }
    }

    @Nullable
    Object defaultValue(DeclaredValue.Written written) {
        return plain(written.value().plain(name), written.range());
    }

    /** The value in the variable's type; a placeholder where it does not fit, so that the variable is there all the same. */
    private @Nullable Object plain(@Nullable Object value, SourceRange range) {
        try {
            return typed(value, range);
        } catch (DiagnosticsException mismatch) {
            context.problems().addAll(mismatch);
            return Placeholder.VALUE;
        }
    }

    private @Nullable Object typed(@Nullable Object value, SourceRange range) {
        if (value == Placeholder.VALUE) {
            return value;
        }
        if (value instanceof SensitiveText secret) {
            return new SensitiveText(secret.display(), typed(secret.value(), range));
        }
        if (value instanceof Deferred deferred) {
            return later(deferred, name, type, range);
        }
        DeclaredValue checked = AttributeCheck.check(attribute(name, type), value, range);
        return checked instanceof DeclaredValue.Known
                ? checked.plain("variable." + name)
                : parts(value, name, type, range);
    }

    /** A collection in which something is deferred: each part by itself. */
    private @Nullable Object parts(@Nullable Object value, String path, Type wanted, SourceRange range) {
        if (value instanceof Deferred deferred) {
            return later(deferred, path, wanted, range);
        }
        if (value instanceof Map<?, ?> map && isMap(wanted)) {
            Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((key, entry) ->
                    entries.put(String.valueOf(key), parts(entry, path + "." + key, element(wanted, key), range)));
            return entries;
        }
        if (value instanceof Iterable<?> many && isList(wanted)) {
            List<@Nullable Object> elements = new ArrayList<>();
            many.forEach(element -> elements.add(
                    parts(element, path + "[" + elements.size() + "]", element(wanted, elements.size()), range)));
            return elements;
        }
        if (value instanceof Map<?, ?> || value instanceof Iterable<?>) {
            throw Problem.error(
                    "\"" + path + "\" must be a " + wanted + ", but is a " + (value instanceof Map ? "map" : "list"),
                    "",
                    null,
                    range);
        }
        return AttributeCheck.check(attribute(path, wanted), value, range).plain(path);
    }

    private static boolean isMap(Type type) {
        return type == Type.ANY || type instanceof Type.MapType || type instanceof Type.ObjectType;
    }

    private static boolean isList(Type type) {
        return type == Type.ANY || type instanceof Type.ListType || type instanceof Type.SetType;
    }

    private static Type element(Type type, Object key) {
        if (type instanceof Type.ListType list) {
            return list.element();
        }
        if (type instanceof Type.SetType set) {
            return set.element();
        }
        if (type instanceof Type.MapType map) {
            return map.element();
        }
        return type instanceof Type.ObjectType object
                ? object.attributes().getOrDefault(String.valueOf(key), Type.ANY)
                : Type.ANY;
    }

    private Object later(Deferred deferred, String path, Type wanted, SourceRange range) {
        if (wanted.equals(Type.ANY) || deferred instanceof Placeholder) {
            return deferred;
        }
        InputValue input = new InputValue(deferred, path, wanted, range);
        context.given(input);
        return input;
    }

    /** The source of the value, for messages; empty for a default. */
    String source() {
        return source;
    }

    /** The attribute that the variable's values are checked as. */
    private static Attribute attribute(String name, Type type) {
        return Attribute.optional(name, type).build();
    }
}
