package dev.corbel.planner.policy;

import dev.corbel.dsl.model.BuiltInPolicy;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.function.Consumer;

/** Holds objects that can have tags to those that the definition asks for. */
final class TagsRule implements Rule {
    private static final List<String> ATTRIBUTES = List.of("tags_all", "tags");

    @Override
    public String id() {
        return BuiltInPolicy.TAGS.id();
    }

    @Override
    public void check(PolicySubjects subjects, Consumer<Verdict> verdicts) {
        List<String> wanted = subjects.guardrails().tags();
        if (wanted.isEmpty()) {
            return;
        }
        for (PolicySubject subject : subjects.resources()) {
            if (subject.isEnding()) {
                continue;
            }
            ATTRIBUTES.stream()
                    .filter(subject.attributes().entries()::containsKey)
                    .findFirst()
                    .ifPresent(attribute -> verdicts.accept(verdict(subject, attribute, wanted)));
        }
    }

    private static Verdict verdict(PolicySubject subject, String attribute, List<String> wanted) {
        Value tags = subject.attributes().get(attribute).unmarked();
        if (tags.isUnknown()) {
            return Verdict.waiting(subject, attribute);
        }
        List<String> missing = wanted.stream()
                .filter(name -> !(tags instanceof MapValue map) || map.get(name).isNull())
                .toList();
        return missing.isEmpty()
                ? Verdict.passed(subject)
                : Verdict.failed(
                        subject,
                        subject.title() + " lacks the tag" + (missing.size() == 1 ? " " : "s ")
                                + String.join(", ", missing),
                        "tags");
    }
}
