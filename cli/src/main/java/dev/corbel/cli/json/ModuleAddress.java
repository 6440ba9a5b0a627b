package dev.corbel.cli.json;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import java.util.Optional;
import java.util.StringJoiner;

/** The text for a component where Terraform's formats have a module's address. */
final class ModuleAddress {
    private ModuleAddress() {}

    /** The component around a resource; empty at the root. */
    static Optional<String> around(Address address) {
        return address.parent().map(ModuleAddress::of);
    }

    /** Labels with slashes between them; the kind stands for a component without a label. */
    static String of(Address component) {
        StringJoiner text = new StringJoiner("/");
        component.steps().forEach(step -> text.add(name(step)));
        return text.toString();
    }

    static String name(Step step) {
        String label = step.label() == null ? step.kind() : step.label();
        return step.key() == null ? label : label + "[\"" + step.key() + "\"]";
    }
}
