package dev.corbel.dsl.declare;

import dev.corbel.dsl.component.ComponentType;
import dev.corbel.dsl.component.Components;
import dev.corbel.dsl.language.Level;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Problems;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.Blueprint;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes components, and builds them from their blueprints once everything is declared. */
final class ComponentDeclarations {
    private static final String BLUEPRINTS = "blueprints";

    private final Context context;
    private final FileRunner files;
    private final BlockActions actions;

    ComponentDeclarations(Context context, FileRunner files, BlockActions actions) {
        this.context = context;
        this.files = files;
        this.actions = actions;
    }

    void declare(BlockCall call, Scope scope) {
        ComponentType type = Objects.requireNonNull(Components.find(call.keyword()));
        checkPlace(type, scope, call.range());
        Labels.options(call, Set.of());
        String label = label(call, type);
        if (scope.components().getOrDefault(type.kind(), Map.of()).containsKey(label == null ? "" : label)) {
            throw Problem.error(
                    type.kind() + (label == null ? "" : " \"" + label + "\"") + " is declared twice in "
                            + scope.title(),
                    "",
                    label == null ? "Give each a label: " + type.kind() + "('NAME') { … }." : null,
                    call.range());
        }
        Scope inner = scope.component(type, label, call.range());
        ComponentBlock block = new ComponentBlock(context, inner, type, actions);
        call.body().ifPresent(body -> body.run(block));
        inner.finish(block.finish(call.range()));
    }

    private static void checkPlace(ComponentType type, Scope scope, SourceRange range) {
        ComponentType around = scope.type();
        boolean fits =
                around == null ? type.parents().isEmpty() : type.parents().contains(around.kind());
        if (!fits) {
            String where = type.parents().isEmpty()
                    ? "the outermost level"
                    : String.join(" or ", type.parents().stream().sorted().toList());
            throw Problem.error(
                    "\"" + type.kind() + "\" cannot stand in " + scope.title(),
                    "",
                    type.parents().isEmpty() ? "Move it to " + where + "." : "Put it into a " + where + " block.",
                    range);
        }
    }

    private static @Nullable String label(BlockCall call, ComponentType type) {
        if (call.arguments().isEmpty() && !type.labelled()) {
            return null;
        }
        Labels.exactly(call, "name");
        return Labels.name(call, 0);
    }

    /** Builds all components inside, from the outside in. */
    void expand(Scope scope) {
        for (Scope child : new ArrayList<>(scope.children())) {
            ComponentType type = child.type();
            if (type != null) {
                build(child, type);
            }
            expand(child);
        }
    }

    private void build(Scope scope, ComponentType type) {
        if (scope.isWithoutPlace()) {
            context.problems().skipped();
            return;
        }
        Optional<Provider> provider = provider(scope);
        if (provider.isEmpty()) {
            return;
        }
        Optional<Blueprint> blueprint = projectBlueprint(type)
                .or(() -> Optional.ofNullable(provider.get().blueprints().get(type.kind())));
        if (blueprint.isEmpty()) {
            if (type.needsBlueprint()) {
                context.problems()
                        .error(
                                "The provider \"" + provider.get().name() + "\" has no blueprint for \"" + type.kind()
                                        + "\"",
                                "",
                                "Write one of your own: blueprints/" + type.kind() + ".groovy.",
                                scope.range());
            }
            return;
        }
        Blueprint chosen = blueprint.get();
        scope.expandedBy(new Scope.Expanded(chosen.file(), chosen.version()));
        String source = context.files().savedBlueprint(chosen.file()).orElse(chosen.source());
        try {
            files.run(List.of(Map.entry(chosen.file(), source)), scope, Level.BLUEPRINT);
        } catch (RefusedException refused) {
            context.problems().add(refused.problem());
            context.problems().skipped();
        }
        checkOutputs(scope, type, chosen);
    }

    /** Notes files among the project's blueprints that are of no component: nobody would ever read them. */
    void checkProjectBlueprints() {
        Set<String> kinds = Components.kinds();
        for (String file : context.files().definitionsIn(BLUEPRINTS)) {
            String kind = file.substring(file.lastIndexOf('/') + 1, file.length() - ".groovy".length());
            if (!kinds.contains(kind) && !context.sources().containsKey(file)) {
                context.problems()
                        .error(
                                "There is no component \"" + kind + "\" that this could be the blueprint of",
                                "A file in " + BLUEPRINTS + "/ builds the component of its name: "
                                        + String.join(", ", kinds) + ".",
                                Suggestion.didYouMean(kind, kinds).orElse("Move it to another folder."),
                                SourceRange.at(file, 1, 1));
            }
        }
    }

    private Optional<Blueprint> projectBlueprint(ComponentType type) {
        String file = BLUEPRINTS + "/" + type.kind() + ".groovy";
        return context.read(file).map(text -> new Blueprint(type.kind(), 0, file, text));
    }

    /** The provider of the region around; empty where it has problems, which are noted. */
    private Optional<Provider> provider(Scope scope) {
        return scope.region()
                .map(region -> region.inputs().get("provider"))
                .map(written -> written.value().plain("provider"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .flatMap(name -> context.catalog().provider(name.split("\\.", 2)[0]));
    }

    private void checkOutputs(Scope scope, ComponentType type, Blueprint blueprint) {
        Problems problems = context.problems();
        if (problems.isIncomplete()) {
            return;
        }
        SourceRange start = SourceRange.at(blueprint.file(), 1, 1);
        List<String> missing = type.outputs().keySet().stream()
                .filter(name -> !scope.outputs().containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            problems.error(
                    "The blueprint of \"" + type.kind() + "\" does not declare the output"
                            + (missing.size() == 1 ? " \"" : "s \"") + String.join("\", \"", missing) + "\"",
                    "Every blueprint of a component declares all outputs of it: "
                            + String.join(", ", type.outputs().keySet()) + ".",
                    "Add output('" + missing.get(0) + "') { value = … }.",
                    start);
        }
        scope.outputs().values().stream()
                .filter(output -> !type.outputs().containsKey(output.name()))
                .forEach(output -> problems.error(
                        "\"" + type.kind() + "\" has no output \"" + output.name() + "\"",
                        "Its outputs are " + String.join(", ", type.outputs().keySet()) + ".",
                        null,
                        output.range()));
    }
}
