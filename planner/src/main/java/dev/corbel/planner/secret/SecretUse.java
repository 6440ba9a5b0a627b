package dev.corbel.planner.secret;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.object.Marks;
import dev.corbel.planner.object.ResourceEvaluator;
import dev.corbel.planner.object.WriteOnly;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * The way in which a resource takes a generated secret: its value by write-only attributes, its generation by others, which
 * tell that there is another value. What follows from the secret is found by trying another one, whatever functions it goes
 * through.
 *
 * @param versions attributes and blocks that follow from the generation
 */
public record SecretUse(List<String> versions) {
    /**
     * The use that a resource makes of a secret; empty where its value does not matter to it.
     *
     * @param configuration of the resource, with stand-ins
     * @param scope that has stand-ins
     * @throws DiagnosticsException where state would keep the value, and where nothing would tell of another one
     */
    public static Optional<SecretUse> of(
            ResourceDeclaration declaration,
            ResourceType type,
            MapValue configuration,
            Address secret,
            Evaluation.Scope scope) {
        MapValue other = ResourceEvaluator.configure(declaration, type, StandIns.withOther(scope, secret));
        if (Marks.sameValue(configuration, other)) {
            return Optional.empty();
        }
        List<String> kept = differences(type, configuration, other);
        if (!kept.isEmpty()) {
            throw problem(
                    declaration,
                    kept.get(0),
                    "State would keep the value of " + secret,
                    "\"%s\" of %s follows from it, and is no write-only attribute."
                            .formatted(kept.get(0), declaration.address()),
                    "A generated secret goes to write-only attributes alone; their names end in _wo.");
        }
        List<String> versions = differences(
                type, configuration, ResourceEvaluator.configure(declaration, type, StandIns.withNext(scope, secret)));
        if (versions.isEmpty()) {
            throw problem(
                    declaration,
                    "",
                    "Nothing tells %s of another value of %s".formatted(declaration.address(), secret),
                    "A write-only attribute is not kept, so that a change of it does not show.",
                    "Set the attribute that goes with it (its name ends in _wo_version) to the secret's generation.");
        }
        return Optional.of(new SecretUse(versions));
    }

    /** The attributes and blocks that are kept, and differ. */
    private static List<String> differences(ResourceType type, MapValue one, MapValue other) {
        MapValue first = WriteOnly.without(type.schema(), one);
        MapValue second = WriteOnly.without(type.schema(), other);
        return first.entries().keySet().stream()
                .filter(name -> !Marks.sameValue(first.get(name), second.get(name)))
                .toList();
    }

    private static DiagnosticsException problem(
            ResourceDeclaration declaration, String attribute, String summary, String detail, String hint) {
        Argument argument = declaration.arguments().get(attribute);
        SourceRange range = argument == null ? declaration.range() : argument.range();
        return new DiagnosticsException(Diagnostic.error(summary, detail)
                .at(declaration.address())
                .at(range)
                .withHint(hint));
    }

    /** Tells whether an object is of another generation than it is planned to be. */
    public boolean isAnotherGeneration(Value before, Value after) {
        return before.unmarked() instanceof MapValue old
                && after.unmarked() instanceof MapValue planned
                && versions.stream().anyMatch(name -> !Marks.sameValue(old.get(name), planned.get(name)));
    }
}
