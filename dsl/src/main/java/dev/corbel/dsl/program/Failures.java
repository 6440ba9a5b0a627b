package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what Groovy's library throws into problems with a place. */
final class Failures {
    private Failures() {}

    static DiagnosticsException of(Throwable failure, SourceRange range) {
        Throwable cause = failure;
        while (cause instanceof org.codehaus.groovy.runtime.InvokerInvocationException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof DiagnosticsException explained) {
            return explained;
        }
        if (cause instanceof Placeholder.SkippedException skipped) {
            throw skipped;
        }
        return new DiagnosticsException(diagnostic(cause).at(range), cause);
    }

    private static Diagnostic diagnostic(Throwable cause) {
        if (cause instanceof MissingMethodException missing) {
            return missingMethod(missing.getMethod(), missing.getType(), missing.getArguments());
        }
        if (cause instanceof MissingPropertyException missing) {
            return missingProperty(missing.getProperty(), missing.getType());
        }
        if (cause instanceof NullPointerException) {
            return Diagnostic.error("A value is null where one is needed", "");
        }
        if (cause instanceof ArithmeticException) {
            return Diagnostic.error("This cannot be calculated", sentence(cause.getMessage()));
        }
        if (cause instanceof StackOverflowError) {
            return Diagnostic.error(
                    "This code is nested too deeply", "A method that calls itself without end looks like this.");
        }
        String message = cause.getMessage();
        return Diagnostic.error(
                "This code failed", sentence(message == null ? cause.getClass().getSimpleName() : message));
    }

    static Diagnostic missingMethod(String method, @Nullable Class<?> type, @Nullable Object[] arguments) {
        String given = Arrays.stream(arguments).map(Failures::describe).collect(Collectors.joining(", "));
        return Diagnostic.error(
                "There is no method \"" + method + "\" for " + describe(type),
                given.isEmpty() ? "It was called without arguments." : "It was called with " + given + ".");
    }

    static Diagnostic missingProperty(String property, @Nullable Class<?> type) {
        return Diagnostic.error("There is no property \"" + property + "\" in " + describe(type), "");
    }

    private static String sentence(@Nullable String message) {
        if (message == null || message.isEmpty()) {
            return "";
        }
        String line = message.lines().findFirst().orElse("");
        String start = Character.toUpperCase(line.charAt(0)) + line.substring(1);
        return start.endsWith(".") || start.endsWith("!") || start.endsWith("?") ? start : start + ".";
    }

    /** The kind of a value, with its article. */
    static String describe(@Nullable Object value) {
        return value == null ? "null" : describe(value.getClass());
    }

    private static String describe(@Nullable Class<?> type) {
        if (type == null) {
            return "null";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (Boolean.class.isAssignableFrom(type)) {
            return "a boolean";
        }
        if (List.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (Map.class.isAssignableFrom(type)) {
            return "a map";
        }
        if (Deferred.class.isAssignableFrom(type)) {
            return "a reference";
        }
        if (groovy.lang.Closure.class.isAssignableFrom(type) || type == Code.class) {
            return "a closure";
        }
        return "a " + type.getSimpleName();
    }
}
