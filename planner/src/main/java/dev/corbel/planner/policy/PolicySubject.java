package dev.corbel.planner.policy;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A resource or a component that policies look at.
 *
 * @param attributes as they are planned, unknown in places; of a component, its inputs
 * @param region that it is in, as its provider calls it; empty where nobody can tell
 * @param holdsData whether people would lose data with it
 * @param change of a resource, where a plan is looked at
 * @param declaration of a resource, where the definition has one
 * @param range its block, where the definition has one
 */
record PolicySubject(
        Address address,
        MapValue attributes,
        List<Fact> facts,
        Optional<String> region,
        boolean holdsData,
        Optional<ResourceChange> change,
        Optional<ResourceDeclaration> declaration,
        Optional<SourceRange> range) {
    PolicySubject {
        facts = List.copyOf(facts);
    }

    /** The thing as messages call it. */
    String title() {
        return isComponent() && address.last().label() == null ? address + " (" + kind() + ")" : address.toString();
    }

    boolean isComponent() {
        return !address.isResource();
    }

    /** Tells whether the plan ends the object, so that there is nothing to look at afterwards. */
    boolean isEnding() {
        return change.filter(planned -> planned.after().isNull()).isPresent();
    }

    /** The type of the resource, or the kind of the component. */
    String kind() {
        return address.last().type();
    }

    <F extends Fact> Stream<F> facts(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The line that an attribute is set in; that of the block where it is not. */
    Optional<SourceRange> place(String attribute) {
        return declaration
                .map(resource -> resource.arguments().get(first(attribute)))
                .map(Argument::range)
                .or(() -> range);
    }

    private static String first(String attribute) {
        int end = 0;
        while (end < attribute.length() && attribute.charAt(end) != '.' && attribute.charAt(end) != '[') {
            end++;
        }
        return attribute.substring(0, end);
    }
}
