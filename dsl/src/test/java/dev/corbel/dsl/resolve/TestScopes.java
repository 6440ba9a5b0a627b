package dev.corbel.dsl.resolve;

import dev.corbel.dsl.TestCloud;
import dev.corbel.dsl.component.Components;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Problems;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.dsl.scope.ResourceEntry;
import dev.corbel.dsl.scope.ResourceGroup;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.dsl.scope.VariableSource;
import dev.corbel.dsl.scope.Variables;
import dev.corbel.dsl.source.SavedFiles;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An environment whose scopes a test fills by hand. */
final class TestScopes {
    static final SourceRange HERE = SourceRange.at("environments/test.groovy", 1, 1);

    final Problems problems = new Problems();
    final Context context = new Context(TestCloud.catalog(), LoadMode.PLAN, new SavedFiles(Map.of()), problems);
    final Scope environment = Scope.environment(variables(), HERE.file());

    Variables variables() {
        return new Variables("test", new VariableSource.Outside(VariableInputs.NONE), problems);
    }

    static Scope component(Scope around, String kind, @Nullable String label) {
        return around.component(Objects.requireNonNull(Components.find(kind)), label, HERE);
    }

    Scope module(Scope around, String name) {
        return around.module(name, variables(), "modules/" + name + ".groovy", HERE);
    }

    /** @param keys of instances; none for a resource without {@code forEach} */
    static ResourceGroup resource(Scope scope, String kind, String name, String... keys) {
        ResourceGroup group = new ResourceGroup(HERE, keys.length > 0);
        for (@Nullable String key : keys.length > 0 ? keys : new @Nullable String[] {null}) {
            group.add(key, new ResourceEntry(scope.within(new Step(kind, name, key)), Map.of(), Map.of(), HERE));
        }
        scope.resources().computeIfAbsent(kind, any -> new LinkedHashMap<>()).put(name, group);
        return group;
    }

    static void output(Scope scope, String name, @Nullable Object value, boolean sensitive) {
        scope.outputs().put(name, new Scope.Output(name, value, "", sensitive, List.of(), HERE, HERE));
    }

    static Reference reference(Scope scope, Object... steps) {
        return new Reference(scope, List.of(steps), HERE);
    }
}
