package dev.corbel.dsl.scope;

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
public final class Variables {
    private final String environment;
    private final VariableSource source;
    private final Problems problems;
    private final Map<String, Variable> declared = new LinkedHashMap<>();
    private final Map<String, Runnable> ahead = new LinkedHashMap<>();

    public Variables(String environment, VariableSource source, Problems problems) {
        this.environment = environment;
        this.source = source;
        this.problems = problems;
    }

    public String environment() {
        return environment;
    }

    public VariableSource source() {
        return source;
    }

    /** Variables that stand at the top of the file, and how to evaluate each now. */
    public void ahead(Map<String, Runnable> evaluations) {
        evaluations.forEach(ahead::putIfAbsent);
    }

    public void declare(Variable variable) {
        ahead.remove(variable.name());
        declared.put(variable.name(), variable);
    }

    @Nullable
    public Variable find(String name) {
        return declared.get(name);
    }

    /** Tells whether the variable was declared by the block that stands there. */
    public boolean isSame(String name, SourceRange range) {
        Variable variable = declared.get(name);
        return variable != null && variable.range().equals(range);
    }

    public List<Variable> all() {
        return List.copyOf(declared.values());
    }

    public Set<String> names() {
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
