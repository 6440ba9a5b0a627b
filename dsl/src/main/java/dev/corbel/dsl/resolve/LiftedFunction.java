package dev.corbel.dsl.resolve;

import dev.corbel.dsl.program.Captures;
import dev.corbel.dsl.program.Code;
import dev.corbel.dsl.program.MappedValue;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.scope.PlainValues;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The function that the code of {@code ref.map { … }} is of a value, and of the other references that it uses. */
final class LiftedFunction implements Expression.Function {
    private final MappedValue mapped;
    private final Captures captures;

    LiftedFunction(MappedValue mapped, Captures captures) {
        this.mapped = mapped;
        this.captures = captures;
    }

    /** The others may become known one after the other; what the code does not look at may stay unknown. */
    @Override
    public boolean takesUnknown() {
        return !captures.leaves().isEmpty();
    }

    /** @param input the value; with other references a list of it and their values */
    @Override
    public Value apply(Value input) {
        List<Value> inputs = takesUnknown() ? ((ListValue) input).elements() : List.of(input);
        List<@Nullable Object> plain = new ArrayList<>();
        inputs.forEach(value -> plain.add(PlainValues.late(value)));
        Code code = captures.bind(plain.subList(1, plain.size()));
        try {
            return PlainValues.lateResult(code.run(plain.get(0)))
                    .orElseThrow(() -> new DiagnosticsException(Diagnostic.error(
                            "The code of .map gives a reference", "It must give a value that is known then.")));
        } catch (Placeholder.SkippedException unknown) {
            return Value.unknown();
        } catch (DiagnosticsException problems) {
            if (problems.diagnostics().stream()
                    .allMatch(problem -> problem.range().isPresent())) {
                throw problems;
            }
            throw new DiagnosticsException(problems.diagnostics().stream()
                    .map(problem -> problem.range().isPresent() ? problem : problem.at(mapped.range()))
                    .toList());
        }
    }
}
