package dev.corbel.dsl.build;

import dev.corbel.dsl.scope.Problems;
import dev.corbel.dsl.scope.Variables;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.providers.api.diagnostic.Suggestion;

/** Reports values that were given for variables that are not declared. */
final class UndeclaredInputs {
    private UndeclaredInputs() {}

    static void check(String name, VariableInputs.Given given, Variables variables, Problems problems) {
        if (variables.find(name) != null || problems.isIncomplete()) {
            return;
        }
        String hint = Suggestion.didYouMean(name, variables.names()).orElse(null);
        String summary = "The variable \"" + name + "\" is not declared";
        String detail = "A value for it is given by " + given.source() + ".";
        switch (given.origin()) {
            case OPTION -> problems.error(summary, detail, hint, null);
            case FILE -> problems.warning(summary, detail, hint, null);
            // The environment of a process is shared by many definitions, and a saved plan carries what it got.
            case ENVIRONMENT, SAVED_PLAN -> {}
        }
    }
}
