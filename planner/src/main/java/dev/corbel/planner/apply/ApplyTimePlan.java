package dev.corbel.planner.apply;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.object.PlannedObject;
import dev.corbel.planner.object.ResourceEvaluator;
import dev.corbel.planner.object.ResultConformity;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.planner.secret.DecidedGeneration;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.List;

/** Says again what an object shall be, now that all values are known, and holds that against the plan. */
final class ApplyTimePlan {
    private ApplyTimePlan() {}

    /**
     * The object to ask the provider for.
     *
     * @param prior the object that an update starts from; null (the value) for a creation
     */
    static PlannedObject of(
            ResourceDeclaration declaration,
            ResourceType type,
            ResourceChange change,
            Evaluation.Scope scope,
            Value prior,
            MapValue provider)
            throws OperationFailure {
        PlannedObject planned = ResourceEvaluator.evaluate(declaration, type, scope, prior, provider);
        if (!planned.configuration().isWhollyKnown()) {
            throw new OperationFailure(at(
                    declaration,
                    "A value of " + declaration.address() + " is still not known",
                    "It comes from something that was not applied: left out of this plan, or not there."));
        }
        if (change.after() instanceof MapValue promised) {
            planned = DecidedGeneration.asPromised(declaration.address(), planned, promised);
            check(declaration, type, promised, planned.attributes());
        }
        return planned;
    }

    private static void check(ResourceDeclaration declaration, ResourceType type, MapValue promised, MapValue planned)
            throws OperationFailure {
        List<ValuePath> places = ResultConformity.between(type.schema(), promised, planned);
        List<Diagnostic> problems = new ArrayList<>();
        for (ValuePath place : places) {
            problems.add(at(
                    declaration,
                    "The plan of " + declaration.address() + " no longer holds",
                    "The attribute "
                            + ValueText.difference(
                                    "was planned to be", "is", place, place.in(promised), place.in(planned))
                            + ". A value that a plan shows must stay as it is: provider \""
                            + declaration.provider().provider()
                            + "\", or a function in the definition, gives another one each time."));
        }
        if (!problems.isEmpty()) {
            throw new OperationFailure(problems);
        }
    }

    private static Diagnostic at(ResourceDeclaration declaration, String summary, String detail) {
        return Diagnostic.error(summary, detail).at(declaration.address()).at(declaration.range());
    }
}
