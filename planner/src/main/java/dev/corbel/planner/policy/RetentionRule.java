package dev.corbel.planner.policy;

import dev.corbel.dsl.model.BuiltInPolicy;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.value.NumberValue;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds backups to the time that they are kept at least. */
final class RetentionRule implements Rule {
    private static final int MIN_DAYS = 7;

    @Override
    public String id() {
        return BuiltInPolicy.BACKUP_RETENTION.id();
    }

    @Override
    public void check(PolicySubjects subjects, Consumer<Verdict> verdicts) {
        subjects.all().forEach(subject -> subject.facts(Fact.Retention.class)
                .map(kept -> verdict(subject, kept))
                .forEach(verdicts));
    }

    private static Verdict verdict(PolicySubject subject, Fact.Retention kept) {
        String attribute = kept.at().toString();
        if (kept.days().isUnknown()) {
            return Verdict.waiting(subject, attribute);
        }
        if (!(kept.days().unmarked() instanceof NumberValue days)
                || days.value().signum() == 0) {
            return Verdict.failed(subject, subject.title() + " keeps no backups", attribute)
                    .withHint(Optional.of("Keep them for " + MIN_DAYS + " days or longer."));
        }
        int count = days.value().intValue();
        String shown = subject.isSensitive(kept.at()) ? "fewer" : String.valueOf(count);
        return count < 0 || count >= MIN_DAYS
                ? Verdict.passed(subject)
                : Verdict.failed(
                        subject,
                        subject.title() + " keeps backups for " + shown + " of " + MIN_DAYS + " days or longer",
                        attribute);
    }
}
