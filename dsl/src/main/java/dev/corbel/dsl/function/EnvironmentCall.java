package dev.corbel.dsl.function;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.program.Refusal;
import dev.corbel.dsl.scope.OtherEnvironment;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.dsl.source.Glob;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.List;

/** {@code environment('NAME')}: another environment of the project. */
final class EnvironmentCall {
    private static final String FOLDER = "environments";
    private static final String SUFFIX = ".groovy";

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
        if (!call.context().exists(FOLDER + "/" + name + SUFFIX)) {
            throw missing(name, call);
        }
        return OtherEnvironment.declare(call.scope(), name, call.range());
    }

    private static RuntimeException missing(String name, FunctionCall call) {
        List<String> names = call.context().files().matching(FOLDER, Glob.of("*" + SUFFIX)).stream()
                .map(file -> file.substring(0, file.length() - SUFFIX.length()))
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
