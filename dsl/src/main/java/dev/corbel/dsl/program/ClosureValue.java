package dev.corbel.dsl.program;

import groovy.lang.Closure;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@link Code} as Groovy's library knows it. */
final class ClosureValue extends Closure<@Nullable Object> {
    private static final long serialVersionUID = 1L;

    private final transient Code code;

    @SuppressWarnings("this-escape")
    ClosureValue(Code code) {
        super(ClosureValue.class);
        this.code = code;
        this.maximumNumberOfParameters = code.parameters();
        this.parameterTypes = new Class<?>[maximumNumberOfParameters];
        Arrays.fill(parameterTypes, Object.class);
    }

    /** Called by Groovy's library by this name. */
    public @Nullable Object doCall(@Nullable Object... arguments) {
        return code.run(arguments);
    }

    @Override
    public @Nullable Object call(@Nullable Object... arguments) {
        return code.run(arguments);
    }

    @Override
    public @Nullable Object call(@Nullable Object argument) {
        return code.run(argument);
    }

    @Override
    public @Nullable Object call() {
        return code.run();
    }
}
