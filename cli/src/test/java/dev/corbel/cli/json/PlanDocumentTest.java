package dev.corbel.cli.json;

import static dev.corbel.cli.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.SamplePlan;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanDocumentTest {
    @Test
    void holdsEverythingThatAPlanCanContain() {
        assertGolden("plan/everything.json", PlanDocument.of(SamplePlan.everything(), "1.2.3"));
    }

    @Test
    void neverHoldsASecret() {
        assertThat(PlanDocument.of(SamplePlan.everything(), "1.2.3"))
                .doesNotContain("old secret", "new secret", "secret token");
    }

    @Test
    void saysWhyNoPlanCameAbout() {
        assertGolden(
                "plan/failure.json",
                PlanDocument.ofFailure(
                        List.of(Diagnostic.error("The file is blank", "").withHint("Write something.")), "1.2.3"));
    }
}
