package dev.corbel.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.Schemas;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Results of tests are valid, and have a case for each object. */
class DriftJunitTest {
    @Test
    void everyObjectIsACaseAndHarmfulTextStaysText() {
        String text = DriftJunit.of(SampleDrift.result(
                SampleDrift.everything("production"),
                SampleDrift.report("b.c", List.of(), List.of(), List.of(Diagnostic.error("Broken <b>", "Here.")))));

        Schemas.assertJunit(text);
        assertThat(text)
                .doesNotContain("<script>", "hunter")
                .contains(
                        "<testsuite name=\"production\" tests=\"8\" failures=\"5\" errors=\"1\" skipped=\"1\">",
                        "<testcase classname=\"production.eu-central-1.orders\""
                                + " name=\"eu-central-1/orders/sim_object.many",
                        "type=\"changed\" message=\"changed (high): ",
                        "<error type=\"unreadable\" message=\"unreadable: ",
                        "<skipped type=\"changed\" message=\"Ignored by drift.groovy:3: load test (team-a) until",
                        "<testsuite name=\"b.c\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">",
                        "<testcase classname=\"b_c\" name=\"environments/b.c.groovy\">",
                        "message=\"Broken &lt;b&gt;\"");
        assertThat(text.chars()).noneMatch(c -> c < ' ' && c != '\n');
    }

    @Test
    void whatWeighsLessThanAskedForPasses() {
        DriftResult all = SampleDrift.result(SampleDrift.everything("production"));

        assertThat(DriftJunit.of(new DriftResult(all.reports(), DriftSeverity.HIGH, "")))
                .contains("tests=\"8\" failures=\"2\" errors=\"1\" skipped=\"1\"");
        assertThat(DriftJunit.of(new DriftResult(all.reports(), DriftSeverity.NOTE, "")))
                .contains("tests=\"8\" failures=\"6\" errors=\"1\" skipped=\"1\"");
    }
}
