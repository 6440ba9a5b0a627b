package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.component.Components;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes the errors for names that lead nowhere. */
final class Undeclared {
    private static final List<String> ROOTS = List.of("variable", "environment", "data", "module");

    private Undeclared() {}

    /** A name that means nothing at all. */
    static RuntimeException name(Context context, Reference reference, String name) {
        if (context.problems().isIncomplete()) {
            return Placeholder.skip();
        }
        Set<String> names = new TreeSet<>(ROOTS);
        names.addAll(Components.kinds());
        for (Space space = reference.space(); space != null; space = space.parent()) {
            names.addAll(space.resources().keySet());
        }
        String hint = Suggestion.didYouMean(name, names).orElse(null);
        if (reference.space().variables().names().contains(name)) {
            hint = "A variable is read as variable." + name + ".";
        } else if (hint == null && reference.steps().size() == 1) {
            hint = "A text stands in quotes: '" + name + "'.";
        }
        return BlockReceiver.error("The name \"" + name + "\" is not declared", "", hint, reference.range());
    }

    /** The outputs that can be read of a place. */
    static Set<String> outputs(Space space) {
        Set<String> names = new TreeSet<>(space.outputs().keySet());
        if (space.type() != null) {
            names.addAll(space.type().outputs().keySet());
        }
        return names;
    }

    static RuntimeException output(Space space, String name, Reference reference) {
        Set<String> names = outputs(space);
        names.addAll(space.components().keySet());
        return BlockReceiver.error(
                "There is no output \"" + name + "\" in " + space.title(),
                names.isEmpty() ? "It has none." : "It has " + String.join(", ", names) + ".",
                Suggestion.didYouMean(name, names).orElse(null),
                reference.range());
    }
}
