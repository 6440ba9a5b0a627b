package dev.corbel.dsl.program;

import groovy.lang.Closure;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@link Code} as Groovy's library knows it. */
final class ClosureValue extends Closure<@Nullable Object> {
    private static final long serialVersionUID = 1L;

    private final transient Code code;
    private final @Nullable String deciding;

    /** @param deciding the method that decides by what the code gives; null where that is not looked at */
    @SuppressWarnings("this-escape")
    ClosureValue(Code code, @Nullable String deciding) {
        super(ClosureValue.class);
        this.code = code;
        this.deciding = deciding;
        this.maximumNumberOfParameters = code.parameters();
        this.parameterTypes = new Class<?>[maximumNumberOfParameters];
        Arrays.fill(parameterTypes, Object.class);
    }

    Code code() {
        return code;
    }

    /** Called by Groovy's library by this name. */
    public @Nullable Object doCall(@Nullable Object... arguments) {
        return known(code.run(arguments));
    }

    @Override
    public @Nullable Object call(@Nullable Object... arguments) {
        return known(code.run(arguments));
    }

    @Override
    public @Nullable Object call(@Nullable Object argument) {
        return known(code.run(argument));
    }

    @Override
    public @Nullable Object call() {
        return known(code.run());
    }

    private @Nullable Object known(@Nullable Object result) {
        if (deciding != null && result instanceof Deferred deferred) {
            throw Refusal.ofLook(deferred, "looked at by \"" + deciding + "\"", code.range());
        }
        return result;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code.toString();
    }
}
