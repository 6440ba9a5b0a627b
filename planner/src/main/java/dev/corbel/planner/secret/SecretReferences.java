package dev.corbel.planner.secret;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.Definition;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** References to the values of generated secrets where nothing could take them: all places but the arguments of resources. */
public final class SecretReferences {
    private final List<Diagnostic> problems = new ArrayList<>();

    private SecretReferences() {}

    /** The misplaced references of a definition, as errors. */
    public static List<Diagnostic> problems(Definition definition) {
        if (definition.resources().stream().noneMatch(resource -> GeneratedSecret.is(resource.address()))) {
            return List.of();
        }
        SecretReferences references = new SecretReferences();
        definition
                .outputs()
                .forEach(output ->
                        references.check("The output \"" + output.name() + "\"", output.value(), output.range()));
        definition.dataSources().forEach(data -> references.check(data.address().toString(), data.arguments()));
        definition
                .providers()
                .forEach((key, provider) -> references.check("Provider \"" + key + "\"", provider.arguments()));
        return references.problems;
    }

    private void check(String who, Map<String, Argument> arguments) {
        arguments.values().forEach(argument -> check(who, argument.value(), argument.range()));
    }

    private void check(String who, Expression expression, @Nullable SourceRange range) {
        expression.forEachReference(reference -> {
            if (GeneratedSecret.is(reference.target()) && hasValue(reference.path())) {
                problems.add(Diagnostic.error(
                                who + " cannot have the value of " + reference.target(),
                                "It exists only while an apply makes it, for write-only attributes of resources.")
                        .at(reference.range().orElse(range))
                        .withHint("Refer to what keeps the secret for you, such as a vault."));
            }
        });
    }

    private static boolean hasValue(ValuePath path) {
        return path.isRoot()
                || (path.steps().get(0) instanceof ValuePath.Name name
                        && name.name().equals(GeneratedSecret.VALUE));
    }
}
