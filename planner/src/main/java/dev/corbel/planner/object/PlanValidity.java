package dev.corbel.planner.object;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;

/**
 * Holds a type to its promise to touch only computed attributes that the definition leaves out when it plans. It may keep
 * what the object has where the definition says the same in other words.
 */
final class PlanValidity {
    private PlanValidity() {}

    static void check(
            ResourceDeclaration declaration, ResourceType type, ResourceType.PlanRequest request, MapValue planned) {
        if (planned.equals(request.proposed())) {
            return;
        }
        Schema schema = type.schema();
        for (String name : planned.entries().keySet()) {
            if (schema.attribute(name) == null && schema.block(name) == null) {
                throw broken(declaration, type, name, "planned an attribute that its schema does not have");
            }
        }
        for (Attribute attribute : schema.attributes().values()) {
            Value configured = request.configuration().get(attribute.name());
            boolean free = attribute.isComputed() && configured.isNull();
            Value proposed = request.proposed().get(attribute.name());
            Value answer = planned.get(attribute.name());
            if (!free && !proposed.equals(answer) && !isKept(answer, request.prior(), attribute)) {
                throw broken(declaration, type, attribute.name(), "planned another value than the definition gives");
            }
        }
        for (String block : schema.blocks().keySet()) {
            boolean isNone = request.proposed().get(block).isNull();
            if (isNone != planned.get(block).isNull()) {
                throw broken(declaration, type, block, "planned other blocks than the definition has");
            }
        }
    }

    /** An object may lack what the provider says where the definition does not, such as the prefix of its name. */
    private static boolean isKept(Value answer, Value prior, Attribute attribute) {
        return prior instanceof MapValue object
                && (!answer.isNull() || attribute.isComputed())
                && answer.equals(object.get(attribute.name()));
    }

    private static DiagnosticsException broken(
            ResourceDeclaration declaration, ResourceType type, String attribute, String what) {
        String provider = declaration.provider().provider();
        return new DiagnosticsException(Diagnostic.error(
                        "Provider \"" + provider + "\" " + what,
                        "This is \"" + attribute + "\" of the type " + type.name()
                                + ". It is a bug in the provider, not in the definition.")
                .at(declaration.address())
                .at(declaration.range()));
    }
}
