package dev.corbel.dsl.function;

import dev.corbel.dsl.language.FunctionSpec;
import dev.corbel.dsl.language.Functions;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls the functions of the language, which {@link Functions} lists. */
public final class FunctionTable {
    private static final Map<FunctionSpec, Function<FunctionCall, @Nullable Object>> ALL = Map.of(
            Functions.FILE, Files::text,
            Functions.JSONENCODE, Encodings::json,
            Functions.CIDRSUBNET, Cidr::subnet,
            Functions.CLOUD_NAME, CloudName::of,
            Functions.SECRET_REFERENCES, Inspections::secretReferences,
            Functions.IS_KNOWN, Inspections::isKnown,
            Functions.IS_SENSITIVE, Inspections::isSensitive);

    private FunctionTable() {}

    /** The functions that can be called. */
    static Set<FunctionSpec> functions() {
        return ALL.keySet();
    }

    /** Calls the function of this name, which there is. */
    public static @Nullable Object call(
            String name, List<? extends @Nullable Object> arguments, Context context, Scope scope, SourceRange range) {
        if (arguments.stream().anyMatch(argument -> argument == Placeholder.VALUE)) {
            return Placeholder.VALUE;
        }
        FunctionSpec function = Functions.find(name).orElseThrow();
        FunctionCall call = new FunctionCall(function, arguments, context, scope, range);
        if (!function.takes(arguments.size())) {
            throw call.wrong();
        }
        return Objects.requireNonNull(ALL.get(function)).apply(call);
    }
}
