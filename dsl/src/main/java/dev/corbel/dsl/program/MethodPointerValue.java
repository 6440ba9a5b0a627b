package dev.corbel.dsl.program;

import dev.corbel.dsl.library.Library;
import dev.corbel.providers.api.diagnostic.SourceRange;
import groovy.lang.Closure;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A method as a value: {@code object.&method}. A call of it is checked like any other. */
final class MethodPointerValue extends Closure<@Nullable Object> {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object target;
    private final String method;
    private final transient SourceRange range;

    @SuppressWarnings("this-escape")
    private MethodPointerValue(@Nullable Object target, String method, int parameters, SourceRange range) {
        super(MethodPointerValue.class);
        this.target = target;
        this.method = method;
        this.range = range;
        this.maximumNumberOfParameters = parameters;
        this.parameterTypes = new Class<?>[parameters];
        Arrays.fill(parameterTypes, Object.class);
    }

    static MethodPointerValue of(@Nullable Object target, String method, SourceRange range) {
        boolean named = target instanceof Class<?>;
        if (target != null && !named && !(target instanceof Code)) {
            Admission.call(target, method, new @Nullable Object[0], range);
        }
        Class<?> type =
                target instanceof Class<?> written ? written : target == null ? Object.class : target.getClass();
        int parameters = Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .filter(candidate -> !named || Modifier.isStatic(candidate.getModifiers()))
                .mapToInt(Method::getParameterCount)
                .max()
                .orElse(1);
        return new MethodPointerValue(target, method, Math.max(1, parameters), range);
    }

    /** Called by Groovy's library by this name. */
    public @Nullable Object doCall(@Nullable Object... arguments) {
        return call(arguments);
    }

    @Override
    public @Nullable Object call(@Nullable Object... arguments) {
        if (!(target instanceof Class<?> type)) {
            return Dispatch.call(target, method, arguments, range);
        }
        if (method.equals("new")) {
            return Dispatch.construct(type.getName(), arguments, range);
        }
        if (Library.isStatic(type.getName(), method) || arguments.length == 0) {
            return Dispatch.call(type, method, arguments, range);
        }
        return Dispatch.call(arguments[0], method, Arrays.copyOfRange(arguments, 1, arguments.length), range);
    }

    @Override
    public @Nullable Object call(@Nullable Object argument) {
        return call(new @Nullable Object[] {argument});
    }

    @Override
    public @Nullable Object call() {
        return call(new @Nullable Object[0]);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        throw Code.noText(range);
    }

    @Override
    public String toString() {
        throw Code.noText(range);
    }
}
