package dev.corbel.planner;

import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.policy.PolicyOptions;
import dev.corbel.providers.api.address.AddressPattern;
import java.time.InstantSource;
import java.util.List;

/**
 * The options of a plan.
 *
 * @param refresh whether objects are read before
 * @param targets what to plan, with all that it needs; everything where there are none
 * @param excludes what to leave out, with all that depends on it
 * @param replace resources to replace although nothing about them changed
 * @param parallelism how many calls run at once, at least one
 * @param survey whether the plan is made to tell what differs, and never applied: then all that reading found is listed,
 *     objects that cannot be read are planned as state has them, and no target is asked about steps
 * @param policies the choices that policies go by
 */
public record PlanOptions(
        PlanMode mode,
        boolean refresh,
        List<AddressPattern> targets,
        List<AddressPattern> excludes,
        List<AddressPattern> replace,
        int parallelism,
        boolean survey,
        PolicyOptions policies,
        InstantSource clock,
        PlanListener listener) {
    public static final int DEFAULT_PARALLELISM = 16;

    public PlanOptions {
        targets = List.copyOf(targets);
        excludes = List.copyOf(excludes);
        replace = List.copyOf(replace);
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism is at least 1");
        }
    }

    /** Everything, with reading. */
    public static PlanOptions of(PlanMode mode) {
        return new PlanOptions(
                mode,
                true,
                List.of(),
                List.of(),
                List.of(),
                DEFAULT_PARALLELISM,
                false,
                PolicyOptions.NONE,
                InstantSource.system(),
                PlanListener.NONE);
    }

    public PlanOptions withRefresh(boolean value) {
        return new PlanOptions(mode, value, targets, excludes, replace, parallelism, survey, policies, clock, listener);
    }

    public PlanOptions withTargets(List<AddressPattern> patterns) {
        return new PlanOptions(
                mode, refresh, patterns, excludes, replace, parallelism, survey, policies, clock, listener);
    }

    public PlanOptions withExcludes(List<AddressPattern> patterns) {
        return new PlanOptions(
                mode, refresh, targets, patterns, replace, parallelism, survey, policies, clock, listener);
    }

    public PlanOptions withReplace(List<AddressPattern> patterns) {
        return new PlanOptions(
                mode, refresh, targets, excludes, patterns, parallelism, survey, policies, clock, listener);
    }

    public PlanOptions withParallelism(int calls) {
        return new PlanOptions(mode, refresh, targets, excludes, replace, calls, survey, policies, clock, listener);
    }

    /** The same, to tell what differs. */
    public PlanOptions surveying() {
        return new PlanOptions(mode, refresh, targets, excludes, replace, parallelism, true, policies, clock, listener);
    }

    public PlanOptions withPolicies(PolicyOptions choices) {
        return new PlanOptions(
                mode, refresh, targets, excludes, replace, parallelism, survey, choices, clock, listener);
    }

    public PlanOptions withClock(InstantSource source) {
        return new PlanOptions(
                mode, refresh, targets, excludes, replace, parallelism, survey, policies, source, listener);
    }

    public PlanOptions withListener(PlanListener hearer) {
        return new PlanOptions(mode, refresh, targets, excludes, replace, parallelism, survey, policies, clock, hearer);
    }
}
