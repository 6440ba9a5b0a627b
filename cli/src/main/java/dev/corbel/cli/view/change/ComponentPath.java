package dev.corbel.cli.view.change;

import dev.corbel.cli.view.diff.Literal;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.text.Printable;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The components around a resource, from the outside in.
 *
 * @param steps none at the top level
 */
public record ComponentPath(List<Step> steps) implements Comparable<ComponentPath> {
    /** The name of what stands outside of all components. */
    public static final String TOP_LEVEL = "(top level)";

    /** Kinds that everybody knows by the label alone. */
    private static final Set<String> PLAIN_KINDS = Set.of("region", "app", "module");

    public ComponentPath {
        steps = List.copyOf(steps);
    }

    /** The path around a resource. */
    public static ComponentPath around(Address address) {
        return new ComponentPath(address.steps().subList(0, address.steps().size() - 1));
    }

    /** Such as {@code eu-central-1 / orders / database}. */
    public String title() {
        return steps.isEmpty()
                ? TOP_LEVEL
                : steps.stream().map(ComponentPath::name).collect(Collectors.joining(" / "));
    }

    /** The innermost component as the title names it. */
    public String name() {
        return steps.isEmpty() ? TOP_LEVEL : name(steps.get(steps.size() - 1));
    }

    /** The components around the innermost one and this path, from the outside in; the top level is in no other. */
    public List<ComponentPath> chain() {
        return steps.isEmpty()
                ? List.of(this)
                : IntStream.rangeClosed(1, steps.size())
                        .mapToObj(depth -> new ComponentPath(steps.subList(0, depth)))
                        .toList();
    }

    /** The innermost component with its kind, such as {@code app orders}. */
    public String heading() {
        return steps.isEmpty() ? "Top level" : kindAndLabel(steps.get(steps.size() - 1));
    }

    /** The address of the component; only there where there is one. */
    public Address address() {
        return new Address(steps);
    }

    private static String name(Step step) {
        return PLAIN_KINDS.contains(step.kind()) && step.label() != null
                ? Printable.line(step.label()) + key(step)
                : kindAndLabel(step);
    }

    private static String kindAndLabel(Step step) {
        return (step.label() == null ? step.kind() : step.kind() + " " + Printable.line(step.label())) + key(step);
    }

    private static String key(Step step) {
        return step.key() == null ? "" : "[" + Literal.of(Value.of(step.key())) + "]";
    }

    /** A component comes before what is in it. */
    @Override
    public int compareTo(ComponentPath other) {
        for (int i = 0; i < Math.min(steps.size(), other.steps.size()); i++) {
            int byStep = compare(steps.get(i), other.steps.get(i));
            if (byStep != 0) {
                return byStep;
            }
        }
        return Integer.compare(steps.size(), other.steps.size());
    }

    private static int compare(Step one, Step other) {
        int byName = NaturalOrder.TEXTS.compare(name(one), name(other));
        return byName != 0 ? byName : one.kind().compareTo(other.kind());
    }
}
