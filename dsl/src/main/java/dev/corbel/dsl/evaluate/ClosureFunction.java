package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.program.MappedValue;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;

/** What the code of {@code ref.map { … }} makes of a value. */
final class ClosureFunction implements Expression.Function {
    private final MappedValue mapped;

    ClosureFunction(MappedValue mapped) {
        this.mapped = mapped;
    }

    @Override
    public Value apply(Value input) {
        Object result;
        try {
            result =
                    mapped.closure().run(PlainValues.plain(input, mapped.input().display()));
        } catch (DiagnosticsException problems) {
            throw new DiagnosticsException(problems.diagnostics().stream()
                    .map(problem -> problem.range().isPresent() ? problem : problem.at(mapped.range()))
                    .toList());
        }
        return PlainValues.value(result)
                .orElseThrow(() -> new DiagnosticsException(Diagnostic.error(
                                "The code of .map gives a reference", "It must give a value that is known then.")
                        .at(mapped.range())));
    }
}
