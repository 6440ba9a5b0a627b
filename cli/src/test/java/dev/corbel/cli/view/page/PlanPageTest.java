package dev.corbel.cli.view.page;

import static dev.corbel.cli.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.place.Place;
import dev.corbel.cli.place.Places;
import dev.corbel.cli.testing.SamplePlan;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.Plan;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlanPageTest {
    private static final Value GONE = Value.ofNull();
    private static final Value OBJECT = SamplePlan.object(Map.of("id", SamplePlan.text("1")));

    private static String page(Plan plan) {
        return PlanPage.render(plan, Places.NONE);
    }

    private static List<String> all(String page, String expression) {
        return Pattern.compile(expression)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void showsEverythingThatAPlanCanContain() {
        assertGolden(
                "plan/everything.html",
                PlanPage.render(
                        SamplePlan.everything(),
                        address -> address.equals(SamplePlan.APP)
                                ? Optional.of(new Place("environments/sample.groovy", 12))
                                : Optional.empty()));
    }

    @Test
    void takesNothingFromElsewhereAndNeverShowsASecret() {
        String page = page(SamplePlan.everything());
        assertThat(page)
                .doesNotContain("old secret", "new secret", "secret token", "src=", "url(", "@import", "http://www");
        assertThat(all(page, "href=\"[^\"]*")).isNotEmpty().allMatch(link -> link.startsWith("href=\"#"));
    }

    @Test
    void namesTheDigestsOfItsOnlyStyleAndScript() throws NoSuchAlgorithmException {
        String page = page(SamplePlan.everything());
        assertThat(all(page, "<(script|style)")).containsExactly("<style", "<script");
        for (String name : List.of("style", "script")) {
            String content =
                    page.substring(page.indexOf("<" + name + ">") + name.length() + 2, page.indexOf("</" + name + ">"));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            assertThat(page)
                    .contains(name + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }
        assertThat(page).contains("content=\"default-src 'none'; style-src ").doesNotContain(" style=", "unsafe");
    }

    @Test
    void showsMarkupInValuesAsText() {
        String page = page(new SamplePlan()
                .change(
                        Address.resource("corbel_data", "a").withKey("<b>"),
                        Action.CREATE,
                        GONE,
                        SamplePlan.object(Map.of("input", SamplePlan.text("<script>alert('x')</script>&"))))
                .build());
        assertThat(page)
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;", "[&quot;&lt;b&gt;&quot;]")
                .containsOnlyOnce("<script")
                .doesNotContain("<b>");
    }

    @Test
    void countsInNaturalOrderAndRepeatsNoComponentInItsRows() {
        SamplePlan plan = new SamplePlan();
        for (String key : List.of("o10", "o2", "o1", "o0")) {
            plan.change(SamplePlan.APP.child("sim_object", "a").withKey(key), Action.CREATE, GONE, OBJECT);
        }
        String page = page(plan.build());
        assertThat(all(page, "(?<=<span class=\"add\">)\\+ sim_object[^<]*"))
                .containsExactly(
                        "+ sim_object.a[&quot;o0&quot;]",
                        "+ sim_object.a[&quot;o1&quot;]",
                        "+ sim_object.a[&quot;o2&quot;]",
                        "+ sim_object.a[&quot;o10&quot;]");
        assertThat(page)
                .contains("<h2 title=\"eu-central-1\">region eu-central-1 <span class=\"note\">4 to add</span></h2>")
                .contains("<h3 title=\"eu-central-1 / orders\">app orders <span class=\"note\">4 to add</span></h3>")
                .contains("<summary title=\"eu-central-1/orders/sim_object.a[&quot;o10&quot;]\">");
    }

    @Test
    void listsDangersFirstWithTheirReasons() {
        String page = page(new SamplePlan()
                .change(Address.resource("corbel_data", "new"), Action.CREATE, GONE, OBJECT)
                .delete(Address.resource("sim_object", "old"), ActionReason.DELETE_BECAUSE_NO_RESOURCE_CONFIG, OBJECT)
                .replace(Address.resource("sim_object", "other"), OBJECT, OBJECT, ValuePath.of("fixed"))
                .change(Address.resource("sim_object", "left"), Action.FORGET, OBJECT, GONE)
                .build());
        String dangers =
                page.substring(page.indexOf("<section id=\"dangers\">"), page.indexOf("<section id=\"counts\">"));
        assertThat(all(dangers, "(?<=<li>).*(?=</li>)"))
                .containsExactly(
                        "<a class=\"remove\" href=\"#change/sim_object.other\">-/+ sim_object.other</a>"
                                + " <span class=\"note\"># must be replaced, because of fixed</span>",
                        "<a class=\"remove\" href=\"#change/sim_object.old\">- sim_object.old</a>"
                                + " <span class=\"note\"># it is not in the definition</span>",
                        "<a class=\"change\" href=\"#change/sim_object.left\">. sim_object.left</a>"
                                + " <span class=\"note\"># no longer managed, stays as it is</span>");
    }

    @Test
    void rowsHaveNamesThatNoOtherRowHas() {
        Address app = SamplePlan.REGION.child("app", "x");
        Address bucket = SamplePlan.REGION.child("bucket", "x");
        String page = page(new SamplePlan()
                .change(app.child("sim_object", "a").withKey("with space"), Action.CREATE, GONE, OBJECT)
                .change(bucket.child("sim_object", "a").withKey("with space"), Action.CREATE, GONE, OBJECT)
                .drifted(app.child("sim_object", "a").withKey("with space"), OBJECT, GONE)
                .build());
        List<String> names = all(page, "(?<=class=\"row\" id=\")[^\"]*");
        assertThat(names).doesNotHaveDuplicates().hasSize(3).noneMatch(name -> name.contains(" "));
        assertThat(page)
                .contains("href=\"#change/region:eu-central-1/app:x/sim_object.a%5B%22with%5Cu0020space%22%5D\"");
    }

    @Test
    void showsTheProblemsOfAPlanThatCannotBeApplied() {
        assertThat(page(new SamplePlan()
                        .diagnostic(Diagnostic.error("It <fails>", "Really."))
                        .build()))
                .contains("<span class=\"remove\">Error: It &lt;fails&gt;</span><br>Really.</li>");
    }
}
