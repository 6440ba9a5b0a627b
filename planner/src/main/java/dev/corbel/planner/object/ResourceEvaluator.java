package dev.corbel.planner.object;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.schema.ProposedObject;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says what one object shall be, from its declaration, the objects that it refers to and the object that is there now.
 * Planning asks with unknown values among them, applying asks again with all of them known. Holds nothing; used by many
 * threads at once.
 */
public final class ResourceEvaluator {
    private ResourceEvaluator() {}

    /**
     * The object that a declaration asks for.
     *
     * @param scope what the instances that the declaration refers to look like now
     * @param prior the object that an update starts from, with marks; null (the value) where a new one is made, which a
     *     replacement does too
     * @param provider the configuration of the provider; may be unknown in places
     * @throws DiagnosticsException with all problems of the configuration, or where the type breaks its contract
     */
    public static PlannedObject evaluate(
            ResourceDeclaration declaration,
            ResourceType type,
            Evaluation.Scope scope,
            Value prior,
            MapValue provider) {
        return plan(declaration, type, configure(declaration, type, scope), prior, provider);
    }

    /** The declaration's configuration alone, with defaults and marks, checked by the type. */
    public static MapValue configure(ResourceDeclaration declaration, ResourceType type, Evaluation.Scope scope) {
        MapValue configuration = new BlockEvaluator(scope)
                .evaluate(
                        type.schema(),
                        declaration.arguments(),
                        declaration.address(),
                        Optional.of(declaration.range()));
        QuotedSecrets secrets = QuotedSecrets.of(configuration);
        List<Diagnostic> problems = secrets.keepFrom(() -> type.validate(configuration.fullyUnmarked()));
        if (problems.stream().anyMatch(Diagnostic::isError)) {
            throw new DiagnosticsException(problems.stream()
                    .map(problem -> located(secrets.hide(problem), declaration))
                    .toList());
        }
        return configuration;
    }

    /** The result of {@link #evaluate}, from a configuration that is at hand already. */
    public static PlannedObject plan(
            ResourceDeclaration declaration,
            ResourceType type,
            MapValue configuration,
            Value prior,
            MapValue provider) {
        Schema schema = type.schema();
        MapValue effective = prior.unmarked() instanceof MapValue old
                ? IgnoredChanges.apply(
                        declaration.lifecycle().ignoreChanges(),
                        schema,
                        old,
                        LeftOut.keep(declaration.arguments().keySet(), schema, old, configuration))
                : configuration;
        MapValue proposed = ProposedObject.of(schema, prior, effective);
        ResourceType.PlanRequest request = new ResourceType.PlanRequest(
                prior.fullyUnmarked(), effective.fullyUnmarked(), proposed.fullyUnmarked(), provider.fullyUnmarked());
        ResourceType.PlannedObject answer =
                QuotedSecrets.of(prior, proposed, provider).keepFrom(() -> type.plan(request));
        PlanValidity.check(declaration, type, request, answer.attributes());
        MapValue attributes = Marks.onto(schema, WriteOnly.without(schema, answer.attributes()), proposed);
        Set<ValuePath> replacePaths = new LinkedHashSet<>();
        if (prior.unmarked() instanceof MapValue old) {
            ImmutableChanges.collect(schema, old, attributes, replacePaths);
            replacePaths.addAll(answer.replacedFor());
        }
        return new PlannedObject(effective, attributes, answer.attributes(), replacePaths);
    }

    private static Diagnostic located(Diagnostic problem, ResourceDeclaration declaration) {
        Address address = declaration.address();
        Diagnostic addressed = problem.address().isPresent() ? problem : problem.at(address);
        return addressed.range().isPresent() ? addressed : addressed.at(declaration.range());
    }
}
