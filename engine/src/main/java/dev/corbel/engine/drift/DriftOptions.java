package dev.corbel.engine.drift;

import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.planner.PlanListener;
import java.time.LocalDate;

/**
 * The options of a look for drift.
 *
 * @param inputs values of variables; those that are missing are unknown
 * @param attached whether to look for objects in or on those of state
 * @param accepting whether to write the texts with which a definition would accept what is found
 * @param parallelism how many calls run at once
 * @param today the day on which rules hold or are over, in UTC
 */
public record DriftOptions(
        VariableInputs inputs,
        boolean attached,
        boolean accepting,
        int parallelism,
        LocalDate today,
        PlanListener listener) {}
