package dev.corbel.planner.policy;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A resource or a component that policies look at.
 *
 * @param attributes as they are planned, unknown in places; of a component, its inputs
 * @param region that it is in, as its provider calls it, with its mark; empty where nobody can tell
 * @param holdsData whether people would lose data with it
 * @param change of a resource, where a plan is looked at
 * @param declaration of a resource, where the definition has one
 * @param range its block, where the definition has one
 */
record PolicySubject(
        Address address,
        MapValue attributes,
        List<Fact> facts,
        Optional<Value> region,
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

    /** Tells whether what stands at a place of it must not be shown. Facts have lost their marks. */
    boolean isSensitive(ValuePath at) {
        return at.in(attributes).containsSensitive();
    }

    /** The texts that no message about it may quote. */
    QuotedSecrets secrets() {
        return QuotedSecrets.of(attributes, region.orElseGet(Value::ofNull));
    }

    /** The line that an attribute is set in; that of the block where it is not. */
    Optional<SourceRange> place(String attribute) {
        return declaration
                .map(resource -> resource.arguments().get(first(attribute)))
                .map(Argument::range)
                .or(() -> range);
    }

    /** The name that a path begins with. */
    static String first(String attribute) {
        int end = 0;
        while (end < attribute.length() && attribute.charAt(end) != '.' && attribute.charAt(end) != '[') {
            end++;
        }
        return attribute.substring(0, end);
    }
}
