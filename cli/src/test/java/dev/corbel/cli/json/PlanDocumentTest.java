package dev.corbel.cli.json;

import static dev.corbel.cli.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.SamplePlan;
import dev.corbel.planner.plan.Plan;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanDocumentTest {
    private static final DocumentForm READ_BY_PEOPLE = new DocumentForm("1.2.3", true);

    @Test
    void holdsEverythingThatAPlanCanContain() {
        assertGolden("plan/everything.json", everything());
    }

    @Test
    void neverHoldsASecret() {
        assertThat(everything()).doesNotContain("old secret", "new secret", "secret token");
    }

    @Test
    void saysWhyNoPlanCameAbout() {
        assertGolden(
                "plan/failure.json",
                PlanDocument.ofFailure(
                        List.of(Diagnostic.error("The file is blank", "").withHint("Write something.")),
                        READ_BY_PEOPLE));
    }

    @Test
    void isOneLineForPrograms() {
        assertThat(PlanDocument.ofFailure(List.of(), new DocumentForm("1.2.3", false)))
                .startsWith(
                        "{\"format_version\":\"1.2\",\"terraform_version\":\"1.11.4\",\"corbel_version\":\"1.2.3\",")
                .containsOnlyOnce("\n")
                .endsWith("\n");
    }

    private static String everything() {
        Plan plan = SamplePlan.everything();
        return PlanDocument.of(plan, DefinitionOutline.of(plan, ProviderCatalog.discover()), READ_BY_PEOPLE);
    }
}
