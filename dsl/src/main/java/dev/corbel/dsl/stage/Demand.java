package dev.corbel.dsl.stage;

import dev.corbel.dsl.scope.Reference;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reference by whose value code decides what is declared.
 *
 * @param range where the code decides
 */
public record Demand(Reference reference, @Nullable SourceRange range) {

    /** Tells the references of all evaluations apart: by the scope and by what is written there. */
    String key() {
        return key(reference);
    }

    static String key(Reference reference) {
        Address scope = reference.scope().address();
        return (scope == null ? "" : scope) + " " + reference.written();
    }

    /** The reference in messages and lists. */
    public String display() {
        Address scope = reference.scope().address();
        return (scope == null ? "" : scope + "/") + reference.display();
    }

    /** Compares by what is written: references themselves refuse to be compared. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Demand demand && key().equals(demand.key()) && Objects.equals(range, demand.range());
    }

    @Override
    public int hashCode() {
        return Objects.hash(key(), range);
    }
}
