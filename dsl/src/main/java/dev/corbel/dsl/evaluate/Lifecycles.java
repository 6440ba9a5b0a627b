package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.model.Lifecycle;
import dev.corbel.dsl.model.PreventDestroy;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
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
    private final Arguments arguments;
    private final Linker linker;

    Lifecycles(Problems problems, Arguments arguments, Linker linker) {
        this.problems = problems;
        this.arguments = arguments;
        this.linker = linker;
    }

    Lifecycle read(ResourceEntry.@Nullable Special special, Schema schema) {
        if (special == null) {
            return Lifecycle.DEFAULT;
        }
        Map<String, Raw.Written> written = special.contents();
        return new Lifecycle(
                VariableBlock.text(written.get("createBeforeDestroy"), "false").equals("true"),
                preventDestroy(written.get("preventDestroy")),
                ignored(written.get("ignoreChanges"), schema),
                triggers(written.get("replaceTriggeredBy")),
                arguments.conditions(written.get("precondition")),
                arguments.conditions(written.get("postcondition")));
    }

    private static Optional<PreventDestroy> preventDestroy(Raw.@Nullable Written written) {
        return written != null
                        && written.raw() instanceof Raw.Known known
                        && known.value().fullyUnmarked() instanceof BooleanValue prevented
                ? Optional.of(new PreventDestroy(prevented.value(), written.range()))
                : Optional.empty();
    }

    private List<ValuePath> ignored(Raw.@Nullable Written written, Schema schema) {
        List<ValuePath> paths = new ArrayList<>();
        if (written == null) {
            return paths;
        }
        Value value = written.raw() instanceof Raw.Known known ? known.value() : Value.ofNull();
        if (value instanceof StringValue text && text.value().equals("all")) {
            return List.of(ValuePath.ROOT);
        }
        if (value instanceof ListValue list && list.elements().stream().allMatch(StringValue.class::isInstance)) {
            list.elements().forEach(element -> path(((StringValue) element).value(), schema, written.range())
                    .ifPresent(paths::add));
            return paths;
        }
        problems.error(
                "\"ignoreChanges\" takes a list of attributes",
                "",
                "Write ignoreChanges = ['tags'], with quotes, or ignoreChanges = 'all'.",
                written.range());
        return paths;
    }

    private Optional<ValuePath> path(String text, Schema schema, SourceRange range) {
        ValuePath path = ValuePath.ROOT;
        for (String part :
                List.of(text.replaceAll("\\[\"?([^\"\\]]*)\"?]", ".$1").split("\\.", -1))) {
            path = part.matches("\\d+") && !path.isRoot() ? path.then(Integer.parseInt(part)) : path.then(part);
        }
        String first = path.isRoot() ? text : ((ValuePath.Name) path.steps().get(0)).name();
        if (!schema.names().contains(first)) {
            problems.error(
                    "There is no attribute \"" + first + "\" to ignore changes of",
                    "",
                    Suggestion.didYouMean(first, schema.names()).orElse(null),
                    range);
            return Optional.empty();
        }
        return Optional.of(path);
    }

    private List<Expression.Reference> triggers(Raw.@Nullable Written written) {
        List<Expression.Reference> triggers = new ArrayList<>();
        if (written == null) {
            return triggers;
        }
        Object value = ComponentView.plain(written.raw(), "replaceTriggeredBy");
        for (Object element : value instanceof List<?> list ? list : java.util.Collections.singletonList(value)) {
            try {
                if (!(element instanceof Reference)) {
                    throw BlockReceiver.error(
                            "\"replaceTriggeredBy\" takes references",
                            "",
                            "Write replaceTriggeredBy = [TYPE.NAME.ATTRIBUTE], without quotes.",
                            written.range());
                }
                linker.link(element, written.range()).forEachReference(triggers::add);
            } catch (DiagnosticsException failure) {
                problems.addAll(failure);
            }
        }
        return triggers;
    }
}
