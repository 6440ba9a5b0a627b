package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import groovy.lang.IntRange;
import groovy.lang.MissingMethodException;
import groovy.lang.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.codehaus.groovy.runtime.FormatHelper;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.ScriptBytecodeAdapter;
import org.jspecify.annotations.Nullable;

/** Calls into Groovy's library. What needs no library, the common case, does not load it. */
final class Dispatch {
    private Dispatch() {}

    static @Nullable Object call(
            @Nullable Object target, String method, @Nullable Object[] arguments, SourceRange range) {
        if (target instanceof Deferred deferred) {
            return deferred.call(method, arguments, range);
        }
        if (target == null) {
            throw Problem.error("The method \"" + method + "\" is called on null", "", null, range);
        }
        if (target instanceof Code code && method.equals("call")) {
            return code.run(arguments);
        }
        Deferred looked = Looks.atCall(target, method, arguments);
        if (looked != null) {
            Deferred missing = Looks.missing(looked);
            return missing == null ? LiftedValue.ofCall(target, method, arguments, range) : missing;
        }
        Object changeable = SharedValues.forCall(target, method, range);
        try {
            return explained(
                    () -> {
                        Object result = Intrinsics.call(changeable, method, arguments, range);
                        return result == Intrinsics.NONE ? library(changeable, method, arguments, range) : result;
                    },
                    range);
        } catch (Refusal.LookException looks) {
            if (SharedValues.changes(method)) {
                throw looks;
            }
            return LiftedValue.ofCall(target, method, arguments, range);
        }
    }

    /** Calls a method of Java's or Groovy's library, where definitions can use it. */
    private static @Nullable Object library(
            Object target, String method, @Nullable Object[] arguments, SourceRange range) {
        boolean named = arguments.length > 0 && arguments[0] instanceof CharSequence && !(target instanceof Map<?, ?>);
        if (named && arguments.length == 1 && method.equals("getAt")) {
            return property(target, text(arguments[0]), false, range);
        }
        if (named && arguments.length == 2 && method.equals("putAt")) {
            setProperty(target, text(arguments[0]), arguments[1], range);
            return null;
        }
        if (method.equals("asType") && arguments.length == 1 && arguments[0] instanceof Class<?> type) {
            return cast(target, type.getName(), true, range);
        }
        Admission.call(target, method, arguments, range);
        Object neutral = Neutral.call(target, method, arguments);
        if (neutral != Neutral.NONE) {
            return neutral;
        }
        try {
            @Nullable Object[] given = groovy(arguments, Looks.decides(target, method) ? method : null);
            return Admission.result(InvokerHelper.invokeMethod(groovy(target), method, given), range);
        } catch (MissingMethodException missing) {
            if (hasPlaceholder(arguments)) {
                return Placeholder.VALUE;
            }
            throw missing;
        }
    }

    /** Tells by identity, since a placeholder that is asked whether it equals something ends the statement. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean hasPlaceholder(@Nullable Object[] arguments) {
        for (Object argument : arguments) {
            if (argument == Placeholder.VALUE) {
                return true;
            }
        }
        return false;
    }

    /**
     * Closures as Groovy's library knows them.
     *
     * @param deciding the method that decides by what they give; null where it is not looked at
     */
    private static @Nullable Object[] groovy(@Nullable Object[] arguments, @Nullable String deciding) {
        @Nullable Object[] known = arguments.clone();
        for (int i = 0; i < known.length; i++) {
            known[i] = known[i] instanceof Code code ? new ClosureValue(code, deciding) : known[i];
        }
        return known;
    }

    private static @Nullable Object groovy(@Nullable Object value) {
        return value instanceof Code code ? new ClosureValue(code, null) : value;
    }

    static @Nullable Object property(@Nullable Object target, String name, boolean soft, SourceRange range) {
        return property(target, name, soft, null, range);
    }

    /**
     * Reads a property.
     *
     * @param soft whether one that is not there is null; else that is an error
     * @param written how the target is written, where that is known
     */
    static @Nullable Object property(
            @Nullable Object target, String name, boolean soft, @Nullable Node written, SourceRange range) {
        if (target instanceof Map<?, ?> map) {
            return Parts.of(map, name, soft, written, range);
        }
        if (target == null) {
            throw Problem.error("The property \"" + name + "\" is read from null", "", null, range);
        }
        if (target instanceof Map.Entry<?, ?> entry && (name.equals("key") || name.equals("value"))) {
            return name.equals("key") ? entry.getKey() : entry.getValue();
        }
        if (target instanceof Collection<?> many) {
            return many.stream()
                    .<@Nullable Object>map(element -> element instanceof Deferred deferred
                            ? deferred.property(name, soft, range)
                            : property(element, name, soft, range))
                    .toList();
        }
        if (target instanceof Object[] many && !name.equals("length")) {
            return property(Arrays.asList(many), name, soft, range);
        }
        Admission.property(target, name, range);
        return explained(() -> Admission.result(InvokerHelper.getProperty(target, name), range), range);
    }

    static void setProperty(@Nullable Object target, String name, @Nullable Object value, SourceRange range) {
        if (target instanceof Deferred deferred) {
            throw Refusal.of(deferred, "changed", range);
        }
        if (target instanceof Collection<?> many) {
            many.forEach(element -> setProperty(element, name, value, range));
            return;
        }
        if (!(target instanceof Map<?, ?>)) {
            throw Problem.error(
                    "\"" + name + "\" cannot be set in " + Failures.describe(target),
                    "Only the entries of a map can.",
                    null,
                    range);
        }
        call(target, "put", new @Nullable Object[] {name, value}, range);
    }

    static @Nullable Object index(@Nullable Object target, @Nullable Object key, boolean soft, SourceRange range) {
        return index(target, key, soft, null, range);
    }

    /**
     * Reads an element.
     *
     * @param soft whether one that is not there is null; else that is an error
     * @param written how the target is written, where that is known
     */
    static @Nullable Object index(
            @Nullable Object target, @Nullable Object key, boolean soft, @Nullable Node written, SourceRange range) {
        if (target == null) {
            throw Problem.error("An element is read from null", "", null, range);
        }
        if (target instanceof Map<?, ?> map) {
            return Parts.of(map, key, soft, written, range);
        }
        if (target instanceof Collection<?> || target instanceof Object[]) {
            List<?> list = Parts.list(target);
            if (key instanceof Integer position) {
                return Parts.of(list, position, soft, written, range);
            }
            if (key instanceof Collection<?> positions && !(key instanceof Range<?>)) {
                List<@Nullable Object> chosen = new ArrayList<>();
                positions.forEach(position -> chosen.add(index(list, position, soft, written, range)));
                return chosen;
            }
        }
        return call(target, "getAt", new @Nullable Object[] {key}, range);
    }

    static Iterable<? extends @Nullable Object> iterate(@Nullable Object target, SourceRange range) {
        if (target instanceof Deferred deferred) {
            return iterate(Refusal.demanded(deferred, "looped over", range), range);
        }
        if (target instanceof Iterable<?> iterable) {
            return iterable;
        }
        if (target instanceof Map<?, ?> map) {
            return map.entrySet();
        }
        if (target == null) {
            return List.of();
        }
        List<@Nullable Object> elements = new ArrayList<>();
        explained(
                () -> {
                    Iterator<?> iterator = InvokerHelper.asIterator(target);
                    iterator.forEachRemaining(elements::add);
                    return null;
                },
                range);
        return elements;
    }

    /** A value as it reads inside a text. */
    static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        return FormatHelper.toString(value);
    }

    static @Nullable Object range(
            @Nullable Object from, @Nullable Object to, boolean exclusiveFrom, boolean exclusiveTo, SourceRange range) {
        return explained(
                () -> {
                    try {
                        return from instanceof Integer first
                                        && to instanceof Integer last
                                        && !exclusiveFrom
                                        && !exclusiveTo
                                ? new IntRange(true, first, last)
                                : ScriptBytecodeAdapter.createRange(from, to, exclusiveFrom, exclusiveTo);
                    } catch (Throwable failure) {
                        throw Failures.of(failure, range);
                    }
                },
                range);
    }

    static @Nullable Object construct(String className, @Nullable Object[] arguments, SourceRange range) {
        Admission.construction(className, range);
        Class<?> type = Admission.type(className, range);
        Deferred looked = Looks.atConstruction(type, arguments);
        if (looked != null) {
            Deferred missing = Looks.missing(looked);
            return missing == null ? LiftedValue.ofConstruction(className, arguments, range) : missing;
        }
        return explained(
                () -> Admission.result(InvokerHelper.invokeConstructorOf(type, groovy(arguments, null)), range), range);
    }

    static @Nullable Object cast(@Nullable Object value, String className, boolean coerce, SourceRange range) {
        Class<?> type = Admission.type(className, range);
        Admission.cast(value, type, range);
        if (value instanceof Number number) {
            WholeNumbers.requireFits(number, className, range);
        }
        if (type == Set.class && !(value instanceof Set<?>)) {
            Object set = value == null
                    ? Neutral.NONE
                    : explained(() -> Neutral.call(value, "toSet", new @Nullable Object[0]), range);
            if (set != Neutral.NONE) {
                return set;
            }
        }
        return explained(
                () -> {
                    try {
                        return Admission.result(
                                coerce
                                        ? ScriptBytecodeAdapter.asType(groovy(value), type)
                                        : ScriptBytecodeAdapter.castToType(groovy(value), type),
                                range);
                    } catch (Throwable failure) {
                        throw Failures.of(failure, range);
                    }
                },
                range);
    }

    static @Nullable Object unary(String operator, @Nullable Object value, SourceRange range) {
        return explained(
                () -> Admission.result(
                        switch (operator) {
                            case "-" -> negated(value, range);
                            case "+" -> InvokerHelper.unaryPlus(value);
                            default -> InvokerHelper.bitwiseNegate(value);
                        },
                        range),
                range);
    }

    private static @Nullable Object negated(@Nullable Object value, SourceRange range) {
        Number exact = value instanceof Number number ? WholeNumbers.negated(number, range) : null;
        return exact == null ? InvokerHelper.unaryMinus(value) : exact;
    }

    static Object pointer(@Nullable Object target, String method, SourceRange range) {
        return MethodPointerValue.of(target, method, range);
    }

    static @Nullable Object explained(Supplier<? extends @Nullable Object> call, SourceRange range) {
        try {
            return call.get();
        } catch (Refusal.LookException look) {
            throw look.at(range);
        } catch (DiagnosticsException problems) {
            if (problems.diagnostics().stream()
                    .allMatch(problem -> problem.range().isPresent())) {
                throw problems;
            }
            // Groovy's library looked at a deferred value behind the language's back: it knows no place.
            throw new DiagnosticsException(problems.diagnostics().stream()
                    .map(problem -> problem.range().isPresent() ? problem : problem.at(range))
                    .toList());
        } catch (Placeholder.SkippedException skipped) {
            throw skipped;
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError failure) {
            throw Failures.of(failure, range);
        }
    }
}
