package dev.corbel.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.engine.drift.DriftReport;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Commands stay within what GitHub shows, and no text of others becomes one. */
class DriftGithubTest {
    private static final Pattern COMMAND =
            Pattern.compile("::(error|warning|notice)( file=[^:,]+,line=[0-9]+,title=[^:,]+)?::.*");

    @Test
    void harmfulTextBeginsNoCommand() {
        String text = DriftGithub.of(SampleDrift.result(SampleDrift.everything("production")));

        assertThat(text.lines().limit(9)).allMatch(line -> COMMAND.matcher(line).matches());
        assertThat(text.lines().skip(9))
                .containsExactly(
                        "Environment production: Drift: 3 changed, 1 attached, 1 orphan, 2 violation as far as could"
                                + " be read (1 could not). 6 objects, 3 calls, 1 ignored.");
        assertThat(text.chars()).noneMatch(c -> c < ' ' && c != '\n');
        assertThat(text)
                .startsWith("::error file=infra/environments/production.groovy,line=3,title=production%3A changed"
                        + " (high)::eu-central-1/orders/sim_object.many[\"1\"].value: \"before\" →"
                        + " \"x%250A::error::pwn\\n")
                .doesNotContain("hunter");
    }

    @Test
    void aLineThatBeginsWithTextOfOthersIsNoCommandOfTheOldForm() {
        DriftReport odd = SampleDrift.report("##[error]x", List.of(), List.of());

        assertThat(DriftGithub.of(SampleDrift.result(odd))).startsWith("Environment ## [error]x: No drift.");
    }

    @Test
    void noLevelHasMoreThanGithubShows() {
        List<DriftReport> reports = new ArrayList<>();
        reports.add(SampleDrift.many(3_000));
        reports.add(
                SampleDrift.report("b", List.of(), List.of(), List.of(Diagnostic.error("One: a,b\nc", "Two: a,b"))));

        String text = DriftGithub.of(new DriftResult(reports, DriftSeverity.LOW, "infra/"));

        List<String> errors =
                text.lines().filter(line -> line.startsWith("::error")).toList();
        assertThat(errors).hasSize(10);
        assertThat(errors.get(0))
                .isEqualTo("::error file=infra/environments/b.groovy,line=1,title=One%3A a%2Cb\\nc::Two: a,b");
        assertThat(errors.get(9)).isEqualTo("::error::22 more of this level; the summary of the job has them.");
        assertThat(text.lines().filter(line -> line.startsWith("::notice")))
                .hasSize(10)
                .last()
                .isEqualTo("::notice::2961 more of this level; the summary of the job has them.");
    }
}
