package dev.corbel.providers.aws.fact;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.Fact.Claim;
import dev.corbel.providers.api.fact.Fact.Exposure;
import dev.corbel.providers.api.fact.Topic;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tells what makes a policy dangerous: whom it lets in, or what it grants. Reads policies as they are written, not as IAM decides. */
public final class PolicyDanger {
    private static final String OPEN = "lets everybody in";
    private static final String TRUSTS_ALL = "lets everybody take it on";
    private static final String GRANTS_ALL = "grants more than it needs to";

    private PolicyDanger() {}

    /** The danger of a policy, as the end of a sentence; empty where there is none to see. */
    public static Optional<String> of(String policy) {
        return AllowStatement.of(policy).flatMap(statements -> first(statements, entry(OPEN))
                .or(() -> first(statements, AllowStatement::excess)));
    }

    /** The exposure of an object that has the policy. */
    public static Exposure exposure(Part policy) {
        return new Exposure(danger(policy, entry(OPEN)).has(), OPEN, Optional.empty(), policy.path());
    }

    /** The claim that the policy grants some actions on some objects. */
    public static Claim rights(Part policy) {
        return claim(policy, AllowStatement::excess, GRANTS_ALL);
    }

    /** The claim that the policy lets known identities take a role on. */
    public static Claim trust(Part policy) {
        return claim(policy, entry(TRUSTS_ALL), TRUSTS_ALL);
    }

    private static Claim claim(Part policy, Function<AllowStatement, Optional<String>> danger, String otherwise) {
        Finding finding = danger(policy, danger);
        return policy.claim(
                Topic.LEAST_PRIVILEGE, finding.has().not(), finding.words().orElse(otherwise));
    }

    private record Finding(Answer has, Optional<String> words) {}

    /** A text that is no policy may turn out to be anything. */
    private static Finding danger(Part policy, Function<AllowStatement, Optional<String>> danger) {
        if (policy.isNull() || policy.text().filter(String::isBlank).isPresent()) {
            return new Finding(Answer.NO, Optional.empty());
        }
        return policy.text()
                .flatMap(AllowStatement::of)
                .map(statements -> first(statements, danger))
                .map(words -> new Finding(Answer.of(words.isPresent()), words))
                .orElse(new Finding(Answer.UNKNOWN, Optional.empty()));
    }

    private static Function<AllowStatement, Optional<String>> entry(String words) {
        return statement -> statement.isForEverybody() ? Optional.of(words) : Optional.empty();
    }

    private static Optional<String> first(
            List<AllowStatement> statements, Function<AllowStatement, Optional<String>> danger) {
        return statements.stream()
                .flatMap(statement -> danger.apply(statement).stream())
                .findFirst();
    }
}
