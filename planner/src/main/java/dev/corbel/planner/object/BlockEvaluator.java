package dev.corbel.planner.object;

import dev.corbel.dsl.model.Argument;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates what a definition says in one block (a resource, a data source, a provider) and gives it the schema's shape:
 * every attribute and block of the schema is there, with defaults, converted, validated and marked; what was left out
 * and has no default is null, a block that may stand several times an empty list. Unknown values pass.
 */
public final class BlockEvaluator {
    private final Evaluation evaluation;

    public BlockEvaluator(Evaluation.Scope scope) {
        this.evaluation = new Evaluation(scope);
    }

    /**
     * The block's configuration.
     *
     * @param range where problems are that have no better place
     * @throws DiagnosticsException with all problems of the block
     */
    public MapValue evaluate(
            Schema schema, Map<String, Argument> arguments, @Nullable Address address, Optional<SourceRange> range) {
        List<Diagnostic> problems = new ArrayList<>();
        Map<String, Value> written = new LinkedHashMap<>();
        arguments.forEach((name, argument) -> {
            try {
                written.put(name, evaluation.evaluate(argument.value()));
            } catch (DiagnosticsException failed) {
                failed.diagnostics().forEach(problem -> problems.add(located(problem, address, argument.range())));
            }
        });
        ConfigurationShape shape = new ConfigurationShape((path, problem) -> {
            @Nullable Argument argument = path.steps().isEmpty() ? null : arguments.get(nameOf(path));
            problems.add(located(problem, address, argument == null ? range.orElse(null) : argument.range()));
        });
        if (!problems.isEmpty()) {
            throw new DiagnosticsException(problems);
        }
        MapValue configuration = shape.of(schema, new MapValue(written));
        if (problems.stream().anyMatch(Diagnostic::isError)) {
            throw new DiagnosticsException(problems);
        }
        return configuration;
    }

    /**
     * Completes the recorded values of a block with defaults.
     *
     * @throws DiagnosticsException where something is missing that has no default
     */
    public static MapValue complete(Schema schema, MapValue recorded) {
        List<Diagnostic> problems = new ArrayList<>();
        MapValue completed = new ConfigurationShape((path, problem) -> problems.add(problem)).of(schema, recorded);
        if (!problems.isEmpty()) {
            throw new DiagnosticsException(problems);
        }
        return completed;
    }

    private static String nameOf(ValuePath path) {
        return path.steps().get(0) instanceof ValuePath.Name name ? name.name() : "";
    }

    private static Diagnostic located(Diagnostic problem, @Nullable Address address, @Nullable SourceRange range) {
        Diagnostic addressed = problem.address().isPresent() ? problem : problem.at(address);
        return addressed.range().isPresent() ? addressed : addressed.at(range);
    }
}
