package dev.corbel.cli.json;

import static dev.corbel.cli.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.SampleEvents;
import dev.corbel.cli.testing.SamplePlan;
import dev.corbel.planner.plan.Plan;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    @Test
    void tellsEverythingThatCanHappenInALineEach() {
        Plan plan = SamplePlan.everything();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        EventStream events = new EventStream(
                new PrintStream(lines, true, StandardCharsets.UTF_8), () -> Instant.parse("2025-01-02T03:04:05Z"));
        events.version("1.2.3");
        events.planned(plan, "plan");
        SampleEvents.all().forEach(events::on);
        events.problem(Diagnostic.error("It failed", "Really."));
        assertGolden("events.jsonl", lines.toString(StandardCharsets.UTF_8));
    }

    @Test
    void saysWhereNothingHadToBeReplacedAfterAll() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        EventStream events = new EventStream(
                new PrintStream(lines, true, StandardCharsets.UTF_8), () -> Instant.parse("2025-01-02T03:04:05Z"));
        SampleEvents.standing().forEach(events::on);
        assertThat(lines.toString(StandardCharsets.UTF_8))
                .contains(
                        "\"sim_object.same: create not needed, found after 0 s\"",
                        "\"sim_object.same: delete not needed, found after 0 s\"",
                        "\"sim_object.near: update instead of create complete after 0 s\"");
    }
}
