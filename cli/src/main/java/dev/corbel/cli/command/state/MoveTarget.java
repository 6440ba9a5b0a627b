package dev.corbel.cli.command.state;

import dev.corbel.cli.command.options.AddressArgument;
import dev.corbel.dsl.component.ComponentType;
import dev.corbel.dsl.component.Components;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressParser;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.address.TypedAddress;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The address that something in state is to get: one that a definition can have, since it would be deleted else. */
final class MoveTarget {
    private static final String MODULE = "module";

    private final Set<Address> components;

    /** @param components those that are in state */
    MoveTarget(Set<Address> components) {
        this.components = components;
    }

    Address of(String text, Address source) {
        if (TypedAddress.isGlob(text)) {
            throw refusal(text, "* stands for anything, and a new address is one.", "Write the name instead.");
        }
        Address target = read(AddressArgument.quoted(text), source)
                .orElseThrow(
                        () -> refusal(
                                text,
                                "",
                                "Where a component is new, write the kinds too: region:eu-central-1/app:orders/corbel_data.example."));
        checkNames(text, target);
        return target;
    }

    private Optional<Address> read(String text, Address source) {
        Optional<Address> qualified = AddressParser.parse(text);
        if (qualified.isPresent()) {
            return qualified;
        }
        List<String> steps = TypedAddress.steps(text);
        String last = steps.get(steps.size() - 1);
        String prefix = String.join("/", steps.subList(0, steps.size() - 1));
        Optional<Address> parent = source.parent()
                .filter(around -> around.toString().equals(prefix))
                .or(() -> components.stream()
                        .filter(component -> component.toString().equals(prefix))
                        .findFirst());
        Optional<Address> relative = AddressParser.parse(last);
        if (relative.isPresent() && parent.isPresent()) {
            return Optional.of(parent.get().child(relative.get().last()));
        }
        if (!source.isResource() && (parent.isPresent() || prefix.isEmpty())) {
            Step renamed = new Step(source.last().kind(), last, null);
            return Optional.of(
                    parent.map(around -> around.child(renamed)).orElseGet(() -> new Address(List.of(renamed))));
        }
        return Optional.empty();
    }

    /** Refuses names that a definition cannot have; components in state keep theirs. */
    private void checkNames(String text, Address target) {
        for (int i = 0; i < target.steps().size(); i++) {
            Step step = target.steps().get(i);
            boolean last = i == target.steps().size() - 1;
            if (!last && components.contains(new Address(target.steps().subList(0, i + 1)))) {
                continue;
            }
            if (step.isResource()) {
                checkName(text, step.label());
                if (!last) {
                    throw refusal(
                            text, "Nothing can be in the resource " + step.kind() + "." + step.label() + ".", null);
                }
            } else {
                checkComponent(text, step);
            }
        }
    }

    private static void checkComponent(String text, Step step) {
        ComponentType type = Components.find(step.kind());
        if (type == null && !step.kind().equals(MODULE)) {
            throw refusal(
                    text,
                    "There is no component \"" + step.kind() + "\".",
                    "Components: " + String.join(", ", Components.kinds()) + ", " + MODULE + ".");
        }
        if (step.label() != null || type == null || type.labelled()) {
            checkName(text, step.label());
        }
        if (step.key() != null) {
            throw refusal(text, "Only resources have keys, and \"" + step.kind() + "\" is a component.", null);
        }
    }

    private static void checkName(String text, @Nullable String label) {
        String name = label == null ? "" : label;
        if (!Step.isName(name)) {
            throw refusal(
                    text,
                    name.isEmpty() ? "A name is missing." : "\"" + name + "\" is not a name.",
                    "Names consist of letters, digits, _ and -.");
        }
    }

    private static DiagnosticsException refusal(String text, String detail, @Nullable String hint) {
        return new DiagnosticsException(
                Diagnostic.error("\"" + text + "\" is no address that something can be moved to", detail)
                        .withHint(hint == null ? "Nothing was changed." : hint));
    }
}
