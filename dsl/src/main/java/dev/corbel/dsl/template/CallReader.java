package dev.corbel.dsl.template;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads calls of functions. */
final class CallReader {
    private final Cursor cursor;
    private final TemplateFunctions calls;
    private final Set<String> known;

    CallReader(Cursor cursor, TemplateFunctions calls) {
        this.cursor = cursor;
        this.calls = calls;
        this.known = calls.names();
    }

    /** The call of a function whose name is read. */
    Part call(String name, int start, Supplier<Part> expression) {
        SourceRange where = cursor.range(start);
        boolean special = name.equals("try") || name.equals("can");
        if (cursor.isAt("::") || (!special && !known.contains(name))) {
            String reason = calls.reason(name);
            throw TemplateErrors.error(
                    "There is no function \"" + name + "\" in templates",
                    reason.isEmpty() ? Suggestion.didYouMean(name, known).orElse(null) : reason,
                    where);
        }
        List<Part> arguments = new ArrayList<>();
        boolean spread = arguments(arguments, expression);
        SourceRange range = cursor.range(start);
        if (special) {
            return name.equals("can") ? can(arguments) : first(arguments, range);
        }
        if (calls.readsFiles(name)) {
            return ofFile(name, arguments, range);
        }
        return names -> {
            List<Value> given = new ArrayList<>();
            arguments.forEach(argument -> given.add(argument.value(names)));
            if (spread) {
                spreadLast(given, range);
            }
            return called(name, given, range);
        };
    }

    /** Reads the arguments; gives whether the last is spread. */
    private boolean arguments(List<Part> arguments, Supplier<Part> expression) {
        cursor.take("(");
        cursor.skip();
        boolean spread = false;
        while (!cursor.take(")")) {
            arguments.add(expression.get());
            cursor.skip();
            spread = cursor.take("...");
            cursor.skip();
            if (!cursor.take(",") && cursor.peek() != ')') {
                throw cursor.error("\")\" is missing behind the arguments", null);
            }
            cursor.skip();
        }
        return spread;
    }

    private static void spreadLast(List<Value> given, SourceRange range) {
        Value last = given.remove(given.size() - 1);
        if (!(last instanceof ListValue list)) {
            throw TemplateErrors.error("This is " + Convert.kind(last) + ", and \"...\" needs a list", null, range);
        }
        given.addAll(list.elements());
    }

    private Value called(String name, List<Value> given, SourceRange range) {
        try {
            return calls.call(name, given);
        } catch (TemplateFunctions.FailedException failed) {
            throw TemplateErrors.error(String.valueOf(failed.getMessage()), null, range);
        }
    }

    /** Files are read when the template is, so that they belong to what a saved plan keeps. */
    private Part ofFile(String name, List<Part> arguments, SourceRange range) {
        Bindings none = new Bindings(Map.of());
        List<Value> given = new ArrayList<>();
        try {
            arguments.forEach(argument -> given.add(argument.value(none)));
        } catch (DiagnosticsException needsNames) {
            throw TemplateErrors.error(
                    "The arguments of " + name + "(…) in a template must be written there",
                    "Read the file in the definition, and give templatefile(…) what it holds.",
                    range);
        }
        Value value = called(name, given, range);
        return names -> value;
    }

    private static Part can(List<Part> arguments) {
        return names -> {
            try {
                arguments.forEach(argument -> argument.value(names));
                return Value.of(true);
            } catch (DiagnosticsException failed) {
                return Value.of(false);
            }
        };
    }

    private static Part first(List<Part> arguments, SourceRange range) {
        return names -> {
            DiagnosticsException last = TemplateErrors.error("try(…) takes an expression at least", null, range);
            for (Part argument : arguments) {
                try {
                    return argument.value(names);
                } catch (DiagnosticsException failed) {
                    last = failed;
                }
            }
            throw last;
        };
    }

    /** The value of a part whose errors do not matter; null where it has one. */
    static Value attempted(Part part, Bindings names) {
        try {
            return part.value(names);
        } catch (DiagnosticsException failed) {
            return Value.ofNull();
        }
    }
}
