package dev.corbel.planner;

import dev.corbel.planner.object.Marks;
import dev.corbel.planner.object.StoredAttributes;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.planner.prior.Reader;
import dev.corbel.planner.secrets.QuotedSecrets;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.StateObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Brings the prior state up to date: upgrades what older schema versions stored, then reads the objects of each provider
 * configuration as soon as that is known.
 */
final class Refresh {
    private final Planning planning;
    private final Map<ProviderKey, List<Existing>> waiting = new LinkedHashMap<>();

    /** Made once something is found to have changed. */
    private @Nullable UsedAttributes used;

    /** An object of state, current or deposed. */
    private record Existing(Address address, Optional<String> deposedKey, StateObject object, ResourceType type) {}

    Refresh(Planning planning, Predicate<Address> selected) {
        this.planning = planning;
        for (ResourceInstance instance : planning.prior.instances()) {
            if (selected.test(instance.address())) {
                instance.current().ifPresent(object -> add(instance.address(), Optional.empty(), object));
                instance.deposed().forEach((key, object) -> add(instance.address(), Optional.of(key), object));
            }
        }
    }

    private void add(Address address, Optional<String> deposedKey, StateObject object) {
        Optional<ResourceType> type = planning.type(address.last().type());
        if (type.isEmpty()) {
            fail(
                    address,
                    deposedKey,
                    object,
                    Diagnostic.error(
                            "There is no resource type \"" + address.last().type() + "\"",
                            "State has an object of it, made by provider \""
                                    + object.provider().key()
                                    + "\", which this installation of Corbel does not have or which no longer has the"
                                    + " type."));
            return;
        }
        Existing existing = new Existing(address, deposedKey, object, type.get());
        int version = type.get().schema().version();
        if (object.schemaVersion() > version) {
            fail(
                    address,
                    deposedKey,
                    object,
                    Diagnostic.error(
                            "State was written by a newer version of provider \""
                                    + object.provider().key().provider() + "\"",
                            "The object has version %d of the type's schema; this installation knows version %d."
                                    .formatted(object.schemaVersion(), version)));
        } else {
            @Nullable Existing current = object.schemaVersion() < version ? upgraded(existing) : existing;
            if (current == null) {
                return;
            }
            waiting.computeIfAbsent(object.provider().key(), key -> new ArrayList<>())
                    .add(current);
        }
    }

    /** Null where the type cannot bring the object to today's schema; then that is reported. */
    private @Nullable Existing upgraded(Existing old) {
        StateObject object = old.object();
        try {
            MapValue attributes = QuotedSecrets.of(object.attributes()).keepFrom(() -> old.type()
                    .upgrade(object.schemaVersion(), object.attributes().fullyUnmarked()));
            MapValue stored = StoredAttributes.of(old.type().schema(), attributes, object.attributes());
            StateObject upgraded = object.withAttributes(old.type().schema().version(), stored, object.privateData());
            put(old, upgraded);
            return new Existing(old.address(), old.deposedKey(), upgraded, old.type());
        } catch (StoredAttributes.UnfitException unfit) {
            fail(old, misfit(object, unfit));
        } catch (RuntimeException fault) {
            String provider = object.provider().key().provider();
            fail(old, ProviderFault.of(provider, old.address(), fault));
        }
        return null;
    }

    /** Reads the objects of every provider configuration that is ready and was not read before. */
    void read(Predicate<ProviderKey> ready) {
        List<ProviderKey> keys = waiting.keySet().stream().filter(ready).toList();
        List<Existing> existing = new ArrayList<>();
        keys.forEach(key -> existing.addAll(waiting.getOrDefault(key, List.of())));
        keys.forEach(waiting::remove);
        List<Reader.Wanted> wanted = new ArrayList<>(existing.size());
        existing.forEach(one -> want(one, wanted));
        if (planning.request.options().refresh() && !wanted.isEmpty()) {
            planning.request.options().listener().reading(wanted.size());
            new Reader(planning.tasks).read(wanted);
            planning.request.options().listener().read();
        }
    }

    /** Reads what had to wait for planning to find out its provider's configuration. */
    void readLate(ProviderRecord record) {
        if (waiting.containsKey(record.key())) {
            read(record.key()::equals);
        }
    }

    private void want(Existing existing, List<Reader.Wanted> wanted) {
        StateObject object = existing.object();
        ProviderAccess access = planning.access(object.provider());
        if (access instanceof ProviderAccess.Open open) {
            ObjectState state = new ObjectState(object.attributes().fullyUnmarked(), object.privateData());
            ResourceType.ReadRequest request = new ResourceType.ReadRequest(existing.address(), state);
            wanted.add(new Reader.Wanted(
                    open.session(),
                    existing.type(),
                    request,
                    QuotedSecrets.of(open.configuration(), object.attributes()),
                    answer -> take(existing, state, answer)));
        } else if (access instanceof ProviderAccess.Deferred) {
            planning.complete = false;
        } else if (access instanceof ProviderAccess.Failed failed) {
            planning.failUnread(
                    existing.address(), existing.deposedKey(), object, failed.problemsOf(existing.address()));
        }
    }

    private void take(Existing existing, ObjectState asked, ReadResult answer) {
        if (answer instanceof ReadResult.Present present) {
            if (!present.object().equals(asked)) {
                found(existing, present.object());
            }
        } else if (answer instanceof ReadResult.Absent) {
            existing.deposedKey()
                    .ifPresentOrElse(
                            key -> planning.prior.removeDeposed(existing.address(), key),
                            () -> planning.prior.removeCurrent(existing.address()));
            drifted(existing, Action.DELETE, Value.ofNull());
        } else if (answer instanceof ReadResult.Unreadable unreadable) {
            fail(existing, unreadable.reason());
        }
    }

    private void found(Existing existing, ObjectState now) {
        StateObject object = existing.object();
        try {
            MapValue attributes = StoredAttributes.of(existing.type().schema(), now.attributes(), object.attributes());
            StateObject read = object.withAttributes(object.schemaVersion(), attributes, now.privateData());
            if (!read.equals(object)) {
                put(existing, read);
            }
            if (!Marks.sameValue(object.attributes(), attributes) && isListed(existing, attributes)) {
                drifted(existing, Action.UPDATE, attributes);
            }
        } catch (StoredAttributes.UnfitException unfit) {
            fail(existing, misfit(object, unfit));
        }
    }

    /** A refresh alone tells everything, since it takes over everything. */
    private boolean isListed(Existing existing, MapValue now) {
        if (planning.mode() == PlanMode.REFRESH_ONLY) {
            return true;
        }
        if (used == null) {
            used = new UsedAttributes(planning.definition());
        }
        return used.isTouched(
                existing.address(), existing.type().schema(), existing.object().attributes(), now);
    }

    private static Diagnostic misfit(StateObject object, StoredAttributes.UnfitException unfit) {
        return Diagnostic.error(
                "Provider \"" + object.provider().key().provider() + "\" returned an object that does not fit",
                unfit.getMessage() + " It is a bug in the provider, not in the definition.");
    }

    private void put(Existing existing, StateObject object) {
        existing.deposedKey()
                .ifPresentOrElse(
                        key -> planning.prior.putDeposed(existing.address(), key, object),
                        () -> planning.prior.putCurrent(existing.address(), object));
    }

    private void drifted(Existing existing, Action action, Value after) {
        StateObject object = existing.object();
        planning.drift.add(new ResourceChange(
                existing.address(),
                Optional.ofNullable(planning.movedFrom.get(existing.address())),
                existing.deposedKey(),
                Optional.empty(),
                object.provider().key(),
                action,
                ActionReason.NONE,
                object.attributes(),
                after,
                List.of(),
                object.dependencies(),
                object.createBeforeDestroy()));
    }

    private void fail(Existing existing, Diagnostic problem) {
        fail(existing.address(), existing.deposedKey(), existing.object(), problem);
    }

    private void fail(Address address, Optional<String> deposedKey, StateObject object, Diagnostic problem) {
        Diagnostic reason = problem.address().isPresent() ? problem : problem.at(address);
        planning.failUnread(address, deposedKey, object, List.of(reason));
    }
}
