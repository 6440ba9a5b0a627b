package dev.corbel.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.corbel.cli.testing.Schemas;
import dev.corbel.engine.drift.DriftReport;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Results of static analysis are valid, stay within the limits of their readers, and name places of the repository. */
class DriftSarifTest {
    private static JsonNode runs(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text).path("runs");
    }

    private static List<String> fingerprints(DriftResult result) throws JsonProcessingException {
        List<String> found = new ArrayList<>();
        for (JsonNode finding : runs(DriftSarif.of(result, "1.2.3")).path(0).path("results")) {
            found.add(
                    finding.path("partialFingerprints").path("corbelFinding/v1").asText());
        }
        return found;
    }

    @Test
    void everySortOfFindingIsValidAndHasAPlace() throws JsonProcessingException {
        String text = DriftSarif.of(
                SampleDrift.result(
                        SampleDrift.everything("production"),
                        SampleDrift.report("b", List.of(), List.of(), List.of(Diagnostic.error("Broken", "Here.")))),
                "1.2.3");

        Schemas.assertSarif(text);
        assertThat(text).hasLineCount(1).doesNotContain("hunter").doesNotContain("](http");
        JsonNode run = runs(text).path(0);
        assertThat(run.path("automationDetails").path("id").asText()).isEqualTo("corbel-drift/production/");
        assertThat(run.path("results")).hasSize(10).allSatisfy(found -> {
            JsonNode place = found.path("locations").path(0).path("physicalLocation");
            assertThat(place.path("artifactLocation").path("uri").asText())
                    .isEqualTo("infra/environments/production.groovy");
            assertThat(place.path("region").path("startLine").asInt()).isPositive();
            assertThat(found.path("message").path("text").asText().chars()).noneMatch(c -> c < ' ');
            String rule = run.path("tool")
                    .path("driver")
                    .path("rules")
                    .path(found.path("ruleIndex").asInt())
                    .path("id")
                    .asText();
            assertThat(found.path("ruleId").asText()).isEqualTo(rule);
        });
        assertThat(run.path("results").findValuesAsText("level"))
                .containsExactly(
                        "error", "error", "warning", "warning", "warning", "warning", "note", "note", "note",
                        "warning");
        assertThat(run.path("results").findValuesAsText("ruleId"))
                .contains("policy/public-exposure", "policy/own%5D%28http");
        assertThat(run.path("results")
                        .path(9)
                        .path("suppressions")
                        .path(0)
                        .path("justification")
                        .asText())
                .isEqualTo("Ignored by drift.groovy:3: load test (team-a) until 2027-03-31.");
        JsonNode broken = runs(text).path(1).path("invocations").path(0);
        assertThat(broken.path("executionSuccessful").asBoolean()).isFalse();
        assertThat(broken.path("toolExecutionNotifications")
                        .path(0)
                        .path("message")
                        .path("text")
                        .asText())
                .isEqualTo("Broken. Here.");
    }

    @Test
    void ofTooManyTheWorstStayAndTheRestIsCounted() throws JsonProcessingException {
        String text = DriftSarif.of(SampleDrift.result(SampleDrift.many(6_000)), "1.2.3");

        Schemas.assertSarif(text);
        JsonNode run = runs(text).path(0);
        assertThat(run.path("results")).hasSize(5_000);
        assertThat(run.path("results").findValuesAsText("level").subList(0, 61))
                .containsOnly("error", "note")
                .filteredOn("error"::equals)
                .hasSize(60);
        assertThat(run.path("invocations").findValuesAsText("text"))
                .contains("1,000 more findings are left out; the text and JSON have them.");
    }

    @Test
    void fingerprintsStayWhereLinesAndTheCheckoutMoveAndValuesChange() throws JsonProcessingException {
        DriftReport before = SampleDrift.report(
                "production",
                List.of(),
                List.of(SampleDrift.changed(SampleDrift.object(1), DriftSeverity.HIGH, "x", "y", 3)));
        DriftReport after = SampleDrift.report(
                "production",
                List.of(),
                List.of(SampleDrift.changed(SampleDrift.object(1), DriftSeverity.HIGH, "x", "z", 40)));
        DriftReport other = SampleDrift.report(
                "production",
                List.of(),
                List.of(SampleDrift.changed(SampleDrift.object(2), DriftSeverity.HIGH, "x", "y", 3)));

        List<String> first = fingerprints(SampleDrift.result(before));

        assertThat(fingerprints(new DriftResult(List.of(after), DriftSeverity.LOW, "elsewhere/")))
                .isEqualTo(first);
        assertThat(fingerprints(SampleDrift.result(other))).hasSize(1).isNotEqualTo(first);
    }

    @Test
    void moreEnvironmentsThanOneDocumentTakesGoIntoParts() {
        DriftResult result = SampleDrift.result(IntStream.range(0, 45)
                .mapToObj(i -> SampleDrift.report("e" + i, List.of(), List.of()))
                .toArray(DriftReport[]::new));

        assertThat(result.inPartsOf(DriftSarif.MAX_RUNS))
                .extracting(part -> part.reports().size())
                .containsExactly(20, 20, 5);
        assertThatThrownBy(() -> DriftSarif.of(result, "1.2.3")).hasMessage("45 environments for one document");
        assertThat(SampleDrift.result().inPartsOf(DriftSarif.MAX_RUNS)).hasSize(1);
    }

    @Test
    void pathsAreReferencesWhateverTheirCharacters() {
        assertThat(DriftSarif.uri("a b/ü%:#?.groovy")).isEqualTo("a%20b/%C3%BC%25%3A%23%3F.groovy");
    }
}
