package dev.corbel.dsl.declare;

import dev.corbel.dsl.language.Keyword;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.List;
import java.util.Set;

/** Reads the arguments of blocks: labels and options. */
final class Labels {
    private Labels() {}

    /** The labels of a call that takes exactly these; the names say what each one is. */
    static List<String> exactly(BlockCall call, String... names) {
        if (call.arguments().size() != names.length) {
            String form = call.keyword() + "('" + String.join("', '", names).toUpperCase(java.util.Locale.ROOT) + "')";
            throw Problem.error(
                    "\"" + call.keyword() + "\" takes " + count(names.length),
                    "",
                    "Write " + form + " { … }.",
                    call.range());
        }
        return call.arguments().stream()
                .map(argument -> text(argument, call.keyword()))
                .toList();
    }

    /** Refuses labels and options that the keyword does not take. */
    static void check(BlockCall call, Keyword keyword) {
        exactly(call, keyword.labels().toArray(String[]::new));
        options(call, keyword.options());
    }

    private static String count(int labels) {
        return labels == 0 ? "no label" : labels == 1 ? "one label" : labels + " labels";
    }

    /** A label that is used in addresses. */
    static String name(BlockCall call, int position) {
        BlockCall.Located argument = call.arguments().get(position);
        String text = text(argument, call.keyword());
        if (!Step.isName(text)) {
            throw Problem.error(
                    "\"" + text + "\" is not a name",
                    "Names consist of letters, digits, _ and -.",
                    null,
                    argument.range());
        }
        return text;
    }

    static String text(BlockCall.Located argument, String keyword) {
        if (Known.of(argument.value(), "used as a label", argument.range()) instanceof String text) {
            return text;
        }
        if (argument.value() == Placeholder.VALUE) {
            throw Placeholder.skip();
        }
        String what = argument.value() instanceof Deferred deferred
                ? deferred.display() + " is a reference"
                : "it is " + (argument.value() == null ? "null" : "no string");
        throw Problem.error(
                "A label of \"" + keyword + "\" must be a string",
                "Here " + what + ".",
                argument.value() instanceof Deferred ? "Put it in quotes, or use a variable." : null,
                argument.range());
    }

    /** Refuses options that the block does not take. */
    static void options(BlockCall call, Set<String> allowed) {
        call.options().forEach((name, value) -> {
            if (!allowed.contains(name)) {
                throw Problem.error(
                        "\"" + call.keyword() + "\" has no option \"" + name + "\"",
                        "",
                        Suggestion.didYouMean(name, allowed)
                                .orElse(allowed.isEmpty() ? null : "It has " + String.join(", ", allowed) + "."),
                        value.range());
            }
        });
    }

    /** The body of a block that must have one. */
    static BlockCall.Body body(BlockCall call) {
        return call.body()
                .orElseThrow(() ->
                        Problem.error("\"" + call.keyword() + "\" needs a block", "", "Add { … }.", call.range()));
    }
}
