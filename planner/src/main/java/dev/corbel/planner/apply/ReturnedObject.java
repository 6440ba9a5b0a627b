package dev.corbel.planner.apply;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.object.ResultConformity;
import dev.corbel.planner.object.StoredAttributes;
import dev.corbel.planner.object.StoredAttributes.UnfitException;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The object that a provider returned, in the form that state keeps, held against the promised one.
 *
 * @param fits whether it has the shape of its schema; where not, what can be read of it is kept all the same
 * @param problems errors that name the provider
 */
record ReturnedObject(MapValue attributes, boolean fits, List<Diagnostic> problems) {

    /** Every known planned value must be there again. */
    static ReturnedObject promised(
            ResourceDeclaration declaration, ResourceType type, MapValue returned, MapValue planned) {
        ReturnedObject object = of(declaration, type, returned, planned);
        if (!object.fits()) {
            return object;
        }
        List<Diagnostic> problems = new ArrayList<>();
        for (ValuePath place : ResultConformity.between(type.schema(), planned, object.attributes())) {
            Value promise = place.in(planned);
            problems.add(problem(
                    declaration,
                    "returned another value than planned",
                    "The attribute "
                            + ValueText.difference(
                                    "was planned to be", "is", place, promise, place.in(object.attributes()))
                            + ". This is a bug in the provider, not in the definition; the object is recorded as it"
                            + " is."));
        }
        if (!object.attributes().isWhollyKnown()) {
            problems.add(problem(
                    declaration,
                    "returned an unknown value",
                    "All values are known once an object is there. This is a bug in the provider, not in the"
                            + " definition."));
        }
        return new ReturnedObject(object.attributes(), true, problems);
    }

    /** After a failure it may be anything, as long as it has a shape. */
    static ReturnedObject of(ResourceDeclaration declaration, ResourceType type, MapValue returned, MapValue planned) {
        try {
            return new ReturnedObject(StoredAttributes.of(type.schema(), returned, planned), true, List.of());
        } catch (UnfitException unfit) {
            Diagnostic problem = problem(
                    declaration,
                    "returned an object that does not fit its type " + type.name(),
                    unfit.getMessage() + " This is a bug in the provider, not in the definition.");
            return new ReturnedObject(readable(type, returned, planned), false, List.of(problem));
        }
    }

    /** Attribute by attribute: what fits is kept, above all the id that leads to the object. */
    private static MapValue readable(ResourceType type, MapValue returned, MapValue planned) {
        Map<String, Value> kept = new LinkedHashMap<>();
        for (Attribute attribute : type.schema().attributes().values()) {
            String name = attribute.name();
            MapValue alone = Value.map(Map.of(name, returned.get(name)));
            try {
                kept.put(
                        name, StoredAttributes.of(type.schema(), alone, planned).get(name));
            } catch (UnfitException unfit) {
                kept.put(name, Value.ofNull());
            }
        }
        return Value.map(kept);
    }

    private static Diagnostic problem(ResourceDeclaration declaration, String what, String detail) {
        return Diagnostic.error("Provider \"" + declaration.provider().provider() + "\" " + what, detail)
                .at(declaration.address())
                .at(declaration.range());
    }
}
