package dev.corbel.dsl.program;

import dev.corbel.dsl.library.Denial;
import dev.corbel.dsl.library.Library;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import groovy.lang.GString;
import groovy.lang.Writable;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets through calls of what {@link Library} lists, and results that are values of a definition. */
final class Admission {
    private Admission() {}

    /** The class of this name, where code can name it. */
    static Class<?> type(String className, SourceRange range) {
        if (!Library.isType(className)) {
            throw refused(Denial.ofType(className, simple(className)), range);
        }
        try {
            return Class.forName(className);
        } catch (ClassNotFoundException missing) {
            throw Failures.of(missing, range);
        }
    }

    static void call(Object target, String method, @Nullable Object[] arguments, SourceRange range) {
        if (target instanceof Class<?> type) {
            if (!Library.isStatic(type.getName(), method)) {
                String written = type.getSimpleName() + "." + method + "()";
                throw refused(Denial.ofStatic(type.getName(), method, written), range);
            }
        } else if (!Library.hasMethod(target.getClass(), method)) {
            throw Denial.ofKnownMethod(method)
                    .map(denial -> refused(denial, range))
                    .orElseGet(
                            () -> new DiagnosticsException(Failures.missingMethod(method, target.getClass(), arguments)
                                    .at(range)));
        }
        ArgumentCheck.check(target, method, arguments, range);
    }

    static void property(Object target, String name, SourceRange range) {
        if (target instanceof Class<?> type) {
            if (!Library.isStaticProperty(type.getName(), name)) {
                throw refused(Denial.ofStatic(type.getName(), name, type.getSimpleName() + "." + name), range);
            }
        } else if (!Library.hasProperty(target.getClass(), name)) {
            throw Denial.ofKnownProperty(name)
                    .map(denial -> refused(denial, range))
                    .orElseGet(() -> new DiagnosticsException(
                            Failures.missingProperty(name, target.getClass()).at(range)));
        }
    }

    static void construction(String className, SourceRange range) {
        if (!Library.isConstructible(className)) {
            String written = "new " + simple(className);
            throw refused(
                    Library.isType(className) ? Denial.ofMaking(written) : Denial.ofType(className, written), range);
        }
    }

    /** Closures and maps would become objects of any interface, and lists arguments of any constructor. */
    static void cast(@Nullable Object value, Class<?> type, SourceRange range) {
        boolean castable = Library.isCastable(type.getName()) || type.isInstance(value);
        boolean code = value instanceof Code || value instanceof groovy.lang.Closure<?>;
        boolean map = value instanceof Map<?, ?>;
        boolean plain = type == Object.class || type == Boolean.class || type == String.class;
        boolean fits = plain || (code ? type == groovy.lang.Closure.class : !map || Map.class.isAssignableFrom(type));
        if (!castable) {
            throw refused(Denial.ofType(type.getName(), type.getSimpleName()), range);
        }
        if (!fits) {
            throw Problem.error(
                    "A " + (code ? "closure" : "map") + " cannot become a " + type.getSimpleName(), "", null, range);
        }
    }

    /** The result of a call, as code knows it. */
    static @Nullable Object result(@Nullable Object result, SourceRange range) {
        if (result == null || result instanceof String || result instanceof Boolean) {
            return result;
        }
        if (result instanceof Number number) {
            return Magnitude.check(number, range);
        }
        if (result instanceof GString || result instanceof Writable) {
            return result.toString();
        }
        if (result instanceof ClosureValue closure) {
            return closure.code();
        }
        if (result instanceof Base64.Encoder base64) {
            return new Encoders.Encoder(base64);
        }
        if (result instanceof Base64.Decoder base64) {
            return new Encoders.Decoder(base64);
        }
        if (!Library.isValue(result.getClass())) {
            String kind = result.getClass().getSimpleName();
            throw Problem.error(
                    "This gives " + (kind.isEmpty() ? "an object" : "a " + kind)
                            + ", which is no value of a definition",
                    "",
                    "docs/language.md lists the classes and methods that a definition can use.",
                    range);
        }
        return result;
    }

    // What no program may contain, wherever it was read from. Where it is written in a file, that is refused before.

    static void requireType(@Nullable String className) {
        require(className == null || Library.isType(className), className);
    }

    static void requireConstructible(String className) {
        require(Library.isConstructible(className), className);
    }

    static void requireMethod(Node object, String method) {
        require(
                object instanceof Literals.TypeName type
                        ? Library.isStatic(type.className(), method)
                        : Library.isMethod(method),
                method);
    }

    static void requirePointer(Node object, String method) {
        require(
                object instanceof Literals.TypeName type
                        ? Library.isPointer(type.className(), method)
                        : Library.isMethod(method),
                method);
    }

    private static void require(boolean allowed, @Nullable String name) {
        if (!allowed) {
            throw new IllegalArgumentException(name);
        }
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }

    private static DiagnosticsException refused(Denial denial, SourceRange range) {
        return Problem.error(denial.summary(), denial.detail(), denial.hint(), range);
    }
}
