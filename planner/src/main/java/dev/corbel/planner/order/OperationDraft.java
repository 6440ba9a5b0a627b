package dev.corbel.planner.order;

import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.address.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operation while its place among the others is still being decided. */
final class OperationDraft {
    final Operation.Kind kind;
    final Optional<Address> address;
    final Optional<String> name;
    final int change;
    final Optional<String> deposedKey;

    /** The instances that the deleted or updated object was recorded to use. */
    final List<Address> uses;

    /** Tells whether this deletion ends a replacement whose new object comes first, or has to wait for such a one. */
    boolean last;

    /** Tells whether something that makes or changes an object waits for this deletion. */
    boolean awaited;

    final List<OperationDraft> after = new ArrayList<>(2);
    int number = -1;

    OperationDraft(
            Operation.Kind kind,
            @Nullable Address address,
            @Nullable String name,
            int change,
            @Nullable String deposedKey,
            List<Address> uses) {
        this.kind = kind;
        this.address = Optional.ofNullable(address);
        this.name = Optional.ofNullable(name);
        this.change = change;
        this.deposedKey = Optional.ofNullable(deposedKey);
        this.uses = uses;
    }

    static OperationDraft of(
            Operation.Kind kind, ResourceChange change, int number, @Nullable String deposedKey, List<Address> uses) {
        return new OperationDraft(kind, change.address(), null, number, deposedKey, uses);
    }

    void runsAfter(OperationDraft other) {
        after.add(other);
    }

    Operation finished() {
        return new Operation(
                kind,
                address,
                name,
                change,
                deposedKey,
                after.stream().map(draft -> draft.number).sorted().distinct().toList());
    }
}
