package dev.corbel.engine.drift;

import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.planner.PlanListener;
import java.time.LocalDate;
import java.util.Set;

/**
 * The options of a look for drift.
 *
 * @param inputs values of variables; those that are missing are unknown
 * @param unmanaged the objects outside of state to look for
 * @param accepting what becomes of the texts with which a definition would accept what is found
 * @param parallelism how many calls run at once
 * @param today the day on which rules hold or are over, in UTC
 */
public record DriftOptions(
        VariableInputs inputs,
        Set<Unmanaged> unmanaged,
        Accepting.Mode accepting,
        int parallelism,
        LocalDate today,
        PlanListener listener) {
    public DriftOptions {
        unmanaged = Set.copyOf(unmanaged);
    }
}
