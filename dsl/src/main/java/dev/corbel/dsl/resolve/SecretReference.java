package dev.corbel.dsl.resolve;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.providers.api.expression.Expression;

/** The place of a secret: the output of a component that tells it, to be read by those that resolve the secret. */
public final class SecretReference extends Deferred {
    private final Reference reference;

    public SecretReference(Reference reference) {
        this.reference = reference;
    }

    Reference reference() {
        return reference;
    }

    /** The place of a secret is none itself. */
    Expression unmarked(Expression output) {
        return output instanceof Expression.Sensitive sensitive ? sensitive.expression() : output;
    }

    @Override
    public String display() {
        return reference.display();
    }
}
