package dev.corbel.dsl.build;

import dev.corbel.dsl.model.Lifecycle;
import dev.corbel.dsl.model.PreventDestroy;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.resolve.ReferenceResolver;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.InputValue;
import dev.corbel.dsl.scope.Problems;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.dsl.scope.Required;
import dev.corbel.dsl.scope.ResourceEntry;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code lifecycle { … }}. */
final class Lifecycles {
    private final Problems problems;
    private final ArgumentLinker arguments;
    private final ReferenceResolver linker;

    Lifecycles(Problems problems, ArgumentLinker arguments, ReferenceResolver linker) {
        this.problems = problems;
        this.arguments = arguments;
        this.linker = linker;
    }

    Lifecycle read(ResourceEntry.@Nullable Special special, Schema schema) {
        if (special == null) {
            return Lifecycle.DEFAULT;
        }
        Map<String, DeclaredValue.Written> written = special.contents();
        Required required = new Required(problems, written);
        return new Lifecycle(
                required.flag("createBeforeDestroy", false),
                preventDestroy(required, written.get("preventDestroy")),
                ignored(written, schema),
                triggers(written.get("replaceTriggeredBy")),
                arguments.conditions(written.get("precondition")),
                arguments.conditions(written.get("postcondition")));
    }

    private static Optional<PreventDestroy> preventDestroy(Required required, DeclaredValue.@Nullable Written written) {
        Optional<Value> value = required.literal("preventDestroy");
        return written != null && value.isPresent() && value.get() instanceof BooleanValue prevented
                ? Optional.of(new PreventDestroy(prevented.value(), written.range()))
                : Optional.empty();
    }

    private List<ValuePath> ignored(Map<String, DeclaredValue.Written> contents, Schema schema) {
        DeclaredValue.Written written = contents.get("ignoreChanges");
        Optional<Value> value = new Required(problems, contents).literal("ignoreChanges");
        if (written == null || value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof StringValue text && text.value().equals("all")) {
            return List.of(ValuePath.ROOT);
        }
        if (!(value.get() instanceof ListValue list)
                || !list.elements().stream().allMatch(StringValue.class::isInstance)) {
            problems.error(
                    "\"ignoreChanges\" takes a list of attributes",
                    "",
                    "Write ignoreChanges = ['tags'], with quotes, or ignoreChanges = 'all'.",
                    written.range());
            return List.of();
        }
        List<ValuePath> paths = new ArrayList<>();
        IgnoredPaths ignored = new IgnoredPaths(problems, written.valueRange());
        for (Value element : list.elements()) {
            try {
                paths.add(ignored.read(((StringValue) element).value(), schema));
            } catch (DiagnosticsException failure) {
                problems.addAll(failure);
            }
        }
        return paths;
    }

    private List<Expression.Reference> triggers(DeclaredValue.@Nullable Written written) {
        List<Expression.Reference> triggers = new ArrayList<>();
        if (written == null) {
            return triggers;
        }
        Object value = written.value().plain("replaceTriggeredBy");
        for (Object element : value instanceof List<?> list ? list : java.util.Collections.singletonList(value)) {
            try {
                if (!(InputValue.given(element) instanceof Reference reference)) {
                    throw Problem.error(
                            "\"replaceTriggeredBy\" takes references",
                            "",
                            "Write replaceTriggeredBy = [TYPE.NAME.ATTRIBUTE], without quotes.",
                            written.range());
                }
                linker.link(reference, written.range()).forEachReference(triggers::add);
            } catch (DiagnosticsException failure) {
                problems.addAll(failure);
            }
        }
        return triggers;
    }
}
