package dev.corbel.planner.policy;

import dev.corbel.dsl.model.BuiltInPolicy;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import java.util.function.Consumer;

/** Holds things to a topic: where one says no to its question, it fails. */
record ClaimRule(BuiltInPolicy policy, Topic topic) implements Rule {
    @Override
    public String id() {
        return policy.id();
    }

    @Override
    public void check(PolicySubjects subjects, Consumer<Verdict> verdicts) {
        subjects.all().forEach(subject -> subject.facts(Fact.Claim.class)
                .filter(claim -> claim.topic() == topic)
                .map(claim -> verdict(subject, claim))
                .forEach(verdicts));
    }

    private static Verdict verdict(PolicySubject subject, Fact.Claim claim) {
        return switch (claim.holds()) {
            case YES -> Verdict.passed(subject);
            case NO ->
                Verdict.failed(
                        subject,
                        subject.title() + " " + claim.fault(),
                        claim.at().toString());
            case UNKNOWN -> Verdict.waiting(subject, claim.at().toString());
        };
    }
}
