package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The methods of Groovy's library that definitions use most, with the same results. Without them the first call of a run
 * would load that library, which takes longer than the whole run of a small definition.
 */
final class Intrinsics {
    /** The answer that Groovy's library must be asked. */
    static final Object NONE = new Object();

    private Intrinsics() {}

    static @Nullable Object call(Object target, String method, @Nullable Object[] arguments, SourceRange range) {
        if (target instanceof String text) {
            return ofText(text, method, arguments);
        }
        if (target instanceof Number number) {
            if (method.equals("toString") && arguments.length == 0) {
                return Dispatch.text(target);
            }
            Number result = WholeNumbers.call(number, method, arguments, range);
            return result == null ? NONE : result;
        }
        if (target instanceof Collection<?> || target instanceof Map<?, ?>) {
            Object calculated = method.equals("sum")
                    ? Sums.call(Dispatch.iterate(target, range), arguments, range)
                    : Sorting.call(target, method, arguments, range);
            if (calculated != NONE) {
                return calculated;
            }
        }
        if (target instanceof Collection<?> many) {
            return arguments.length == 1 && arguments[0] instanceof Code code
                    ? withCode(many, method, code)
                    : ofCollection(many, method, arguments, range);
        }
        if (target instanceof Map<?, ?> map) {
            return arguments.length == 1 && arguments[0] instanceof Code code
                    ? withCode(map, method, code)
                    : ofMap(map, method, arguments);
        }
        return NONE;
    }

    private static @Nullable Object ofText(String text, String method, @Nullable Object[] arguments) {
        if (arguments.length == 0) {
            return switch (method) {
                case "toString" -> text;
                case "size", "length" -> text.length();
                case "toUpperCase" -> text.toUpperCase(java.util.Locale.ROOT);
                case "toLowerCase" -> text.toLowerCase(java.util.Locale.ROOT);
                case "trim" -> text.trim();
                case "toInteger" -> Integer.valueOf(text.trim());
                default -> NONE;
            };
        }
        if (arguments.length == 1 && arguments[0] instanceof String argument) {
            return switch (method) {
                case "startsWith" -> text.startsWith(argument);
                case "endsWith" -> text.endsWith(argument);
                case "contains" -> text.contains(argument);
                default -> NONE;
            };
        }
        return method.equals("replace")
                        && arguments.length == 2
                        && arguments[0] instanceof String from
                        && arguments[1] instanceof String to
                ? text.replace(from, to)
                : NONE;
    }

    private static @Nullable Object ofCollection(
            Collection<?> many, String method, @Nullable Object[] arguments, SourceRange range) {
        if (method.equals("size") && arguments.length == 0) {
            return many.size();
        }
        if (method.equals("isEmpty") && arguments.length == 0) {
            return many.isEmpty();
        }
        boolean joins = method.equals("join") && arguments.length < 2;
        if (joins && (arguments.length == 0 || arguments[0] instanceof String)) {
            String separator = arguments.length == 0 ? "" : (String) arguments[0];
            List<Object> parts = new ArrayList<>();
            many.forEach(element -> {
                if (!parts.isEmpty()) {
                    parts.add(separator);
                }
                parts.add(TemplateValue.part(element, range));
            });
            return TemplateValue.of(parts);
        }
        return NONE;
    }

    private static @Nullable Object ofMap(Map<?, ?> map, String method, @Nullable Object[] arguments) {
        if (arguments.length == 0) {
            return switch (method) {
                case "size" -> map.size();
                case "isEmpty" -> map.isEmpty();
                case "keySet" -> map.keySet();
                case "values" -> map.values();
                default -> NONE;
            };
        }
        if (map instanceof SharedMap && method.equals("get") && arguments.length == 2) {
            // Groovy's would add the default to the map.
            return map.containsKey(arguments[0]) ? map.get(arguments[0]) : arguments[1];
        }
        return method.equals("containsKey") && arguments.length == 1 ? map.containsKey(arguments[0]) : NONE;
    }

    private static @Nullable Object withCode(Collection<?> many, String method, Code code) {
        switch (method) {
            case "each" -> many.forEach(code::run);
            case "forEach" -> {
                many.forEach(code::run);
                return null;
            }
            case "eachWithIndex" -> {
                int index = 0;
                for (Object element : many) {
                    code.run(element, index++);
                }
            }
            case "collect" -> {
                List<@Nullable Object> results = new ArrayList<>(many.size());
                many.forEach(element -> results.add(code.run(element)));
                return results;
            }
            case "collectEntries" -> {
                Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
                for (Object element : many) {
                    CollectedEntries.add(entries, code.run(element), code.range());
                }
                return entries;
            }
            default -> {
                return NONE;
            }
        }
        return many;
    }

    private static @Nullable Object withCode(Map<?, ?> map, String method, Code code) {
        switch (method) {
            case "each" -> map.entrySet().forEach(code::runFor);
            case "collect" -> {
                List<@Nullable Object> results = new ArrayList<>(map.size());
                map.entrySet().forEach(entry -> results.add(code.runFor(entry)));
                return results;
            }
            case "collectEntries" -> {
                Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    CollectedEntries.add(entries, code.runFor(entry), code.range());
                }
                return entries;
            }
            default -> {
                return NONE;
            }
        }
        return map;
    }
}
