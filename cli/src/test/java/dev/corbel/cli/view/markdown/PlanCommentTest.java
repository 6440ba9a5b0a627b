package dev.corbel.cli.view.markdown;

import static dev.corbel.cli.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.place.Place;
import dev.corbel.cli.place.Places;
import dev.corbel.cli.testing.SamplePlan;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.CheckResult;
import dev.corbel.planner.plan.Plan;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlanCommentTest {
    private static final String NASTY = "@octocat fixes #1 | `code` <img src=x> **bold** </pre> [a](b)";

    private static String comment(Plan plan) {
        return PlanComment.render(plan, address -> Optional.of(new Place("environments/sample.groovy", 3)));
    }

    private static Plan deletions(int count) {
        SamplePlan plan = new SamplePlan();
        for (int i = 0; i < count; i++) {
            plan.delete(
                    Address.resource("sim_object", "o" + i),
                    ActionReason.DELETE_BECAUSE_NO_RESOURCE_CONFIG,
                    SamplePlan.object(Map.of("name", SamplePlan.text("name of " + i))));
        }
        return plan.build();
    }

    @Test
    void showsEverythingThatAPlanCanContain() {
        assertGolden("plan/everything.md", comment(SamplePlan.everything()));
    }

    @Test
    void nothingInAValueNameOrMessageIsMarkup() {
        String comment = comment(new SamplePlan()
                .change(
                        Address.resource("corbel_data", "a").withKey(NASTY),
                        Action.CREATE,
                        Value.ofNull(),
                        SamplePlan.object(Map.of("input", SamplePlan.text(NASTY))))
                .check(NASTY, CheckResult.Status.FAIL, NASTY)
                .diagnostic(Diagnostic.warning(NASTY, NASTY))
                .build());
        assertThat(comment).doesNotContain("@", " #1", "`", "<img").containsOnlyOnce("</pre>");
        assertThat(comment.replaceAll("(?s)<pre.*</pre>", "")).doesNotContain("**bold", "[a]");
        assertThat(comment.lines().filter(line -> line.startsWith("| ") && !line.startsWith("| |")))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.split("\\|", -1)).hasSize(6));
        assertThat(comment).contains("&#64;octocat fixes &#35;1 &#124;", "&#64;&#8288;octocat fixes &#35;&#8288;1");
    }

    @Test
    void neverShowsASecret() {
        assertThat(comment(SamplePlan.everything())).doesNotContain("old secret", "new secret", "secret token");
    }

    @Test
    void isCutBetweenRowsAndSaysHowManyAreMissing() {
        String comment = comment(deletions(3_000));
        assertThat(comment.length()).isBetween(60_000, PlanComment.MAX_LENGTH);
        assertThat(comment)
                .contains("**Plan: 0 to add, 0 to change, 3000 to destroy.**")
                .containsPattern("\\|\n\n\\d+ more\n\n")
                .containsPattern("\n\\d+ rows have no room here\\. `corbel plan --html FILE` shows all\\.\n$");
        assertThat(comment.lines().filter(line -> line.startsWith("|")))
                .allSatisfy(row -> assertThat(row).endsWith("|"));
        long shown = comment.lines()
                .filter(line -> line.startsWith("| <code>-</code> | <code>sim"))
                .count();
        long unfolded = Pattern.compile("(?m)(?:^|>)- sim_object\\.o")
                .matcher(comment)
                .results()
                .count();
        // Each stands among the dangers, in its table and in the details.
        assertThat(comment).contains("\n" + (3 * 3_000 - shown - unfolded) + " rows have no room here.");
    }

    @Test
    void elementsThatAreBegunAreClosed() {
        String comment = comment(deletions(250));
        assertThat(comment).contains("<details>").endsWith(" shows all.\n");
        assertThat(comment.split("<pre", -1)).hasSameSizeAs(comment.split("</pre>", -1));
        assertThat(comment.split("<details>", -1)).hasSameSizeAs(comment.split("</details>", -1));
        assertThat(comment.length()).isLessThanOrEqualTo(PlanComment.MAX_LENGTH);
    }

    @Test
    void saysWhyThereIsNoPlan() {
        assertThat(PlanComment.ofFailure("staging", List.of(Diagnostic.error("It fails", "Really."))))
                .isEqualTo("""
                    <!-- corbel-plan staging -->
                    ### Plan of <code>staging</code>

                    **There is no plan.**

                    #### Problems

                    - **Error** It fails<br>Really.

                    """);
    }

    @Test
    void placesAreNotNeeded() {
        assertThat(PlanComment.render(deletions(1), Places.NONE)).contains("| <code>sim_object.o0</code> |");
    }
}
