package dev.corbel.dsl.language;

import java.util.List;

/**
 * A function of the language.
 *
 * @param parameters in order; those with a default may be left out
 * @param takes completes "NAME(…) takes …", such as {@code one value}
 * @param description begins as the text of a table cell does, without a capital
 * @param example a call
 * @param result the text that the example gives; empty where that depends on where it stands
 */
public record FunctionSpec(
        String name, List<Parameter> parameters, String takes, String description, String example, String result) {

    /** A parameter of a function. */
    public record Parameter(String name, boolean optional) {
        static Parameter of(String name) {
            return new Parameter(name, false);
        }

        static Parameter optional(String name) {
            return new Parameter(name, true);
        }
    }

    public FunctionSpec {
        parameters = List.copyOf(parameters);
    }

    /** Tells whether a call can have so many arguments. */
    public boolean takes(int arguments) {
        long needed =
                parameters.stream().filter(parameter -> !parameter.optional()).count();
        return arguments >= needed && arguments <= parameters.size();
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
        return "| `" + example + "` | " + description + " |";
    }
}
