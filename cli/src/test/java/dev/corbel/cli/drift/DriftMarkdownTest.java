package dev.corbel.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.engine.drift.DriftReport;
import dev.corbel.planner.drift.DriftKind;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Comments fit, end with a whole row, and hold no markup of others. */
class DriftMarkdownTest {
    @Test
    void harmfulTextStaysText() {
        String text = DriftMarkdown.comment(SampleDrift.result(SampleDrift.everything("production")));

        assertThat(text)
                .startsWith("<!-- corbel-drift production -->\n### Drift in <code>production</code>: 7 findings\n")
                .contains("| severity | kind | object | place | what |", "infra/environments/production.groovy:3")
                .doesNotContain("<script", "@admin", "#1 ", "`", "hunter", "load test", "](");
        assertThat(text.lines().filter(line -> line.startsWith("| ")))
                .hasSize(10)
                .allMatch(line -> line.chars().filter(c -> c == '|').count() == 6 && line.endsWith(" |"));
    }

    @Test
    void theNameOfAnEnvironmentCannotEndTheMarker() {
        assertThat(DriftMarkdown.comment(SampleDrift.result(SampleDrift.report("a-->b", List.of(), List.of()))))
                .startsWith("<!-- corbel-drift a___b -->\n");
    }

    @Test
    void tooManyAreCutBetweenRowsWithTheWorstFirst() {
        String text = DriftMarkdown.comment(SampleDrift.result(SampleDrift.many(2_000)));

        assertThat(text.length()).isBetween(60_000, 65_000);
        List<String> rows = text.lines().filter(line -> line.startsWith("| ")).toList();
        assertThat(rows).allMatch(line -> line.endsWith(" |"));
        assertThat(rows.subList(1, 21)).allMatch(line -> line.startsWith("| high | changed |"));
        assertThat(rows.get(21)).startsWith("| low | changed |");
        assertThat(text)
                .endsWith(String.format(
                                Locale.ROOT,
                                "%n%,d more findings left out here; `corbel drift` shows all.%n",
                                2_001 - rows.size())
                        .replace("\r", ""));
    }

    @Test
    void aNameThatIsVeryLongHidesNoOther() {
        DriftReport report = SampleDrift.report(
                "production",
                List.of(),
                List.of(
                        SampleDrift.of(DriftKind.ORPHAN, DriftSeverity.HIGH, Optional.empty(), "|".repeat(90_000), ""),
                        SampleDrift.of(DriftKind.ORPHAN, DriftSeverity.LOW, Optional.empty(), "the-other", "")));

        assertThat(DriftMarkdown.comment(SampleDrift.result(report))).contains("…", "the-other");
    }

    @Test
    void aSummaryFitsInBytes() {
        String text = DriftMarkdown.summary(SampleDrift.result(SampleDrift.many(20_000)));

        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(990_000, 1_000_000);
    }

    @Test
    void severalEnvironmentsAreSummedUpOneByOneAndTheirErrorsNamed() {
        String text = DriftMarkdown.comment(SampleDrift.result(IntStream.range(0, 150)
                .mapToObj(i ->
                        SampleDrift.report("e" + i, List.of(), List.of(), List.of(Diagnostic.error("Broken", "Here."))))
                .toArray(DriftReport[]::new)));

        assertThat(text)
                .startsWith("<!-- corbel-drift all environments -->\n### No drift\n\n- <code>e0</code>: ")
                .contains(
                        "- 50 more environments\n",
                        "- **Error** Broken at <code>infra/environments/e0.groovy:1</code>\n",
                        "- 130 more errors\n");
    }
}
