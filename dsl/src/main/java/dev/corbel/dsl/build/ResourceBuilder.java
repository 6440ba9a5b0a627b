package dev.corbel.dsl.build;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.dsl.model.Lifecycle;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.dsl.resolve.ReferenceResolver;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Required;
import dev.corbel.dsl.scope.ResourceEntry;
import dev.corbel.dsl.scope.ResourceEntry.Special;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the declarations of resources and data sources. */
final class ResourceBuilder {
    private final Context context;
    private final ArgumentLinker arguments;
    private final Lifecycles lifecycles;
    private final ProviderKeys providers;

    ResourceBuilder(Context context, ArgumentLinker arguments, ReferenceResolver linker, ProviderKeys providers) {
        this.context = context;
        this.arguments = arguments;
        this.lifecycles = new Lifecycles(context.problems(), arguments, linker);
        this.providers = providers;
    }

    /** Adds everything that stands in a scope or in those inside it. */
    void collect(Scope scope, List<ResourceDeclaration> managed, List<DataDeclaration> data) {
        scope.resources().values().forEach(named -> named.values()
                .forEach(group -> group.all().forEach(entry -> {
                    try {
                        if (entry.address().isData()) {
                            data.add(data(entry, scope));
                        } else {
                            managed.add(managed(entry, scope));
                        }
                    } catch (DiagnosticsException failure) {
                        context.problems().addAll(failure);
                    }
                })));
        scope.children().forEach(child -> collect(child, managed, data));
    }

    private ResourceDeclaration managed(ResourceEntry entry, Scope scope) {
        String type = entry.address().last().type();
        Map<String, Argument> linked = arguments.link(entry.arguments());
        return new ResourceDeclaration(
                entry.address(),
                provider(entry, scope),
                linked,
                lifecycle(entry, context.resourceType(type).orElseThrow().schema()),
                dependsOn(entry),
                timeouts(entry.special().get("timeouts")),
                entry.range());
    }

    private DataDeclaration data(ResourceEntry entry, Scope scope) {
        String type = entry.address().last().type();
        return new DataDeclaration(
                entry.address(),
                provider(entry, scope),
                arguments.link(entry.arguments()),
                lifecycle(entry, context.dataType(type).orElseThrow().schema()),
                dependsOn(entry),
                entry.range());
    }

    private ProviderKey provider(ResourceEntry entry, Scope scope) {
        return providers.of(
                entry.address().last().type(), scope, entry.special().get("provider"));
    }

    private Lifecycle lifecycle(ResourceEntry entry, Schema schema) {
        return lifecycles.read(entry.special().get("lifecycle"), schema);
    }

    private List<Address> dependsOn(ResourceEntry entry) {
        Special special = entry.special().get("dependsOn");
        return special == null || special.value() == null
                ? List.of()
                : arguments.targets(special.value(), special.range(), "dependsOn");
    }

    private Map<String, Duration> timeouts(@Nullable Special special) {
        Map<String, Duration> timeouts = new LinkedHashMap<>();
        if (special != null) {
            Required required = new Required(context.problems(), special.contents());
            special.contents().forEach((operation, written) -> {
                Optional<String> text = required.literal(operation).map(Value::toString);
                text.ifPresent(span -> Durations.parse(span)
                        .ifPresentOrElse(known -> timeouts.put(operation, known), () -> context.problems()
                                .error(
                                        "\"" + operation + "\" must be a span of time",
                                        "It is \"" + span + "\".",
                                        "Write a number with s, m, h or d, such as '10 m'.",
                                        written.range())));
            });
        }
        return timeouts;
    }
}
