package dev.corbel.dsl.model;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;
import java.util.Map;
import java.util.Optional;

/** A region, app, database … or module, for views; its resources stand in the definition by themselves. */
public record ComponentDeclaration(
        Address address,
        Map<String, Expression> inputs,
        Map<String, Expression> outputs,
        Optional<BlueprintReference> blueprint,
        SourceRange range) {
    public ComponentDeclaration {
        inputs = Map.copyOf(inputs);
        outputs = Map.copyOf(outputs);
    }

    /** The blueprint that built it: its file, and the version that state pins. */
    public record BlueprintReference(String file, int version) {}
}
