package dev.corbel.dsl.function;

import dev.corbel.dsl.function.Arguments.WrongArgumentException;
import dev.corbel.dsl.function.Files.FileCall;
import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.LiftedValue;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.program.Refusal;
import dev.corbel.dsl.scope.PlainValues;
import dev.corbel.dsl.template.Template;
import dev.corbel.dsl.template.TemplateFunctions;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The function that renders a template of Terraform. */
final class Templates {
    private Templates() {}

    static @Nullable Object file(FunctionCall call, TemplateFunctions calls) {
        Object given = call.argument(1);
        FileCall file = file(call);
        Template template = Template.parse(file.path(), Files.text(file).toString(), calls);
        if (given instanceof Map<?, ?> written) {
            Set<String> names = written.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
            template.check(names);
        }
        if (LiftedValue.isNeeded(given)) {
            return LiftedValue.of(
                    "templatefile('" + file.path() + "', …)",
                    call.arguments(),
                    known -> rendered(template, known.get(1), call),
                    call.range());
        }
        return rendered(template, given, call);
    }

    private static FileCall file(FunctionCall call) {
        Object path = call.argument(0);
        if (path instanceof Deferred deferred) {
            throw Refusal.of(deferred, "given to templatefile(…)", call.range());
        }
        Value known = PlainValues.value(path).orElseThrow(Placeholder::skip);
        return new FileCall(arguments(call, known, MapValue.EMPTY), call.context(), call.range());
    }

    private static @Nullable Object rendered(Template template, @Nullable Object given, FunctionCall call) {
        Value values = PlainValues.value(given).orElseThrow(Placeholder::skip);
        Map<String, Value> names = arguments(call, Value.of(""), values).map(1);
        template.check(names.keySet());
        return PlainValues.plain(template.render(names), "templatefile");
    }

    private static Arguments arguments(FunctionCall call, Value path, Value values) {
        try {
            return Arguments.of(call.function(), List.of(path, values));
        } catch (WrongArgumentException wrong) {
            throw Problem.error(
                    String.valueOf(wrong.getMessage()), "", call.function().hint(), call.range());
        }
    }
}
