package dev.corbel.dsl.function;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.program.Refusal;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.OtherEnvironment;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.dsl.scope.ResourceEntry;
import dev.corbel.dsl.scope.ResourceGroup;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.dsl.source.Glob;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code environment('NAME')}: another environment of the project. */
final class EnvironmentCall {
    private EnvironmentCall() {}

    static Reference of(FunctionCall call) {
        Object given = call.argument(0);
        if (given instanceof Deferred deferred) {
            throw Refusal.of(deferred, "given to environment(…)", call.range());
        }
        if (!(given instanceof CharSequence)) {
            throw call.wrong();
        }
        String name = given.toString();
        if (name.equals(call.scope().variables().environment())) {
            throw Problem.error(
                    "The environment \"" + name + "\" cannot read its own outputs",
                    "They are what its last apply left.",
                    "Refer to what they are made of.",
                    call.range());
        }
        if (!call.context().exists(OtherEnvironment.file(name))) {
            throw missing(name, call);
        }
        Scope outermost = call.scope().outermost();
        if (!outermost.environments().containsKey(name)) {
            declare(name, outermost, call.range());
        }
        return new Reference(outermost, OtherEnvironment.steps(name), call.range());
    }

    /** Declares the data source for an environment. */
    private static void declare(String name, Scope outermost, SourceRange range) {
        if (!Step.isName(name)) {
            throw Problem.error(
                    "\"" + name + "\" is not a name", "Names consist of letters, digits, _ and -.", null, range);
        }
        String kind = "data." + OtherEnvironment.TYPE;
        DeclaredValue.Known written = new DeclaredValue.Known(Value.of(name));
        ResourceGroup group = new ResourceGroup(range, false);
        group.add(
                null,
                new ResourceEntry(
                        outermost.within(new Step(kind, name, null)),
                        Map.of(OtherEnvironment.NAME, new DeclaredValue.Written(written, range)),
                        Map.of(),
                        range));
        outermost
                .resources()
                .computeIfAbsent(kind, none -> new LinkedHashMap<>())
                .put(name, group);
        outermost.environments().put(name, new OtherEnvironment(name, range));
    }

    private static RuntimeException missing(String name, FunctionCall call) {
        List<String> names =
                call
                        .context()
                        .files()
                        .matching(OtherEnvironment.FOLDER, Glob.of("*" + OtherEnvironment.SUFFIX))
                        .stream()
                        .map(file -> file.substring(0, file.length() - OtherEnvironment.SUFFIX.length()))
                        .filter(other -> !other.equals(call.scope().variables().environment()))
                        .toList();
        return Problem.error(
                "Environment \"" + name + "\" not found",
                names.isEmpty()
                        ? "The project has no other environment."
                        : "The others of the project are " + String.join(", ", names) + ".",
                Suggestion.didYouMean(name, names).orElse(null),
                call.range());
    }
}
