package dev.corbel.planner.policy;

import dev.corbel.dsl.model.BuiltInPolicy;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ResourceChange;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets a plan end stored data only where the run names it. */
final class DestructionRule implements Rule {
    private final Allowances allowances;

    DestructionRule(Allowances allowances) {
        this.allowances = allowances;
    }

    @Override
    public String id() {
        return BuiltInPolicy.DESTRUCTIVE_CHANGE.id();
    }

    @Override
    public void check(PolicySubjects subjects, Consumer<Verdict> verdicts) {
        for (PolicySubject subject : subjects.resources()) {
            subject.change()
                    .filter(change -> subject.holdsData() && !change.before().isNull())
                    .flatMap(DestructionRule::word)
                    .ifPresent(word -> verdicts.accept(verdict(subject, word)));
        }
    }

    private Verdict verdict(PolicySubject subject, String word) {
        return allowances.allow(subject.address())
                ? Verdict.passed(subject)
                : Verdict.failed(subject, "The plan would " + word + " " + subject.address() + ", which keeps data", "")
                        .withHint(Optional.of("If its data may go, give --allow-destroy '" + subject.address() + "'."));
    }

    private static Optional<String> word(ResourceChange change) {
        if (change.action() == Action.DELETE) {
            return Optional.of("delete");
        }
        if (change.action() == Action.FORGET) {
            return Optional.of("forget");
        }
        return change.action().isReplacement() ? Optional.of("replace") : Optional.empty();
    }
}
