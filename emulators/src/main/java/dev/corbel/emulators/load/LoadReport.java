package dev.corbel.emulators.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The answers that a {@link Load} got.
 *
 * @param answers all of them, the first one sent at the front
 */
public record LoadReport(List<Answer> answers) {
    public LoadReport {
        answers = answers.stream().sorted(Comparator.comparing(Answer::sent)).toList();
    }

    /** Those that are not what a user wanted. */
    public List<Answer> failures() {
        return answers.stream().filter(answer -> !answer.succeeded()).toList();
    }

    /** Failures of requests that were sent after a moment. */
    public List<Answer> failuresAfter(Instant moment) {
        return failures().stream()
                .filter(failure -> failure.sent().isAfter(moment))
                .toList();
    }

    /** The first answer of success with such a body. */
    public Optional<Answer> first(Predicate<String> body) {
        return answered(body).stream().min(Comparator.comparing(Answer::received));
    }

    /** The last answer of success with such a body. */
    public Optional<Answer> last(Predicate<String> body) {
        return answered(body).stream().max(Comparator.comparing(Answer::received));
    }

    /** The answers of success with such a body. */
    public List<Answer> answered(Predicate<String> body) {
        return answers.stream()
                .filter(answer -> answer.succeeded() && body.test(answer.body()))
                .toList();
    }

    /** The answers that one client got. */
    public LoadReport ofClient(int number) {
        return new LoadReport(
                answers.stream().filter(answer -> answer.client() == number).toList());
    }

    /** These answers and those of another load, as where each instance has a watcher of its own. */
    public LoadReport and(LoadReport other) {
        return new LoadReport(
                Stream.concat(answers.stream(), other.answers.stream()).toList());
    }

    /** The longest that a request took; nothing where there was none. */
    public Duration slowest() {
        return answers.stream().map(Answer::took).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    @Override
    public String toString() {
        return answers.size() + " requests, " + failures().size() + " failed, the slowest took "
                + slowest().toMillis() + " ms";
    }
}
