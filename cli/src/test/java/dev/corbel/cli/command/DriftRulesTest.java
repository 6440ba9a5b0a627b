package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drift that rules and baselines keep from counting. */
class DriftRulesTest extends DriftFixture {
    @Test
    void aRuleKeepsItFromCountingUntilItsLastDay() {
        String until = LocalDate.now(ZoneOffset.UTC).plusDays(40).toString();
        String rule = """
                ignoreDrift('sim_object.*') {
                    attribute = 'value'; kinds = ['changed']; reason = 'load test'; owner = 'team-a'; until = '%s'
                }
                """.formatted(until);
        Project project = applied(TWO + rule);
        CommandRun unused = project.run("drift");
        assertThat(unused.exitCode()).isZero();
        assertThat(unused.out())
                .contains("unused-rule  ignoreDrift sim_object.*  at environments/default.groovy:4")
                .contains("Take it away, or correct its scope. Its owner is team-a.");
        edit("a", "\"value\" : \"x\"", "\"value\" : \"y\"");

        CommandRun ignored = project.run("drift");

        assertThat(ignored.exitCode()).as(ignored.err()).isZero();
        assertThat(ignored.out()).isEqualTo("No drift. 2 objects, 4 calls, 1 ignored.\n");
        assertThat(project.run("drift", "--format", "json").out())
                .contains("\"suppressed\":{\"by\":\"rule\",\"rule\":\"environments/default.groovy:4\","
                        + "\"reason\":\"load test\",\"owner\":\"team-a\",\"until\":\"" + until + "\"}");

        LocalDate end = LocalDate.parse(until);
        CommandRun lastDay = project.run("drift", "--as-of", until);
        CommandRun dayAfter = project.run("drift", "--as-of", end.plusDays(1).toString());

        assertThat(lastDay.exitCode()).isZero();
        assertThat(lastDay.err()).contains("Warning: A rule that ignores drift ends soon");
        assertThat(dayAfter.exitCode()).isEqualTo(2);
        assertThat(dayAfter.out()).contains("Drift: 1 changed, 1 expired-rule.");
    }

    @Test
    void aRuleOfTheProjectHoldsForAllEnvironments() {
        String until = LocalDate.now(ZoneOffset.UTC).plusDays(40).toString();
        Project project = applied(TWO)
                .write(
                        "drift.groovy",
                        "ignoreDrift('sim_object.a') { reason = 'load test'; owner = 'team-a'; until = '" + until
                                + "' }\n");
        edit("a", "\"value\" : \"x\"", "\"value\" : \"y\"");

        assertThat(project.succeed("drift").out()).isEqualTo("No drift. 2 objects, 4 calls, 1 ignored.\n");
    }

    @Test
    void anOrphanIsIgnoredByARuleOnItsTypeAndId() {
        String until = LocalDate.now(ZoneOffset.UTC).plusDays(40).toString();
        Project project = applied(TWO + """
                ignoreDrift('sim_object.left') { kinds = ['orphan']; reason = 'r'; owner = 'o'; until = '%s' }
                """.formatted(until));
        project.write(".simulator/objects/left.json", "{\"value\": 1, \"token\": \"by-hand\"}");

        CommandRun drift = project.run("drift");

        assertThat(drift.exitCode()).as(drift.out() + drift.err()).isZero();
        assertThat(drift.out()).isEqualTo("No drift. 2 objects, 5 calls, 1 ignored.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "until = 'soon' | \"soon\" is no date",
                "until = '2999-01-01' | \"until\" of ignoreDrift is more than 366 days ahead",
                "until = '2026-12-01'; kinds = ['chnged'] | \"chnged\" is no kind of drift",
                "kinds = ['changed'] | \"until\" is missing",
            })
    void aRuleWithoutAnEndIsAnError(String contents, String summary) {
        Project project =
                Project.of(directory, TWO + "ignoreDrift('**') { reason = 'r'; owner = 'o'; " + contents + " }\n");

        CommandRun validate = project.run("validate");

        assertThat(validate.exitCode()).isEqualTo(1);
        assertThat(validate.err()).contains("Error: " + summary, "environments/default.groovy:4:");
    }

    @Test
    void whatIsInABaselineCountsOnceItsValueChanges() {
        Project project = applied(TWO);
        edit("a", "\"value\" : \"x\"", "\"value\" : \"y\"");
        CommandRun written = project.run("drift", "--write-baseline", "drift-baseline.json");
        assertThat(written.exitCode()).as(written.err()).isZero();
        assertThat(written.out()).isEqualTo("No drift. 2 objects, 4 calls, 1 ignored.\n");
        assertThat(read("drift-baseline.json")).doesNotContain("\"y\"").contains("corbel-baseline");

        CommandRun known = project.run("drift", "--baseline", "drift-baseline.json", "--format", "json");
        assertThat(known.exitCode()).isZero();
        assertThat(known.out()).contains("\"suppressed\":{\"by\":\"baseline\",\"rule\":\"drift-baseline.json\"");

        edit("a", "\"value\" : \"y\"", "\"value\" : \"z\"");
        assertThat(project.run("drift", "--baseline", "drift-baseline.json").exitCode())
                .isEqualTo(2);

        edit("a", "\"value\" : \"z\"", "\"value\" : \"x\"");
        CommandRun gone = project.run("drift", "--baseline", "drift-baseline.json");
        assertThat(gone.exitCode()).isZero();
        assertThat(gone.err()).contains("1 of the baseline drift-baseline.json are gone.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | It is no JSON in line 1.",
                "{\"format\": \"other\"} | Its \"format\" is not \"corbel-baseline\".",
                "{\"format\": \"corbel-baseline\", \"version\": 2} | It has version 2; this Corbel knows 1.",
            })
    void aBaselineThatIsNoneIsAnError(String text, String reason) {
        Project project = applied(TWO).write("baseline.json", text);

        CommandRun run = project.run("drift", "--baseline", "baseline.json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Error: baseline.json is no baseline", reason);
        assertThat(project.run("drift", "--baseline", "none.json").err())
                .contains("Error: The baseline none.json does not exist");
    }

    @Test
    void aRuleNamesTheKindsThatItIsAbout() {
        String until = LocalDate.now(ZoneOffset.UTC).plusDays(40).toString();
        Project project = applied(TWO + """
                ignoreDrift('sim_object.stranger') { kinds = ['unmanaged']; reason = 'r'; owner = 'o'; until = '%s' }
                ignoreDrift('sim_object.a') { kinds = ['recreated']; reason = 'r'; owner = 'o'; until = '%s' }
                ignoreDrift('sim_object.b') { kinds = ['recreated']; reason = 'r'; owner = 'o'; until = '%s' }
                """.formatted(until, until, until));
        project.write(".simulator/objects/stranger.json", "{\"value\": 1}");
        String first = object("a");
        project.write(".simulator/objects/anew.json", "{\"name\": \"a\", \"value\": \"x\"}");
        assertThat(directory.resolve(first).toFile().delete()).isTrue();
        edit("b", "\"name\" : \"b\"", "\"name\" : \"c\"");

        CommandRun drift = project.run("drift", "--unmanaged", "all");

        assertThat(drift.exitCode()).as(drift.out() + drift.err()).isEqualTo(2);
        assertThat(drift.out()).contains("Drift: 1 changed. ", ", 2 ignored.", "unused-rule  ignoreDrift sim_object.b");
    }

    private String counted(String condition, String value) {
        String until = LocalDate.now(ZoneOffset.UTC).plusDays(40).toString();
        Project project = applied(TWO + """
                ignoreDrift('sim_object.a') { kinds = ['changed']; when { %s }; reason = 'r'; owner = 'o'; until = '%s' }
                """.formatted(condition, until));
        edit("a", "\"value\" : \"x\"", "\"value\" : " + value);
        return project.run("drift").out();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it.after >= 2 | 3 | No drift. 2 objects",
                "it.after >= 2 | 1 | Drift: 1 changed.",
                "drift -> drift.kind == 'changed' && drift.before == 'x' && drift.address == 'sim_object.a' | 3 | No drift.",
                "it.type == 'sim_object' && it.attribute == 'value' && it.severity == 'medium' | 3 | No drift.",
                "it.nobody == 1 | 3 | Drift: 1 changed.",
                "it.after > 'x'.length() + it.nobody | 3 | Drift: 1 changed.",
            })
    void aRuleLooksAtTheFinding(String condition, String value, String sum) {
        assertThat(counted(condition, value)).contains(sum);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "when { a, b -> true } | \"when\" gets the finding as one value",
                "when { true }; when { true } | \"when\" stands twice",
                "when('x') { true } | \"when\" takes no arguments",
                "wen { true } | Did you mean \"when\"?",
            })
    void aConditionThatIsNoneIsAnError(String contents, String problem) {
        Project project = Project.of(
                directory,
                TWO + "ignoreDrift('**') { reason = 'r'; owner = 'o'; until = '2026-12-01'; " + contents + " }\n");

        assertThat(project.run("validate").err()).contains(problem, "environments/default.groovy:4:");
    }
}
