package dev.corbel.cli.view;

import static dev.corbel.cli.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.terminal.Style;
import dev.corbel.cli.testing.SamplePlan;
import dev.corbel.planner.plan.Action;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanViewTest {
    @Test
    void showsEverythingThatAPlanCanContain() {
        assertGolden("plan/everything.txt", PlanView.render(SamplePlan.everything(), Style.PLAIN));
    }

    @Test
    void coloursDifferFromPlainTextInNothingElse() {
        String coloured = PlanView.render(SamplePlan.everything(), Style.COLOURED);
        assertThat(coloured).contains("\u001b[32m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(PlanView.render(SamplePlan.everything(), Style.PLAIN));
    }

    @Test
    void saysSoWhereNothingChanges() {
        Value object = SamplePlan.object(Map.of("id", SamplePlan.text("1")));
        assertThat(PlanView.render(
                        new SamplePlan()
                                .change(Address.resource("corbel_data", "a"), Action.NO_OP, object, object)
                                .build(),
                        Style.PLAIN))
                .isEqualTo("No changes. Your infrastructure matches the definition.\n");
    }

    @Test
    void neverShowsASecret() {
        assertThat(PlanView.render(SamplePlan.everything(), Style.PLAIN))
                .doesNotContain("old secret", "new secret", "secret token");
    }

    private static String change(String before, String after) {
        String rendered = PlanView.render(
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
}
