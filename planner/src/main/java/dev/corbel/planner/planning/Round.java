package dev.corbel.planner.planning;

import dev.corbel.planner.planning.draft.Moved;
import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.planning.draft.PlanProblems;
import dev.corbel.planner.planning.refresh.Answers;
import dev.corbel.planner.planning.selection.RequestedReplacements;
import dev.corbel.planner.planning.selection.Selection;
import dev.corbel.planner.secret.Renewals;
import dev.corbel.planner.secret.SecretReferences;

/**
 * One way through all instances, with everything that came up on it. Whether a generated secret must be made anew is seen
 * once those are planned that take it, and then these look different: so there may be another round, which reads no object
 * twice.
 */
record Round(Walked walked, Selection selection, PlanProblems problems) {
    /** The last round, after which no more secrets have to be made anew. */
    static Round last(PlanContext context) {
        Answers answers = new Answers();
        Renewals known = Renewals.NONE;
        while (true) {
            PlanProblems problems = new PlanProblems();
            problems.addAll(SecretReferences.problems(context.definition()));
            Moved moved = Moved.of(context, problems);
            Selection selection =
                    Selection.of(context.options(), context.graph(), moved.prior(), problems.diagnostics());
            RequestedReplacements replacements =
                    RequestedReplacements.of(context.options().replace(), context.definition());
            Walk walk = new Walk(context, moved, selection, replacements, known, answers, problems);
            Walked walked = walk.run();
            Renewals needed = walk.renewals();
            if (needed.equals(known)) {
                return new Round(walked, selection, problems);
            }
            known = needed;
        }
    }
}
