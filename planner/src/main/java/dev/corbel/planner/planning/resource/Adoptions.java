package dev.corbel.planner.planning.resource;

import dev.corbel.dsl.model.AdoptionDeclaration;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.object.ObjectId;
import dev.corbel.planner.object.StoredAttributes;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.planning.draft.DraftedInstances;
import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.planning.draft.PlanProblems;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.planner.provider.ConfigurationAccess;
import dev.corbel.planner.provider.PlannedProviders;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.StateObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes over objects that exist already, where {@code adopt} says so and state has none yet. */
final class Adoptions {
    private final PlanContext context;
    private final PriorState prior;
    private final DraftedInstances instances;
    private final PlannedProviders providers;
    private final Map<Address, AdoptionDeclaration> declared = new HashMap<>();
    private @Nullable AdoptedBefore before;

    Adoptions(
            PlanContext context,
            PriorState prior,
            DraftedInstances instances,
            PlannedProviders providers,
            PlanProblems problems) {
        this.context = context;
        this.prior = prior;
        this.instances = instances;
        this.providers = providers;
        if (context.mode() == PlanMode.NORMAL) {
            for (AdoptionDeclaration adoption : context.definition().adoptions()) {
                declared.put(adoption.address(), adoption);
                if (!context.graph().contains(adoption.address())) {
                    problems.add(Diagnostic.error(
                                    "Resource " + adoption.address() + " not found",
                                    "The object to adopt for it would be deleted again at once.")
                            .at(adoption.range())
                            .withHint("Declare the resource beside the adopt."));
                }
            }
        }
    }

    /** Made once, where something is adopted. */
    private AdoptedBefore before() {
        if (before == null) {
            before = new AdoptedBefore(prior, context.definition());
        }
        return before;
    }

    /** The id of the object that now stands in the prior state, as people may see it; empty where nothing is adopted. */
    Optional<String> adopt(ResourceDeclaration declaration, ResourceType type, ConfigurationAccess access) {
        @Nullable AdoptionDeclaration adoption = declared.get(declaration.address());
        if (adoption == null || prior.current(declaration.address()).isPresent()) {
            return Optional.empty();
        }
        if (!(access instanceof ConfigurationAccess.Open open)) {
            throw problem(
                    adoption,
                    "The object to adopt cannot be read yet",
                    "Its provider's configuration is not known before apply.");
        }
        Value given = new Evaluation(instances).evaluate(adoption.id());
        Value id = given.fullyUnmarked();
        if (!(id instanceof StringValue text)) {
            String detail = id.isUnknown() ? "It is only known after apply." : "It is no text.";
            throw problem(adoption, "The id of the object to adopt is not known", detail);
        }
        StateObject object = taken(adoption, declaration, type, open, new GivenId(text.value(), given));
        prior.putCurrent(declaration.address(), object);
        before().add(declaration.address(), object);
        return Optional.of(given.toString());
    }

    /**
     * The id that an adoption names.
     *
     * @param text what the provider gets
     * @param value the same with its mark, if it has one; its text is for people
     */
    private record GivenId(String text, Value value) {
        /** The example that the object is held against: a value that repeats a sensitive id is as sensitive. */
        MapValue example() {
            return value.containsSensitive() ? MapValue.EMPTY.with(ObjectId.NAME, value) : MapValue.EMPTY;
        }
    }

    private StateObject taken(
            AdoptionDeclaration adoption,
            ResourceDeclaration declaration,
            ResourceType type,
            ConfigurationAccess.Open open,
            GivenId id) {
        try {
            ObjectState found = QuotedSecrets.of(open.configuration(), id.value())
                    .hide(() -> type.importObject(open.session(), id.text()))
                    .orElseThrow(() -> problem(
                            adoption,
                            "Object to adopt not found",
                            "Provider \"%s\" finds no %s of the id \"%s\"."
                                    .formatted(declaration.provider(), type.name(), id.value())));
            MapValue attributes = StoredAttributes.of(type.schema(), found.attributes(), id.example());
            ProviderRecord record = providers.record(declaration.provider(), open);
            before().problem(declaration.address(), record, attributes, id.value())
                    .ifPresent(known -> {
                        throw new DiagnosticsException(known.at(adoption.range()));
                    });
            return new StateObject(
                    record,
                    type.schema().version(),
                    attributes,
                    found.privateData(),
                    context.graph().resourceDependencies(declaration.address()),
                    declaration.lifecycle().createBeforeDestroy(),
                    declaration.lifecycle().preventingLine(Optional.empty()),
                    false,
                    0);
        } catch (ProviderException failure) {
            throw new DiagnosticsException(failure.diagnostic().at(adoption.range()), failure);
        } catch (StoredAttributes.UnfitException unfit) {
            throw problem(
                    adoption,
                    "Provider \"" + declaration.provider().provider() + "\" returned an object that does not fit",
                    unfit.getMessage() + " It is a bug in the provider, not in the definition.");
        }
    }

    private static DiagnosticsException problem(AdoptionDeclaration adoption, String summary, String detail) {
        return new DiagnosticsException(
                Diagnostic.error(summary, detail).at(adoption.address()).at(adoption.range()));
    }
}
