package dev.corbel.dsl.function;

import dev.corbel.dsl.program.Code;
import dev.corbel.dsl.program.LiftedValue;
import dev.corbel.dsl.resolve.AttemptedValue;
import dev.corbel.dsl.scope.PlainValues;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions that run code. */
final class Coding {
    private Coding() {}

    static @Nullable Object combine(FunctionCall call) {
        int last = call.arguments().size() - 1;
        if (!(call.argument(last) instanceof Code written) || last == 0) {
            throw call.wrong();
        }
        if (!LiftedValue.isNeeded(call.arguments().subList(0, last))) {
            return written.run(call.arguments().subList(0, last).toArray());
        }
        return LiftedValue.of(
                "combine(…)",
                call.arguments(),
                known -> known.get(last) instanceof Code code ? code.run(known.first(last)) : null,
                call.range());
    }

    static @Nullable Object attempt(FunctionCall call) {
        List<@Nullable Object> options = new ArrayList<>();
        DiagnosticsException failed = call.wrong();
        for (Object argument : call.arguments()) {
            if (!(argument instanceof Code code)) {
                throw call.wrong();
            }
            try {
                Object value = code.run();
                options.add(value);
                if (PlainValues.value(value).isPresent()) {
                    break;
                }
            } catch (DiagnosticsException problems) {
                failed = problems;
            }
        }
        if (options.isEmpty()) {
            throw failed;
        }
        boolean known = PlainValues.value(options.get(0)).isPresent();
        return known ? options.get(0) : new AttemptedValue(options, call.range());
    }
}
