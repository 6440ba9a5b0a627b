package dev.corbel.dsl.language;

import dev.corbel.providers.api.schema.Type;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A function of the language.
 *
 * @param parameters in order; those that are optional, and the rest, stand last
 * @param takes completes "NAME(…) takes …", such as {@code one value}
 * @param description begins as the text of a table cell does, without a capital
 * @param example a call
 * @param result what the example gives, as it is written in a definition; empty where that depends on where it stands
 */
public record FunctionSpec(
        String name, List<Parameter> parameters, String takes, String description, String example, String result) {

    /** The number of values that a parameter takes. */
    public enum Count {
        ONE,
        /** One or none. */
        OPTIONAL,
        /** Any number, none too. */
        REST
    }

    /**
     * A parameter of a function.
     *
     * @param type values are brought into it
     * @param mayBeNull whether null is a value for it; else that is an error
     */
    public record Parameter(String name, Type type, Count count, boolean mayBeNull) {
        static Parameter of(String name) {
            return new Parameter(name, Type.ANY, Count.ONE, true);
        }

        static Parameter optional(String name) {
            return new Parameter(name, Type.ANY, Count.OPTIONAL, true);
        }

        static Parameter of(String name, Type type) {
            return new Parameter(name, type, Count.ONE, false);
        }

        static Parameter rest(String name, Type type) {
            return new Parameter(name, type, Count.REST, false);
        }

        static Parameter restOrNull(String name) {
            return new Parameter(name, Type.ANY, Count.REST, true);
        }
    }

    public FunctionSpec {
        parameters = List.copyOf(parameters);
    }

    /** A function that takes what the names of its parameters say. */
    static FunctionSpec function(
            String name, List<Parameter> parameters, String description, String example, String result) {
        return new FunctionSpec(name, parameters, names(parameters), description, example, result);
    }

    private static String names(List<Parameter> parameters) {
        List<String> names = parameters.stream()
                .map(parameter -> parameter.name() + (parameter.count() == Count.REST ? " …" : ""))
                .toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : names.subList(0, last).stream().collect(Collectors.joining(", ")) + " and " + names.get(last);
    }

    /** Tells whether a call can have so many arguments. */
    public boolean takes(int arguments) {
        long needed = parameters.stream()
                .filter(parameter -> parameter.count() == Count.ONE)
                .count();
        boolean more =
                !parameters.isEmpty() && parameters.get(parameters.size() - 1).count() == Count.REST;
        return arguments >= needed && (more || arguments <= parameters.size());
    }

    /** The parameter for the argument at this position; there is one. */
    public Parameter parameter(int argument) {
        return parameters.get(Math.min(argument, parameters.size() - 1));
    }

    /** The summary of the error for wrong arguments. */
    public String summary() {
        return name + "(…) takes " + takes;
    }

    /** The hint of the error for wrong arguments. */
    public String hint() {
        return "Write " + example + (result.isEmpty() ? "." : ", which gives " + result + ".");
    }

    /** The row of a table in Markdown. */
    public String row() {
        return "| " + cell(example) + " | " + (result.isEmpty() ? "" : cell(result)) + " | " + description + " |";
    }

    private static String cell(String code) {
        return "`" + code.replace("|", "\\|") + "`";
    }
}
