package dev.corbel.emulators.arm.facts;

import java.util.Set;

/**
 * A way of changing resources of a type.
 *
 * @param statuses with which a success is answered
 * @param longRunning whether an operation goes on after the answer
 * @param conditional whether {@code If-Match} and {@code If-None-Match} count
 * @param tagsOnly whether it changes tags and nothing else
 */
public record Verb(Set<Integer> statuses, boolean longRunning, boolean conditional, boolean tagsOnly) {
    public Verb {
        statuses = Set.copyOf(statuses);
    }
}
