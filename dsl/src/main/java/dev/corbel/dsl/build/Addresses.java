package dev.corbel.dsl.build;

import dev.corbel.dsl.language.Roots;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.InputValue;
import dev.corbel.dsl.scope.KeyStep;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.dsl.scope.ResourceGroup;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressParser;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.address.TypedAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads addresses of things that may no longer be declared: as references, or as text. */
final class Addresses {
    private final Scope environment;

    Addresses(Scope environment) {
        this.environment = environment;
    }

    Address read(Scope from, BlockCall.Located written) {
        if (InputValue.given(written.value()) instanceof Reference reference) {
            return ofReference(from, reference);
        }
        if (written.value() instanceof String text) {
            String quoted = TypedAddress.quoted(text);
            return AddressParser.parse(quoted)
                    .or(() -> plain(environment, TypedAddress.steps(quoted), 0))
                    .orElseThrow(() -> Problem.error(
                            "\"" + text + "\" is not an address",
                            "",
                            "Write a reference, or name the kinds, as in region:eu-central-1/app:orders/TYPE.NAME.",
                            written.range()));
        }
        throw Problem.error(
                "An address is a reference or a text", "", "Write TYPE.NAME, without quotes.", written.range());
    }

    /** Tells whether the definition declares a component, a module or a resource of this address. */
    boolean declares(Address address) {
        Scope scope = environment;
        for (Step step : address.steps()) {
            String label = step.label() == null ? "" : step.label();
            ResourceGroup group =
                    scope.resources().getOrDefault(step.kind(), Map.of()).get(label);
            if (group != null) {
                return step.key() == null || group.instance(step.key()) != null;
            }
            Scope inner = step.kind().equals(Roots.MODULE)
                    ? scope.modules().get(label)
                    : scope.components().getOrDefault(step.kind(), Map.of()).get(label);
            if (inner == null) {
                return false;
            }
            scope = inner;
        }
        return true;
    }

    /** Text that people see: labels alone, which the declared components tell the kinds of. */
    private static Optional<Address> plain(Scope scope, List<String> parts, int position) {
        String part = parts.get(position);
        boolean last = position == parts.size() - 1;
        if (last && part.contains(".")) {
            return AddressParser.parse(part).map(resource -> scope.within(resource.last()));
        }
        for (Scope child : scope.children()) {
            if (part.equals(child.label())) {
                return last ? Optional.ofNullable(child.address()) : plain(child, parts, position + 1);
            }
            Optional<Address> inside = child.label() == null ? plain(child, parts, position) : Optional.empty();
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private Address ofReference(Scope from, Reference reference) {
        List<Object> steps = reference.steps();
        Scope place = start(from, (String) steps.get(0));
        List<Step> found = new ArrayList<>(
                place.address() == null ? List.of() : place.address().steps());
        int next = 0;
        while (next < steps.size()) {
            String word = text(steps.get(next));
            boolean data = "data".equals(word);
            if (data || word.indexOf('_') > 0) {
                int typeAt = data ? next + 1 : next;
                if (typeAt + 1 >= steps.size()) {
                    throw notAnAddress(reference);
                }
                String kind = data ? "data." + text(steps.get(typeAt)) : word;
                String key = typeAt + 2 < steps.size() && steps.get(typeAt + 2) instanceof KeyStep last
                        ? String.valueOf(last.key())
                        : null;
                found.add(new Step(kind, text(steps.get(typeAt + 1)), key));
                return new Address(found);
            }
            if (!word.equals("module") && !Roots.isComponent(word)) {
                throw notAnAddress(reference);
            }
            String label = label(steps, next + 1);
            found.add(new Step(word, label, null));
            next += label == null ? 1 : 2;
        }
        return new Address(found);
    }

    /** Components of the outermost level begin there; everything else begins where it is written. */
    private Scope start(Scope from, String root) {
        return root.equals("region") ? environment : from;
    }

    private static @Nullable String label(List<Object> steps, int position) {
        if (position >= steps.size()) {
            return null;
        }
        String text = text(steps.get(position));
        boolean kind = steps.get(position) instanceof String && (Roots.isComponent(text) || text.indexOf('_') > 0);
        return kind ? null : text;
    }

    private static String text(Object step) {
        return step instanceof KeyStep key ? String.valueOf(key.key()) : String.valueOf(step);
    }

    private static RuntimeException notAnAddress(Reference reference) {
        return Problem.error(
                "\"" + reference.display() + "\" is not an address",
                "",
                "Write TYPE.NAME, or components and then TYPE.NAME, as in region['eu-central-1'].app.orders.TYPE.NAME.",
                reference.range());
    }

    /** Every declared component by its address, for checks. */
    static void forEach(Scope scope, java.util.function.Consumer<Scope> action) {
        for (Map.Entry<String, Map<String, Scope>> kind : scope.components().entrySet()) {
            kind.getValue().values().forEach(child -> {
                action.accept(child);
                forEach(child, action);
            });
        }
        scope.modules().values().forEach(module -> {
            action.accept(module);
            forEach(module, action);
        });
    }
}
