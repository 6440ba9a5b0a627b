package dev.corbel.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.cli.drift.ReportPart.DamagedReportException;
import dev.corbel.cli.terminal.Style;
import dev.corbel.cli.testing.Schemas;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our own JSON keeps to its schema, and says all that other formats need. */
class DriftJsonTest {
    private static final Diagnostic ERROR = Diagnostic.error("Broken", "Here.")
            .at(SampleDrift.object(1))
            .at(SourceRange.at("environments/b.groovy", 3, 4))
            .withHint("Mend it.");

    private static final DriftResult ALL = new DriftResult(
            List.of(
                    SampleDrift.everything("a"),
                    SampleDrift.report("b", List.of(SampleDrift.object(1)), List.of(), List.of(ERROR))),
            DriftSeverity.LOW,
            "infra/",
            Optional.of(new Shard(2, 3)));

    @Test
    void itKeepsToItsSchema() {
        Schemas.assertDriftJson(DriftJson.of(ALL, "1.2.3"));
        Schemas.assertDriftJson(DriftJson.of(SampleDrift.result(), "1.2.3"));
        assertThatThrownBy(
                        () -> Schemas.assertDriftJson(DriftJson.of(ALL, "1.2.3").replace("\"serial\"", "\"cereal\"")))
                .hasMessageContaining("serial");
    }

    @Test
    void whatIsReadBackLooksTheSameInEveryFormat() {
        DriftJsonReader.Contents read = DriftJsonReader.read(DriftJson.of(ALL, "1.2.3"));
        DriftResult again = new DriftResult(read.reports(), DriftSeverity.LOW, "infra/", read.shard());

        assertThat(DriftJson.of(again, "1.2.3"))
                .isEqualTo(DriftJson.of(ALL, "1.2.3"))
                .doesNotContain("hunter");
        assertThat(new DriftText(Style.PLAIN).render(again)).isEqualTo(new DriftText(Style.PLAIN).render(ALL));
        assertThat(DriftSarif.of(again, "1.2.3")).isEqualTo(DriftSarif.of(ALL, "1.2.3"));
        assertThat(DriftJunit.of(again)).isEqualTo(DriftJunit.of(ALL));
        assertThat(DriftMarkdown.comment(again)).isEqualTo(DriftMarkdown.comment(ALL));
        assertThat(DriftGithub.of(again)).isEqualTo(DriftGithub.of(ALL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense | It is no JSON.",
                "[] | An object is missing where there should be one.",
                "{} | Its \"format\" is missing, or of the wrong kind.",
                "{\"format\": \"x\"} | Its \"format\" is \"x\".",
                "{\"format\": \"corbel-drift\", \"version\": 2} | It has version 2; this Corbel knows 1.",
                "{\"format\": \"corbel-drift\", \"version\": 1.5} | Its \"version\" is missing, or of the wrong kind.",
                "{\"format\": \"corbel-drift\", \"version\": 1} | Its \"environments\" is missing, or of the wrong"
                        + " kind.",
            })
    void whatIsNoReportIsRefused(String text, String problem) {
        assertThatThrownBy(() -> DriftJsonReader.read(text))
                .isInstanceOf(DamagedReportException.class)
                .hasMessage(problem);
    }

    @Test
    void whatThisVersionDoesNotKnowIsRefused() {
        String text = DriftJson.of(ALL, "1.2.3");

        assertThatThrownBy(() -> DriftJsonReader.read(text.replace("\"kind\":\"orphan\"", "\"kind\":\"stray\"")))
                .hasMessage("This Corbel does not know \"stray\".");
        assertThatThrownBy(() -> DriftJsonReader.read(text.replace("\"start\":", "\"begin\":")))
                .hasMessage("A range has no start.");
        assertThatThrownBy(() -> DriftJsonReader.read(text.replace("\"line\":12", "\"line\":0")))
                .hasMessageStartingWith("A value in it cannot be: not a range");
    }
}
