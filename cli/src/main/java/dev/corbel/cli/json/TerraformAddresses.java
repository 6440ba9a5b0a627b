package dev.corbel.cli.json;

import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.text.Printable;
import dev.corbel.state.model.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Addresses as Terraform writes them: components are modules, {@code module.eu-central-1.module.orders.aws_subnet.app["a"]}. */
final class TerraformAddresses {
    private final ModuleNames names;

    private TerraformAddresses(ModuleNames names) {
        this.names = names;
    }

    /**
     * The addresses of one document.
     *
     * @param all every address that it is about, so that no two components share a name
     * @param given names that components have in any case, as {@link #unusual} told them
     */
    static TerraformAddresses of(Stream<Address> all, Map<String, String> given) {
        ModuleNames names = new ModuleNames();
        all.forEach(names::add);
        names.settle(given);
        return new TerraformAddresses(names);
    }

    /** The addresses in a plan and in the state that it starts from. */
    static Stream<Address> in(Plan plan) {
        return Stream.concat(
                in(plan.prior()),
                Stream.concat(plan.changes().stream(), plan.drift().stream()).flatMap(TerraformAddresses::in));
    }

    private static Stream<Address> in(ResourceChange change) {
        return Stream.concat(Stream.of(change.address()), change.previousAddress().stream());
    }

    static Stream<Address> in(State state) {
        return state.instances().keySet().stream();
    }

    /** The names that follow from more than the component itself, by its text; with them, a part of the addresses has the same. */
    Map<String, String> unusual() {
        return names.unusual();
    }

    /** The whole address of a resource, or of a component as a module. */
    String of(Address address) {
        return text(address, 0, true);
    }

    /** The whole address without the keys of instances, as configurations and dependencies have it. */
    String keyless(Address address) {
        return text(address, 0, false);
    }

    /** The module around a resource; empty at the root. */
    Optional<String> around(Address address) {
        return address.parent().map(this::of);
    }

    /** The address as it reads from inside a component: what stands outside of it keeps its whole address. */
    String from(Optional<Address> component, Address address) {
        List<Step> around = component.map(Address::steps).orElse(List.of());
        boolean within = address.steps().size() > around.size()
                && address.steps().subList(0, around.size()).equals(around);
        return text(address, within ? around.size() : 0, true);
    }

    /** The name of a component in the calls of the module around it. */
    String name(Address component) {
        ModuleNames at = names;
        for (Step step : component.steps()) {
            at = at.into(step);
        }
        return at.name();
    }

    /** The address of a resource inside its own module, without a key. */
    static String local(Address address) {
        return address.last().kind() + "." + label(address.last());
    }

    /** The name of a resource. */
    static String label(Step resource) {
        return resource.label() == null ? "" : ModuleNames.usable(resource.label());
    }

    private String text(Address address, int from, boolean keys) {
        StringBuilder text = new StringBuilder();
        ModuleNames at = names;
        List<Step> steps = address.steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean resource = step.isResource();
            at = resource ? at : at.into(step);
            if (i < from) {
                continue;
            }
            text.append(text.isEmpty() ? "" : ".");
            text.append(resource ? step.kind() : "module").append('.');
            text.append(resource ? label(step) : at.name());
            if (keys && step.key() != null) {
                text.append("[\"").append(quoted(step.key())).append("\"]");
            }
        }
        return text.toString();
    }

    private static String quoted(String key) {
        return Printable.line(key.replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
