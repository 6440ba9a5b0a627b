package dev.corbel.providers.api.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in an environment: steps from the outside in. Two addresses are equal when their steps are; the text ({@code
 * eu-central-1/orders/aws_subnet.app["a"]}) is a rendering for people, in which components show their label alone and
 * components without a label show nothing.
 */
public final class Address implements Comparable<Address> {
    private final List<Step> steps;
    private final int hash;

    /** Rendered when first asked for; threads that race render the same. */
    private @Nullable String text;

    public Address(List<Step> steps) {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("an address has at least one step");
        }
        this.steps = List.copyOf(steps);
        this.hash = this.steps.hashCode();
    }

    /** A resource outside all components. */
    public static Address resource(String type, String name) {
        return new Address(List.of(new Step(type, name, null)));
    }

    public List<Step> steps() {
        return steps;
    }

    public Step last() {
        return steps.get(steps.size() - 1);
    }

    public boolean isResource() {
        return last().isResource();
    }

    public boolean isData() {
        return last().isResource() && last().isData();
    }

    /** The component around this; empty at the root. */
    public Optional<Address> parent() {
        return steps.size() == 1 ? Optional.empty() : Optional.of(new Address(steps.subList(0, steps.size() - 1)));
    }

    public Address child(String kind, @Nullable String label) {
        return child(new Step(kind, label, null));
    }

    public Address child(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Address(longer);
    }

    /** The same with another key on the last step; null takes the key away. */
    public Address withKey(@Nullable String key) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(changed.size() - 1, new Step(last().kind(), last().label(), key));
        return new Address(changed);
    }

    /** Whether this is the other address, something inside it, or one of its instances. */
    public boolean isWithin(Address other) {
        int length = other.steps.size();
        if (steps.size() < length || !steps.subList(0, length - 1).equals(other.steps.subList(0, length - 1))) {
            return false;
        }
        Step mine = steps.get(length - 1);
        Step its = other.last();
        return mine.equals(its) || (its.key() == null && mine.equals(new Step(its.kind(), its.label(), mine.key())));
    }

    /** The text that {@link AddressParser} reads back to this very address, with the kind of every component. */
    public String qualified() {
        return AddressText.qualified(this);
    }

    @Override
    public int compareTo(Address other) {
        int byText = toString().compareTo(other.toString());
        return byText != 0 ? byText : qualified().compareTo(other.qualified());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Address address && hash == address.hash && steps.equals(address.steps);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        String rendered = text;
        if (rendered == null) {
            rendered = AddressText.plain(this);
            text = rendered;
        }
        return rendered;
    }
}
