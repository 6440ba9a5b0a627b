package dev.corbel.planner.order;

import dev.corbel.planner.plan.Action;
import dev.corbel.providers.api.address.Address;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The end of a replacement that comes first. Everything that Corbel decides about that is decided here. */
public enum ReplacementOrder {
    /** The old object goes before the new one comes. */
    DELETE_FIRST,
    /** The new object comes, what uses it is updated, the old object goes. */
    CREATE_FIRST,
    /** It shall be create-first, but this time the old object is in the way and goes first. */
    CLEAR_FIRST,
    /** Nothing is replaced, and nothing asks for an order in case it is some day. */
    DONT_CARE;

    /**
     * One instance.
     *
     * @param old the fate of the object that is there
     * @param createBeforeDestroy whether its own lifecycle asks for it; of an object without a declaration: whether state
     *     says so
     * @param declared the instances that its declaration uses
     * @param recorded the instances that the object which is there was recorded to use; they matter where it goes
     */
    public record Candidate(
            Address address,
            Old old,
            boolean createBeforeDestroy,
            Collection<Address> declared,
            Collection<Address> recorded) {

        private Collection<Address> dependencies() {
            return old == Old.STAYS ? declared : both(declared, recorded);
        }
    }

    /** The fate of an object that is there. */
    public enum Old {
        STAYS,
        REPLACED,
        /** It is replaced, was never whole, and the new object cannot stand beside it. */
        IN_THE_WAY,
        ENDS
    }

    /**
     * Decides for all instances together, since create-first spreads to everything that an instance uses: an old object
     * that waits for the end of another old one cannot go before the new one comes. Several candidates may have one
     * address. Every address among the candidates is in the result.
     *
     * <p>A deposed object waits like the old one of a create-first replacement: the objects that it was built on cannot go
     * before it. That its address once asked for create-first binds these, but not what stands at the address now.
     *
     * <p>An old object that is in the way goes first all the same, unless another old object has to outlive it.
     *
     * @param usedByDeposed the instances that deposed objects of this plan were built on
     */
    public static Map<Address, ReplacementOrder> decide(List<Candidate> candidates, Collection<Address> usedByDeposed) {
        Map<Address, ReplacementOrder> orders = new HashMap<>(candidates.size() * 2);
        Map<Address, Collection<Address>> used = new HashMap<>();
        ArrayDeque<Address> spreading = new ArrayDeque<>();
        for (Candidate candidate : candidates) {
            Address address = candidate.address();
            if (candidate.createBeforeDestroy()) {
                orders.put(address, CREATE_FIRST);
                spreading.add(address);
            } else {
                orders.merge(address, isReplaced(candidate) ? DELETE_FIRST : DONT_CARE, ReplacementOrder::stronger);
            }
            used.merge(address, candidate.dependencies(), ReplacementOrder::both);
        }
        for (Address address : usedByDeposed) {
            orders.put(address, CREATE_FIRST);
            spreading.add(address);
        }
        while (!spreading.isEmpty()) {
            for (Address dependency : used.getOrDefault(spreading.remove(), List.of())) {
                if (orders.containsKey(dependency) && orders.put(dependency, CREATE_FIRST) != CREATE_FIRST) {
                    spreading.add(dependency);
                }
            }
        }
        clearTheWay(candidates, usedByDeposed, orders);
        return orders;
    }

    /** Tells whether the instance counts as create-before-destroy, though this time the old object may go first. */
    public boolean asksForCreateFirst() {
        return this == CREATE_FIRST || this == CLEAR_FIRST;
    }

    /** The action of a replacement in this order. */
    public Action replacement() {
        return this == CREATE_FIRST ? Action.REPLACE_CREATE_FIRST : Action.REPLACE_DELETE_FIRST;
    }

    private static boolean isReplaced(Candidate candidate) {
        return candidate.old() == Old.REPLACED || candidate.old() == Old.IN_THE_WAY;
    }

    private static void clearTheWay(
            List<Candidate> candidates, Collection<Address> usedByDeposed, Map<Address, ReplacementOrder> orders) {
        if (candidates.stream().noneMatch(candidate -> candidate.old() == Old.IN_THE_WAY)) {
            return;
        }
        Set<Address> outlived = new HashSet<>(usedByDeposed);
        for (Candidate user : candidates) {
            if (user.old() != Old.STAYS && orders.get(user.address()) == CREATE_FIRST) {
                outlived.addAll(user.dependencies());
            }
        }
        for (Candidate candidate : candidates) {
            if (candidate.old() == Old.IN_THE_WAY && !outlived.contains(candidate.address())) {
                orders.replace(candidate.address(), CREATE_FIRST, CLEAR_FIRST);
            }
        }
    }

    private static ReplacementOrder stronger(ReplacementOrder left, ReplacementOrder right) {
        if (left == CREATE_FIRST || right == CREATE_FIRST) {
            return CREATE_FIRST;
        }
        return left == DELETE_FIRST ? left : right;
    }

    private static Collection<Address> both(Collection<Address> left, Collection<Address> right) {
        List<Address> all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }
}
