package dev.corbel.planner.apply;

import dev.corbel.dsl.model.WrittenAddress;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows which objects of state have names that no second object can have. Looked into where a creation failed alone. */
final class NameHolders {
    private final ExecutionContext context;

    private @Nullable Map<Name, Holder> holders;

    private record Name(ProviderKey provider, String type, String text) {}

    /**
     * An object of state.
     *
     * @param isRenamed whether the plan gives it another name, by a change or by a new object
     */
    private record Holder(Address address, boolean isRenamed) {}

    NameHolders(ExecutionContext context) {
        this.context = context;
    }

    /** The way to get on where another object of state has the name that a new one was to have. */
    Optional<String> advice(Address address, ProviderKey provider, ResourceType type, MapValue planned) {
        return type.uniqueName(planned)
                .map(text -> holders().get(new Name(provider, type.name(), text)))
                .filter(holder -> !holder.address().equals(address))
                .filter(holder -> context.objects().current(holder.address()).isPresent())
                .map(holder -> holder.isRenamed()
                        ? "%s has this name until this plan gives it another one. Apply again."
                                .formatted(holder.address())
                        : advice(address, holder.address()));
    }

    private String advice(Address address, Address holder) {
        return context.declarations().resource(holder).isPresent()
                ? "%s has this name already. Choose another one for %s.".formatted(holder, address)
                : "State has the object of this name as %s, which is no longer declared. To keep it under its new address: moved(from: %s, to: %s)"
                        .formatted(holder, WrittenAddress.of(holder), WrittenAddress.of(address));
    }

    private synchronized Map<Name, Holder> holders() {
        Map<Name, Holder> known = holders;
        if (known == null) {
            Map<Address, Value> after = new HashMap<>();
            context.plan().changes().stream()
                    .filter(change -> change.deposedKey().isEmpty())
                    .forEach(change -> after.put(change.address(), change.after()));
            Map<Name, Holder> found = new HashMap<>();
            context.plan().prior().instances().values().forEach(instance -> instance.current()
                    .ifPresent(object -> context.catalog()
                            .resourceType(instance.address().last().type())
                            .ifPresent(type -> type.uniqueName(object.attributes())
                                    .ifPresent(text -> found.put(
                                            new Name(object.provider().key(), type.name(), text),
                                            new Holder(
                                                    instance.address(),
                                                    after.get(instance.address()) instanceof MapValue planned
                                                            && !type.uniqueName(planned)
                                                                    .equals(Optional.of(text))))))));
            holders = found;
            known = found;
        }
        return known;
    }
}
