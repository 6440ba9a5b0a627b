package dev.corbel.dsl.stage;

import dev.corbel.dsl.model.Definition;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Expression;
import java.util.List;

/** Tells what is known of values before anything is planned: by what is configured, and by what data sources read. */
@FunctionalInterface
public interface Readings {
    /** Knows nothing: what would be decided by a reference is left out. */
    Readings NONE = (definition, wanted) ->
            wanted.stream().<Answer>map(value -> new Answer.Later()).toList();

    /** Knows nothing beyond what a saved plan carries, which has to be enough. */
    Readings RECORDED = (definition, wanted) -> {
        throw new DiagnosticsException(Diagnostic.error(
                        "The saved plan does not follow from its own sources",
                        "A value decides what is declared that the plan does not carry.")
                .withHint("Make a new plan."));
    };

    /**
     * Looks values up.
     *
     * @param definition with all that is declared so far
     * @return an answer to each that is wanted
     */
    List<Answer> read(Definition definition, List<Expression> wanted);
}
