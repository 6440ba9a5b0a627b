package dev.corbel.dsl.resolve;

import dev.corbel.dsl.program.Lifting;
import dev.corbel.dsl.scope.PlainValues;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The function that lifted operations are of the values that they wait for.
 *
 * @param sets the positions of values that are sets: where one is not wholly known, its elements may turn out equal, so
 *     nothing of it is known
 */
record CombiningFunction(Lifting lifting, Set<Integer> sets, SourceRange range) implements Expression.OfElements {

    @Override
    public Value apply(List<Supplier<Value>> elements) {
        List<Supplier<@Nullable Object>> plain = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            Supplier<Value> element = elements.get(i);
            boolean set = sets.contains(i);
            plain.add(() -> PlainValues.late(known(element.get(), set)));
        }
        try {
            return PlainValues.lateResult(lifting.run(plain))
                    .orElseThrow(() -> new DiagnosticsException(Diagnostic.error(
                            "This code gives a reference", "It must give a value that is known then.")));
        } catch (DiagnosticsException problems) {
            if (problems.diagnostics().stream()
                    .allMatch(problem -> problem.range().isPresent())) {
                throw problems;
            }
            throw new DiagnosticsException(problems.diagnostics().stream()
                    .map(problem -> problem.range().isPresent() ? problem : problem.at(range))
                    .toList());
        }
    }

    private static Value known(Value value, boolean set) {
        return set && !value.isWhollyKnown() ? Value.unknown() : value;
    }
}
