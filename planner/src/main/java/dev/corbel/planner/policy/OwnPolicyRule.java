package dev.corbel.planner.policy;

import dev.corbel.dsl.model.OwnPolicy;
import dev.corbel.dsl.model.PolicyCode;
import dev.corbel.planner.plan.PolicyOutcome;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Optional;
import java.util.function.Consumer;

/** A policy of the project. Where its code fails it could not tell, which is never taken for passing. */
final class OwnPolicyRule implements Rule {
    private final OwnPolicy policy;
    private final PolicyViews views;

    OwnPolicyRule(OwnPolicy policy, PolicyViews views) {
        this.policy = policy;
        this.views = views;
    }

    @Override
    public String id() {
        return policy.name();
    }

    @Override
    public void check(PolicySubjects subjects, Consumer<Verdict> verdicts) {
        for (OwnPolicy.Check check : policy.checks()) {
            switch (check.subject()) {
                case RESOURCE ->
                    subjects.resources().stream()
                            .filter(subject -> policy.covers(subject.kind()) && !subject.isEnding())
                            .forEach(subject -> run(check, Optional.of(subject), views.resource(subject), verdicts));
                case COMPONENT ->
                    subjects.components().stream()
                            .filter(subject -> subject.kind().equals(check.kind()))
                            .forEach(subject ->
                                    run(check, Optional.of(subject), views.component(subject, subjects), verdicts));
                case PLAN -> run(check, Optional.empty(), views.plan(subjects), verdicts);
            }
        }
    }

    private void run(
            OwnPolicy.Check check, Optional<PolicySubject> subject, PolicyCode.View view, Consumer<Verdict> verdicts) {
        try {
            PolicyCode.Answer answer = check.code().run(view);
            if (answer instanceof PolicyCode.Told told && told.denials().isEmpty()) {
                verdicts.accept(verdict(PolicyOutcome.PASSED, subject, "", Optional.empty(), Optional.empty()));
            } else if (answer instanceof PolicyCode.Told told) {
                told.denials().forEach(denial -> verdicts.accept(denied(subject, denial)));
            } else if (answer instanceof PolicyCode.Undetermined unknown) {
                verdicts.accept(verdict(
                        PolicyOutcome.WAITING,
                        subject,
                        view.title()
                                + unknown.attribute().map(name -> "." + name).orElse("") + " is not known yet",
                        unknown.attribute(),
                        Optional.empty()));
            }
        } catch (DiagnosticsException failure) {
            Diagnostic problem = failure.diagnostics().get(0);
            verdicts.accept(verdict(
                    PolicyOutcome.UNDETERMINED,
                    subject,
                    "The policy \"" + policy.name() + "\" failed at " + view.title() + ": " + problem.summary(),
                    Optional.empty(),
                    problem.range().or(() -> Optional.of(policy.range()))));
        }
    }

    private Verdict denied(Optional<PolicySubject> subject, PolicyCode.Denial denial) {
        String message = subject.map(one -> one.title() + ": ").orElse("") + sentence(denial.message());
        return verdict(PolicyOutcome.FAILED, subject, message, denial.attribute(), Optional.empty());
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private Verdict verdict(
            PolicyOutcome outcome,
            Optional<PolicySubject> subject,
            String message,
            Optional<String> attribute,
            Optional<SourceRange> range) {
        Optional<Address> scope = subject.map(PolicySubject::address);
        Optional<SourceRange> place = range.or(() -> attribute.flatMap(name -> subject.flatMap(one -> one.place(name))))
                .or(() -> subject.flatMap(PolicySubject::range))
                .or(() -> Optional.of(policy.range()));
        return new Verdict(outcome, scope, message, attribute, place, Optional.empty(), true);
    }
}
