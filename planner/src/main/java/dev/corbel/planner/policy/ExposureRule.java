package dev.corbel.planner.policy;

import dev.corbel.dsl.model.BuiltInPolicy;
import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets load balancers alone be reachable for everybody. */
final class ExposureRule implements Rule {
    @Override
    public String id() {
        return BuiltInPolicy.PUBLIC_EXPOSURE.id();
    }

    @Override
    public void check(PolicySubjects subjects, Consumer<Verdict> verdicts) {
        subjects.resources().forEach(subject -> subject.facts(Fact.Exposure.class)
                .map(exposure -> verdict(subject, exposure, subjects))
                .forEach(verdicts));
    }

    private static Verdict verdict(PolicySubject subject, Fact.Exposure exposure, PolicySubjects subjects) {
        if (exposure.toEverybody() == Answer.NO || guardsEntrance(subject, exposure.guard(), subjects)) {
            return Verdict.passed(subject);
        }
        return exposure.toEverybody() == Answer.UNKNOWN
                ? Verdict.waiting(subject, exposure.at().toString())
                : Verdict.failed(
                        subject,
                        subject.title() + " " + exposure.how(),
                        exposure.at().toString());
    }

    /** Tells whether load balancers, and nothing else that answers connections, stand behind what is opened. */
    private static boolean guardsEntrance(PolicySubject subject, Optional<String> guard, PolicySubjects subjects) {
        boolean isItself = guard.isEmpty() || guard.get().equals(subject.kind());
        List<PolicySubject> opened = isItself
                ? List.of(subject)
                : subjects.dependencies(subject.address()).stream()
                        .filter(needed -> needed.kind().equals(guard.get()))
                        .toList();
        List<Fact.Reachable> behind = opened.stream()
                .flatMap(group -> subjects.dependents(group.address()).stream())
                .flatMap(user -> PolicySubjects.reachable(user).stream())
                .toList();
        return !behind.isEmpty() && behind.stream().allMatch(Fact.Reachable::entrance);
    }
}
