package dev.corbel.dsl.program;

import groovy.lang.Closure;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A closure as Groovy's library knows it, which runs code of a definition. */
public final class ClosureValue extends Closure<@Nullable Object> {
    private static final long serialVersionUID = 1L;

    private final transient ClosureLiteral code;
    private final transient Scope scope;

    @SuppressWarnings("this-escape")
    ClosureValue(ClosureLiteral code, Scope scope) {
        super(ClosureValue.class);
        this.code = code;
        this.scope = scope;
        this.maximumNumberOfParameters = code.parameters().size();
        this.parameterTypes = new Class<?>[maximumNumberOfParameters];
        Arrays.fill(parameterTypes, Object.class);
    }

    /** Called by Groovy's library by this name. */
    public @Nullable Object doCall(@Nullable Object... arguments) {
        @Nullable Object[] fitting = arguments;
        int wanted = code.parameters().size();
        if (arguments.length == 1 && wanted > 1 && arguments[0] instanceof List<?> list) {
            fitting = list.toArray();
        }
        boolean implicit = wanted == 1 && code.required() == 0;
        if (fitting.length > wanted || (fitting.length < code.required() && !implicit)) {
            throw Refusal.error(
                    "This closure takes " + wanted + (wanted == 1 ? " value" : " values") + ", but gets "
                            + fitting.length,
                    "",
                    null,
                    code.range());
        }
        return code.run(scope.inner(wanted), fitting);
    }

    @Override
    public @Nullable Object call(@Nullable Object... arguments) {
        return doCall(arguments);
    }

    @Override
    public @Nullable Object call(@Nullable Object argument) {
        return doCall(argument);
    }

    @Override
    public @Nullable Object call() {
        return doCall();
    }
}
