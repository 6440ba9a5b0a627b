package dev.corbel.cli.view;

import static dev.corbel.cli.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.SamplePlan;
import dev.corbel.planner.plan.Action;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanPageTest {
    @Test
    void showsEverythingThatAPlanCanContain() {
        assertGolden("plan/everything.html", PlanPage.render(SamplePlan.everything()));
    }

    @Test
    void takesNothingFromElsewhereAndNeverShowsASecret() {
        assertThat(PlanPage.render(SamplePlan.everything()))
                .doesNotContain(
                        "old secret", "new secret", "secret token", "<script", "src=", "href=", "url(", "@import");
    }

    @Test
    void showsMarkupInValuesAsText() {
        String page = PlanPage.render(new SamplePlan()
                .change(
                        Address.resource("corbel_data", "a").withKey("<b>"),
                        Action.CREATE,
                        Value.ofNull(),
                        SamplePlan.object(Map.of("input", SamplePlan.text("<script>alert('x')</script>&"))))
                .build());
        assertThat(page)
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;", "[&quot;&lt;b&gt;&quot;]")
                .doesNotContain("<script", "<b>");
    }
}
