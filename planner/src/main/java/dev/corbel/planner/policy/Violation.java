package dev.corbel.planner.policy;

import dev.corbel.planner.plan.PolicyResult;
import java.util.Optional;

/**
 * A policy that reality does not pass, although the definition does not say so.
 *
 * @param added the object that somebody put in or on one of state, where it is about such a one
 * @param isPending whether it was so after the last run already, so that the next one puts it right
 */
public record Violation(PolicyResult result, Optional<AddedObject> added, boolean isPending) {}
