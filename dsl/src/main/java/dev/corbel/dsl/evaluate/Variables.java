package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The variables of the environment or of a module. One that stands further down is evaluated when it is first read. */
final class Variables {
    private final String environment;
    private final VariableSource source;
    private final Problems problems;
    private final Map<String, Variable> declared = new LinkedHashMap<>();
    private final Map<String, Runnable> ahead = new LinkedHashMap<>();

    Variables(String environment, VariableSource source, Problems problems) {
        this.environment = environment;
        this.source = source;
        this.problems = problems;
    }

    String environment() {
        return environment;
    }

    VariableSource source() {
        return source;
    }

    /** Variables that stand at the top of the file, and how to evaluate each now. */
    void ahead(Map<String, Runnable> evaluations) {
        evaluations.forEach(ahead::putIfAbsent);
    }

    void declare(Variable variable) {
        ahead.remove(variable.name());
        declared.put(variable.name(), variable);
    }

    @Nullable
    Variable find(String name) {
        return declared.get(name);
    }

    /** Whether the variable was declared by the block that stands there. */
    boolean isSame(String name, SourceRange range) {
        Variable variable = declared.get(name);
        return variable != null && variable.range().equals(range);
    }

    List<Variable> all() {
        return List.copyOf(declared.values());
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>(declared.keySet());
        names.addAll(ahead.keySet());
        return names;
    }

    @Nullable
    Object read(String name, SourceRange range) {
        if (!declared.containsKey(name)) {
            Runnable evaluation = ahead.remove(name);
            if (evaluation != null) {
                evaluation.run();
            }
        }
        Variable variable = declared.get(name);
        if (variable != null) {
            return variable.visible();
        }
        if (problems.isIncomplete()) {
            return Placeholder.VALUE;
        }
        Set<String> names = names();
        throw Problem.error(
                "The variable \"" + name + "\" is not declared",
                "",
                Suggestion.didYouMean(name, names).orElse("Declare it: variable('" + name + "') { type = 'string' }"),
                range);
    }
}
