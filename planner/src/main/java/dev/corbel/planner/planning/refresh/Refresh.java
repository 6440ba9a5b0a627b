package dev.corbel.planner.planning.refresh;

import dev.corbel.planner.object.Marks;
import dev.corbel.planner.object.ObjectId;
import dev.corbel.planner.object.ProviderView;
import dev.corbel.planner.object.StoredAttributes;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.planner.plan.UnreadableObject;
import dev.corbel.planner.planning.draft.Moved;
import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.planning.draft.PlanProblems;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.planner.provider.ConfigurationAccess;
import dev.corbel.planner.provider.PlannedProviders;
import dev.corbel.planner.provider.ProviderFault;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType;
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
 * Brings the prior state up to date: upgrades objects that older schema versions stored, then reads the objects of each
 * provider configuration as soon as that is known. {@link #finish} gives the result once all are.
 */
public final class Refresh {
    private final PlanContext context;
    private final Moved moved;
    private final PriorState prior;
    private final PlannedProviders providers;
    private final PlanProblems problems;
    private final Answers answers;
    private final Map<ProviderKey, List<ExistingObject>> waiting = new LinkedHashMap<>();
    private final List<ResourceChange> drift = new ArrayList<>();
    private final List<UnreadableObject> unreadable = new ArrayList<>();
    private boolean complete = true;

    /** Made once something is found to have changed. */
    private @Nullable UsedAttributes used;

    /**
     * Starts with everything that state has.
     *
     * @param selected the instances whose objects are read
     * @param answers of reads in earlier rounds of the same plan; takes the new ones
     */
    public Refresh(
            PlanContext context,
            Moved moved,
            Predicate<Address> selected,
            PlannedProviders providers,
            Answers answers,
            PlanProblems problems) {
        this.context = context;
        this.moved = moved;
        this.prior = moved.prior();
        this.providers = providers;
        this.answers = answers;
        this.problems = problems;
        for (ResourceInstance instance : prior.instances()) {
            if (selected.test(instance.address())) {
                instance.current().ifPresent(object -> add(instance.address(), Optional.empty(), object));
                instance.deposed().forEach((key, object) -> add(instance.address(), Optional.of(key), object));
            }
        }
    }

    private void add(Address address, Optional<String> deposedKey, StateObject object) {
        Optional<ResourceType> type = context.type(address.last().type());
        if (type.isEmpty()) {
            Diagnostic problem = Diagnostic.error(
                    "Resource type \"" + address.last().type() + "\" not found",
                    "State has an object of it, made by provider \""
                            + object.provider().key()
                            + "\", which this installation of Corbel does not have or which no longer has the type.");
            fail(address, deposedKey, object, List.of(problem.at(address)));
            return;
        }
        ExistingObject existing = new ExistingObject(address, deposedKey, object, type.get());
        int version = type.get().schema().version();
        if (object.schemaVersion() > version) {
            fail(
                    existing,
                    Diagnostic.error(
                            "State was written by a newer version of provider \"" + existing.provider() + "\"",
                            "The object has version %d of the type's schema; this installation knows version %d."
                                    .formatted(object.schemaVersion(), version)));
            return;
        }
        @Nullable ExistingObject current = object.schemaVersion() < version ? upgraded(existing) : existing;
        if (current != null) {
            waiting.computeIfAbsent(object.provider().key(), key -> new ArrayList<>())
                    .add(current);
        }
    }

    /** Null where the type cannot bring the object to today's schema; then that is reported. */
    private @Nullable ExistingObject upgraded(ExistingObject old) {
        StateObject object = old.object();
        try {
            MapValue attributes = QuotedSecrets.of(object.attributes()).keepFrom(() -> old.type()
                    .upgrade(object.schemaVersion(), object.attributes().fullyUnmarked()));
            MapValue stored = StoredAttributes.of(old.type().schema(), attributes, object.attributes());
            StateObject upgraded = object.withAttributes(old.type().schema().version(), stored, object.privateData());
            put(old, upgraded);
            return old.with(upgraded);
        } catch (StoredAttributes.UnfitException unfit) {
            fail(old, old.misfit(unfit));
        } catch (RuntimeException fault) {
            fail(old, ProviderFault.of(old.provider(), old.address(), fault));
        }
        return null;
    }

    /** Reads the objects of every provider configuration that is ready and was not read before. */
    public void read(Predicate<ProviderKey> ready) {
        List<ProviderKey> keys = waiting.keySet().stream().filter(ready).toList();
        List<ExistingObject> existing = new ArrayList<>();
        keys.forEach(key -> existing.addAll(waiting.getOrDefault(key, List.of())));
        keys.forEach(waiting::remove);
        List<Reader.Wanted> wanted = new ArrayList<>(existing.size());
        existing.forEach(one -> want(one, wanted));
        if (context.options().refresh() && !wanted.isEmpty()) {
            context.listener().reading(wanted.size());
            new Reader(context.tasks()).read(wanted);
            context.listener().read();
        }
    }

    /** Reads the objects that had to wait for planning to find out their provider's configuration. */
    public void readLate(ProviderRecord record) {
        if (waiting.containsKey(record.key())) {
            read(record.key()::equals);
        }
    }

    /** Reads everything that is left. */
    public Refreshed finish() {
        read(key -> true);
        return new Refreshed(drift, unreadable, complete);
    }

    private void want(ExistingObject existing, List<Reader.Wanted> wanted) {
        StateObject object = existing.object();
        Optional<ReadResult> known = answers.of(existing);
        if (known.isPresent()) {
            take(existing, ProviderView.of(object), known.get());
            return;
        }
        ConfigurationAccess access = providers.of(object.provider());
        if (access instanceof ConfigurationAccess.Open open) {
            ObjectState state = ProviderView.of(object);
            ReadableType.ReadRequest request = new ReadableType.ReadRequest(existing.address(), state);
            wanted.add(new Reader.Wanted(
                    open.session(),
                    existing.type(),
                    request,
                    QuotedSecrets.of(open.configuration(), object.attributes()),
                    answer -> {
                        answers.put(existing, answer);
                        take(existing, state, answer);
                    }));
        } else if (access instanceof ConfigurationAccess.Deferred) {
            complete = false;
        } else if (access instanceof ConfigurationAccess.Failed failed) {
            fail(existing.address(), existing.deposedKey(), object, failed.problemsOf(existing.address()));
        }
    }

    private void take(ExistingObject existing, ObjectState asked, ReadResult answer) {
        if (answer instanceof ReadResult.Present present) {
            if (!present.object().equals(asked)) {
                found(existing, present.object());
            }
        } else if (answer instanceof ReadResult.Absent) {
            existing.deposedKey()
                    .ifPresentOrElse(
                            key -> prior.removeDeposed(existing.address(), key),
                            () -> prior.removeCurrent(existing.address()));
            drifted(existing, Action.DELETE, Value.ofNull());
            existing.object()
                    .preventDestroy()
                    .filter(line -> !context.options().survey())
                    .ifPresent(line -> problems.add(goneThoughProtected(existing, line)));
        } else if (answer instanceof ReadResult.Unreadable unread) {
            unread(existing, unread);
        }
    }

    /** A survey goes on with the object as state has it, so that what uses it is compared all the same. */
    private void unread(ExistingObject existing, ReadResult.Unreadable answer) {
        Diagnostic reason = answer.reason().address().isPresent()
                ? answer.reason()
                : answer.reason().at(existing.address());
        if (!context.options().survey()) {
            problems.fail(existing.address(), List.of(reason));
        }
        list(existing.address(), existing.deposedKey(), existing.object(), answer.cause(), List.of(reason));
    }

    private static Diagnostic goneThoughProtected(ExistingObject existing, String line) {
        return Diagnostic.warning(
                        existing.address() + " was not found, although it must not be destroyed",
                        "preventDestroy was set for it at " + line
                                + ". Either it was deleted outside of Corbel, or its provider looks in another place now.")
                .at(existing.address());
    }

    private void found(ExistingObject existing, ObjectState now) {
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
            fail(existing, existing.misfit(unfit));
        }
    }

    /** A refresh alone tells everything, since it takes over everything; so does a survey, which is there to tell. */
    private boolean isListed(ExistingObject existing, MapValue now) {
        if (context.mode() == PlanMode.REFRESH_ONLY || context.options().survey()) {
            return true;
        }
        if (used == null) {
            used = new UsedAttributes(context.definition());
        }
        return used.isTouched(
                existing.address(), existing.type().schema(), existing.object().attributes(), now);
    }

    private void put(ExistingObject existing, StateObject object) {
        existing.deposedKey()
                .ifPresentOrElse(
                        key -> prior.putDeposed(existing.address(), key, object),
                        () -> prior.putCurrent(existing.address(), object));
    }

    private void drifted(ExistingObject existing, Action action, Value after) {
        StateObject object = existing.object();
        drift.add(new ResourceChange(
                existing.address(),
                moved.previous(existing.address()),
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

    private void fail(ExistingObject existing, Diagnostic problem) {
        Diagnostic reason = problem.address().isPresent() ? problem : problem.at(existing.address());
        fail(existing.address(), existing.deposedKey(), existing.object(), List.of(reason));
    }

    private void fail(Address address, Optional<String> deposedKey, StateObject object, List<Diagnostic> reasons) {
        problems.fail(address, reasons);
        list(address, deposedKey, object, ReadResult.Cause.FAILED, reasons);
    }

    private void list(
            Address address,
            Optional<String> deposedKey,
            StateObject object,
            ReadResult.Cause cause,
            List<Diagnostic> reasons) {
        unreadable.add(new UnreadableObject(address, deposedKey, ObjectId.shown(object.attributes()), cause, reasons));
    }
}
