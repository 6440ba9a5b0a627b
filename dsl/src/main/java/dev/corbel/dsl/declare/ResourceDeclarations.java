package dev.corbel.dsl.declare;

import dev.corbel.dsl.language.Keywords;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.program.Refusal;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.OtherEnvironment;
import dev.corbel.dsl.scope.ResourceEntry;
import dev.corbel.dsl.scope.ResourceGroup;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.schema.Schema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes {@code resource(…)} and {@code data(…)}. */
final class ResourceDeclarations {
    private final Context context;
    private final Map<String, Schema> timeouts = new HashMap<>();

    ResourceDeclarations(Context context) {
        this.context = context;
    }

    void declare(BlockCall call, Scope scope) {
        boolean data = call.keyword().equals(Keywords.DATA.name());
        Labels.check(call, data ? Keywords.DATA : Keywords.RESOURCE);
        String type = Labels.text(call.arguments().get(0), call.keyword());
        String name = Labels.name(call, 1);
        Schema schema = data ? dataSchema(call, type) : resourceSchema(call, type);
        String kind = data ? "data." + type : type;
        BlockCall.Located forEach = call.options().get("forEach");
        ResourceGroup group = group(scope, kind, name, call.range(), forEach != null);
        String title = (data ? "data " : "resource ") + type + "." + name;
        if (forEach == null) {
            instance(call, scope, new Step(kind, name, null), title, schema, group);
            return;
        }
        keys(forEach)
                .forEach((key, value) ->
                        instance(call, scope, new Step(kind, name, key), title, schema, group, key, value));
    }

    private Schema resourceSchema(BlockCall call, String type) {
        return context.resourceType(type)
                .map(ResourceType::schema)
                .orElseThrow(() -> unknown(
                        call,
                        type,
                        "resource type",
                        context.catalog().resourceTypeNames(),
                        context.dataType(type).isPresent() ? "data" : null));
    }

    private Schema dataSchema(BlockCall call, String type) {
        if (type.equals(OtherEnvironment.TYPE)) {
            throw Problem.error(
                    "The data source \"" + type + "\" is not declared in code",
                    "It follows from the environments that references name.",
                    "Write environment('NAME').output.OUTPUT.",
                    call.arguments().get(0).range());
        }
        return context.dataType(type)
                .map(found -> found.schema())
                .orElseThrow(() -> unknown(
                        call,
                        type,
                        "data source",
                        context.catalog().dataSourceTypeNames(),
                        context.resourceType(type).isPresent() ? "resource" : null));
    }

    private RuntimeException unknown(
            BlockCall call, String type, String what, List<String> names, @Nullable String other) {
        String hint = Suggestion.didYouMean(type, names).orElse(null);
        if (other != null) {
            hint = "It is declared with " + other + "('" + type + "', …).";
        }
        return Problem.error(
                "There is no " + what + " \"" + type + "\"",
                "The providers at hand are "
                        + String.join(", ", context.catalog().names()) + ".",
                hint,
                call.arguments().get(0).range());
    }

    private static ResourceGroup group(Scope scope, String kind, String name, SourceRange range, boolean keyed) {
        Map<String, ResourceGroup> named = scope.resources().computeIfAbsent(kind, key -> new LinkedHashMap<>());
        ResourceGroup earlier = named.get(name);
        if (earlier != null) {
            throw Problem.error(
                    kind + "." + name + " is declared twice",
                    "It was declared in " + earlier.range().file() + ":"
                            + earlier.range().line() + " before.",
                    "Give one of them another name.",
                    range);
        }
        ResourceGroup group = new ResourceGroup(range, keyed);
        named.put(name, group);
        return group;
    }

    private void instance(
            BlockCall call,
            Scope scope,
            Step step,
            String title,
            Schema schema,
            ResourceGroup group,
            @Nullable Object... eachValues) {
        Schema operations = step.isData() ? Schema.EMPTY : timeouts(step.kind());
        ResourceBlock block = new ResourceBlock(context, scope, title, schema, operations, step.isData());
        call.body().ifPresent(body -> body.run(block, arguments(body, eachValues, call)));
        Map<String, DeclaredValue.Written> arguments = block.finish(call.range());
        group.add(step.key(), new ResourceEntry(scope.within(step), arguments, block.special(), call.range()));
    }

    private static @Nullable Object[] arguments(BlockCall.Body body, @Nullable Object[] eachValues, BlockCall call) {
        if (body.parameters() > eachValues.length) {
            throw Problem.error(
                    "The block has more parameters than there are values",
                    eachValues.length == 0
                            ? "Without forEach there are none."
                            : "With forEach there are two, the key and the value.",
                    eachValues.length == 0 ? "Add the option forEach: …" : null,
                    call.range());
        }
        return eachValues;
    }

    private Schema timeouts(String type) {
        return timeouts.computeIfAbsent(type, name -> {
            Set<String> operations = new TreeSet<>(List.of("create", "read", "update", "delete"));
            Map<String, java.time.Duration> known =
                    context.resourceType(name).map(ResourceType::timeouts).orElse(Map.of());
            return ResourceBlock.timeouts(known.isEmpty() ? operations : known.keySet());
        });
    }

    /** The keys of {@code forEach} with their values: those of a map, or the texts of a set, which are both. */
    private static Map<String, @Nullable Object> keys(BlockCall.Located forEach) {
        Object each = Known.of(forEach.value(), "looped over", forEach.range());
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        if (each == Placeholder.VALUE) {
            throw Placeholder.skip();
        }
        if (each instanceof Map<?, ?> map) {
            map.forEach((key, value) -> keys.put(key(key, forEach), value));
        } else if (each instanceof Iterable<?> many) {
            many.forEach(element -> {
                String key = key(element, forEach);
                if (keys.put(key, element) != null) {
                    throw Problem.error("The key \"" + key + "\" stands twice in forEach", "", null, forEach.range());
                }
            });
        } else {
            String what = each instanceof Deferred deferred ? Refusal.reason(deferred) : "";
            throw Problem.error(
                    "forEach takes a map or a set of strings",
                    what,
                    each instanceof Deferred
                            ? "The keys must be known while the definition is evaluated; the values of a map need not."
                            : null,
                    forEach.range());
        }
        return keys;
    }

    private static String key(@Nullable Object written, BlockCall.Located forEach) {
        Object key = Known.of(written, "used as a key", forEach.range());
        if (key == Placeholder.VALUE) {
            throw Placeholder.skip();
        }
        if (key == null || key instanceof Deferred || key instanceof Map<?, ?> || key instanceof Iterable<?>) {
            throw Problem.error(
                    "A key of forEach must be a string",
                    key instanceof Deferred deferred ? Refusal.reason(deferred) : "",
                    "Use a map from keys that are known to values.",
                    forEach.range());
        }
        return key.toString();
    }
}
