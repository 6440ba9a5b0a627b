package dev.corbel.planner.policy;

import java.util.function.Consumer;

/** A policy as code. */
interface Rule {

    /** The name of it. */
    String id();

    /** Looks at everything, and gives a verdict for each thing that it is about. */
    void check(PolicySubjects subjects, Consumer<Verdict> verdicts);
}
