package dev.corbel.cli.view;

import static dev.corbel.cli.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.place.Place;
import dev.corbel.cli.terminal.Hyperlinks;
import dev.corbel.cli.terminal.Style;
import dev.corbel.cli.testing.SamplePlan;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.Plan;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanViewTest {
    private static String render(Plan plan, Style style) {
        return PlanView.render(plan, style, PlanLinks.NONE);
    }

    @Test
    void showsEverythingThatAPlanCanContain() {
        assertGolden("plan/everything.txt", render(SamplePlan.everything(), Style.PLAIN));
    }

    @Test
    void coloursDifferFromPlainTextInNothingElse() {
        String coloured = render(SamplePlan.everything(), Style.COLOURED);
        assertThat(coloured).contains("\u001b[32m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(render(SamplePlan.everything(), Style.PLAIN));
    }

    @Test
    void saysSoWhereNothingChanges() {
        Value object = SamplePlan.object(Map.of("id", SamplePlan.text("1")));
        assertThat(render(
                        new SamplePlan()
                                .change(Address.resource("corbel_data", "a"), Action.NO_OP, object, object)
                                .build(),
                        Style.PLAIN))
                .isEqualTo("No changes. Your infrastructure matches the definition.\n");
    }

    @Test
    void neverShowsASecret() {
        assertThat(render(SamplePlan.everything(), Style.PLAIN))
                .doesNotContain("old secret", "new secret", "secret token");
    }

    private static String change(String before, String after) {
        String rendered = render(
                new SamplePlan()
                        .change(
                                Address.resource("corbel_data", "a"),
                                Action.UPDATE,
                                SamplePlan.object(Map.of("input", SamplePlan.text(before))),
                                SamplePlan.object(Map.of("input", SamplePlan.text(after))))
                        .build(),
                Style.PLAIN);
        return rendered.lines()
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .map(String::strip)
                .reduce("", (one, two) -> one + two + "\n");
    }

    @Test
    void linesThatEndDifferentlyLookDifferent() {
        assertThat(change("a\r\nb\n", "a\nb\n")).isEqualTo("""
                ~ input = \"""
                - a\\r
                + a
                b
                \"""
                """);
        assertThat(change("a\r\nb", "a\\r\nb")).isEqualTo("""
                ~ input = \"""
                - a\\r
                + a\\\\r
                b
                \"""
                """);
        assertThat(change("a\rb", "a\nb")).contains("- a\\rb", "+ a", "+ b");
        assertThat(change("a", "a\r")).isEqualTo("~ input = \"a\" -> \"a\\r\"\n");
    }

    @Test
    void whatCannotBeSeenIsSpeltOut() {
        assertThat(change("b", "b\u200b")).isEqualTo("~ input = \"b\" -> \"b\\u200b\"\n");
        assertThat(change("b", "\u202eb\u00a0")).isEqualTo("~ input = \"b\" -> \"\\u202eb\\u00a0\"\n");
        assertThat(change("a\nb", "a\nb\ufeff")).contains("- b\n", "+ b\\ufeff\n");
    }

    @Test
    void theSummaryIsAPartOfTheWhole() {
        String summary = PlanView.summary(SamplePlan.everything(), Style.PLAIN);
        assertThat(summary).isEqualTo("""
            Summary
              (top level)   1 to add, 1 to forget, 1 to move or adopt
              eu-central-1  1 to change, 1 to replace, 1 to destroy
                orders      1 to change, 1 to replace
                  database  1 to replace

            Besides: 1 to move, 1 to forget.
            Plan: 2 to add, 1 to change, 2 to destroy.
            """);
        assertThat(summary.lines()).allMatch(render(SamplePlan.everything(), Style.PLAIN)::contains);
    }

    @Test
    void instancesThatChangeInTheSameWayAreCounted() {
        SamplePlan plan = new SamplePlan();
        for (int i = 0; i < 300; i++) {
            plan.change(
                    Address.resource("corbel_data", "o").withKey("o" + i),
                    Action.CREATE,
                    Value.ofNull(),
                    SamplePlan.object(Map.of("input", SamplePlan.text("o" + i))));
        }
        assertThat(render(plan.build(), Style.PLAIN)).isEqualTo("""
              + corbel_data.o["o0"]
                  + input = "o0"
              + corbel_data.o["o1"]
                  + input = "o1"
                  # 298 more alike: ["o2"] to ["o299"]

            Plan: 300 to add, 0 to change, 0 to destroy.
            """);
    }

    @Test
    void resourcesLeadToTheirLinesWhereTheTerminalHasLinks(@TempDir Path directory) throws IOException {
        Path file = Files.createDirectories(directory.resolve("my project")).resolve("a.groovy");
        Files.writeString(file, "");
        PlanLinks links = new PlanLinks(
                new SourceLinks(Hyperlinks.ALLOWED, directory),
                () -> address -> address.equals(Address.resource("corbel_data", "first"))
                        ? Optional.of(new Place("my project/a.groovy", 7))
                        : Optional.empty());
        assertThat(PlanView.render(SamplePlan.everything(), Style.PLAIN, links))
                .contains("  + \u001b]8;;" + file.toUri() + "#7\u001b\\corbel_data.first" + "\u001b]8;;\u001b\\\n")
                .contains("  . corbel_data.left  # no longer managed");
    }
}
