package dev.corbel.planner.order;

import dev.corbel.providers.api.address.Address;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which end of a replacement comes first. Everything that Corbel decides about that is decided here. */
public enum ReplacementOrder {
    /** The old object goes before the new one comes. */
    DELETE_FIRST,
    /** The new object comes, what uses it is updated, the old object goes. */
    CREATE_FIRST,
    /** Nothing is replaced, and nothing asks for an order in case it is some day. */
    DONT_CARE;

    /**
     * One instance or deposed object.
     *
     * @param replaced whether this plan replaces it
     * @param createBeforeDestroy whether its own lifecycle asks for it; of an object without a declaration: whether state
     *     says so
     * @param dependencies what it uses, by its declaration or by what state recorded
     */
    public record Candidate(
            Address address, boolean replaced, boolean createBeforeDestroy, Collection<Address> dependencies) {}

    /**
     * Decides for all instances together, since create-first spreads to everything that an instance uses: an old object
     * that waits for the end of another old one cannot go before the new one comes. Several candidates may have one
     * address. Every address among the candidates is in the result.
     */
    public static Map<Address, ReplacementOrder> decide(List<Candidate> candidates) {
        Map<Address, ReplacementOrder> orders = new HashMap<>(candidates.size() * 2);
        Map<Address, Collection<Address>> used = new HashMap<>();
        ArrayDeque<Address> spreading = new ArrayDeque<>();
        for (Candidate candidate : candidates) {
            Address address = candidate.address();
            if (candidate.createBeforeDestroy()) {
                orders.put(address, CREATE_FIRST);
                spreading.add(address);
            } else {
                orders.merge(address, candidate.replaced() ? DELETE_FIRST : DONT_CARE, ReplacementOrder::stronger);
            }
            used.merge(address, candidate.dependencies(), ReplacementOrder::both);
        }
        while (!spreading.isEmpty()) {
            for (Address dependency : used.getOrDefault(spreading.remove(), List.of())) {
                if (orders.containsKey(dependency) && orders.put(dependency, CREATE_FIRST) != CREATE_FIRST) {
                    spreading.add(dependency);
                }
            }
        }
        return orders;
    }

    private static ReplacementOrder stronger(ReplacementOrder left, ReplacementOrder right) {
        if (left == CREATE_FIRST || right == CREATE_FIRST) {
            return CREATE_FIRST;
        }
        return left == DELETE_FIRST ? left : right;
    }

    private static Collection<Address> both(Collection<Address> left, Collection<Address> right) {
        List<Address> all = new java.util.ArrayList<>(left);
        all.addAll(right);
        return all;
    }
}
