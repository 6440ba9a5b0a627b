package dev.corbel.planner.apply;

import dev.corbel.dsl.model.WrittenAddress;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows which objects of state have names that no second object can have. Looked into where a creation failed alone. */
final class NameHolders {
    private final ExecutionContext context;

    private @Nullable Map<Name, Address> holders;

    private record Name(ProviderKey provider, String type, String text) {}

    NameHolders(ExecutionContext context) {
        this.context = context;
    }

    /** The way to get on where another object of state has the name that a new one was to have. */
    Optional<String> advice(Address address, ProviderKey provider, ResourceType type, MapValue planned) {
        Optional<String> name = type.uniqueName(planned);
        return name.map(text -> holders().get(new Name(provider, type.name(), text)))
                .filter(holder -> !holder.equals(address))
                .filter(holder -> context.objects().current(holder).isPresent())
                .map(holder -> isRenamed(holder, type, name.orElse(""))
                        ? "%s has this name until this plan gives it another one. Apply again.".formatted(holder)
                        : advice(address, holder));
    }

    /** Tells whether the plan gives the object of an address another name, by a change or by a new object. */
    private boolean isRenamed(Address holder, ResourceType type, String name) {
        return context.plan().changes().stream()
                .filter(change ->
                        change.address().equals(holder) && change.deposedKey().isEmpty())
                .anyMatch(change -> change.after() instanceof MapValue after
                        && !type.uniqueName(after).equals(Optional.of(name)));
    }

    private String advice(Address address, Address holder) {
        return context.declarations().resource(holder).isPresent()
                ? "%s has this name already. Choose another one for %s.".formatted(holder, address)
                : "State has the object of this name as %s, which is no longer declared. To keep it under its new address: moved(from: %s, to: %s)"
                        .formatted(holder, WrittenAddress.of(holder), WrittenAddress.of(address));
    }

    private synchronized Map<Name, Address> holders() {
        Map<Name, Address> known = holders;
        if (known == null) {
            Map<Name, Address> found = new HashMap<>();
            context.plan().prior().instances().values().forEach(instance -> instance.current()
                    .ifPresent(object -> context.catalog()
                            .resourceType(instance.address().last().type())
                            .ifPresent(type -> type.uniqueName(object.attributes())
                                    .ifPresent(text -> found.put(
                                            new Name(object.provider().key(), type.name(), text),
                                            instance.address())))));
            holders = found;
            known = found;
        }
        return known;
    }
}
