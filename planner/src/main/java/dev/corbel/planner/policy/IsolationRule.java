package dev.corbel.planner.policy;

import dev.corbel.dsl.model.BuiltInPolicy;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.fact.Fact;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps apps from using the same database, bucket or role. */
final class IsolationRule implements Rule {
    private static final String APP = "app";

    @Override
    public String id() {
        return BuiltInPolicy.ISOLATION.id();
    }

    @Override
    public void check(PolicySubjects subjects, Consumer<Verdict> verdicts) {
        subjects.resources().forEach(subject -> subject.facts(Fact.Owned.class)
                .map(owned -> verdict(subject, owned, subjects))
                .forEach(verdicts));
    }

    private static Verdict verdict(PolicySubject subject, Fact.Owned owned, PolicySubjects subjects) {
        TreeSet<Address> apps = Stream.concat(Stream.of(subject), subjects.dependents(subject.address()).stream())
                .flatMap(user -> app(user, subjects).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return apps.size() < 2
                ? Verdict.passed(subject)
                : Verdict.failed(
                        subject,
                        "The apps " + apps.stream().map(Address::toString).collect(Collectors.joining(" and "))
                                + " use the same " + owned.what() + ", " + subject.address(),
                        "");
    }

    private static Optional<Address> app(PolicySubject user, PolicySubjects subjects) {
        return subjects.around(user.address(), APP).map(PolicySubject::address);
    }
}
