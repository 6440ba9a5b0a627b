package dev.corbel.planner.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.PlanRequest;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.PolicyReport;
import dev.corbel.planner.planning.Planner;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.planner.testing.StateBuilder;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.encryption.StateEncryption;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
    @TempDir
    private Path folder;

    private final Fixture given = new Fixture();

    @Test
    void aPlanComesBackAsItWasWritten() {
        Plan plan = plan();
        Path file = written(plan);

        Plan back = PlanFile.read(file, StateEncryption.none("test")).withDefinition(plan.definition());

        // Policies are asked again on the day on which it is applied.
        assertThat(back).isEqualTo(plan.with(PolicyReport.NONE));
        assertThat(plan.operations().operations()).hasSizeGreaterThan(4);
    }

    @Test
    void theSamePlanGivesTheSameBytes() throws IOException {
        Plan plan = plan();
        Path other = folder.resolve("other");
        PlanFile.write(
                SavedPlan.of(plan, "0.1.0", "project", given.catalog, "{}"), other, StateEncryption.none("test"));

        assertThat(written(plan)).hasSameBinaryContentAs(other);
    }

    @Test
    void aPlanFileIsKnownByItsFirstBytesAndForItsOwnerAlone() throws IOException {
        Path file = written(plan());

        assertThat(PlanFile.isPlan(file)).isTrue();
        assertThat(Files.readAllBytes(file))
                .startsWith("CORBEL-PLAN 1\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactly("plan");
    }

    @Test
    void aDefinitionAFolderAndNothingAreNoPlans() throws IOException {
        Path definition = Files.writeString(folder.resolve("default.groovy"), "region('x') {}");

        assertThat(PlanFile.isPlan(definition)).isFalse();
        assertThat(PlanFile.isPlan(folder)).isFalse();
        assertThat(PlanFile.isPlan(folder.resolve("missing"))).isFalse();
        assertThat(problem(definition)).isEqualTo("""
                FOLDER/default.groovy is not a plan file
                A plan file begins with "CORBEL-PLAN" and a version.""");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(problem(folder.resolve("missing"))).isEqualTo("File FOLDER/missing not found\n");
    }

    @Test
    void aFileThatEndsAnywhereTooEarlyIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(written(plan()));
        int head = "CORBEL-PLAN 1\n".length();
        for (int length = head; length < whole.length; length += 1 + length / 50) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));

            assertThat(problem(cut)).as("of %s bytes", length).isEqualTo("""
                    The plan file FOLDER/cut is damaged
                    It was cut off or changed after it was written.
                    Make a new plan.""");
        }
    }

    @Test
    void aFileThatWasChangedIsDamaged() throws IOException {
        byte[] bytes = Files.readAllBytes(written(plan()));
        bytes[bytes.length / 2] ^= 0x10;
        Path changed = Files.write(folder.resolve("changed"), bytes);

        assertThat(problem(changed)).isEqualTo("""
                The plan file FOLDER/changed is damaged
                It was cut off or changed after it was written.
                Make a new plan.""");
    }

    @Test
    void aNewerFormatIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(written(plan()));
        bytes["CORBEL-PLAN ".length()] = '3';
        Path newer = Files.write(folder.resolve("newer"), bytes);

        assertThat(problem(newer)).isEqualTo("""
                The plan file FOLDER/newer has format 3
                This version of Corbel reads formats 1 and 2.
                Apply it with the version that made it, or make a new plan.""");
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        Path file = folder.resolve("missing/plan");

        assertThatThrownBy(() -> PlanFile.write(
                        SavedPlan.of(plan(), "0.1.0", "project", given.catalog, "{}"),
                        file,
                        StateEncryption.none("test")))
                .isInstanceOfSatisfying(DiagnosticsException.class, thrown -> assertThat(text(thrown))
                        .startsWith("Cannot write the plan to FOLDER/missing/plan\n"));
    }

    private Plan plan() {
        given.state.data("corbel_data.kept", "same");
        given.state.data("corbel_data.changed", "old");
        given.state.data("corbel_data.gone", "x", "corbel_data.kept");
        given.state.deposed(
                "corbel_data.changed",
                "k",
                StateBuilder.object("corbel_data.changed", StateBuilder.data("d", Value.of("x"), Value.ofNull())));
        given.state.output("old", Value.sensitive(Value.of("secret")));
        given.state.blueprint("region:eu/app:orders", 3);
        given.component("region:eu/app:orders", 3);
        given.resource("corbel_data.kept").with("input", "same");
        given.resource("corbel_data.changed").with("input", "corbel_data.created", "id");
        given.resource("corbel_data.created")
                .with(
                        "input",
                        Value.sensitive(Value.map(Map.of(
                                "$unknown", Value.of(new BigDecimal("1234567890.12345678901234567890")),
                                "list", Value.list(Value.of(true), Value.ofNull(), Value.of(100))))));
        given.resource("corbel_data.other").with("input", Value.map(Map.of("$sensitive", Value.of("$"))));
        given.output("new", Fixture.reference("corbel_data.created", "id"));
        given.check(
                "later",
                new Expression.Transformation(
                        Fixture.reference("corbel_data.created", "id"), id -> Value.of(true), Optional.empty()),
                "no");
        return new Planner()
                .plan(new PlanRequest(
                        given.definition(),
                        Map.of("image", "1.4.2"),
                        given.state(),
                        given.catalog,
                        given.sessions,
                        PlanOptions.of(PlanMode.NORMAL)));
    }

    private Path written(Plan plan) {
        Path file = folder.resolve("plan");
        PlanFile.write(SavedPlan.of(plan, "0.1.0", "project", given.catalog, "{}"), file, StateEncryption.none("test"));
        return file;
    }

    private String problem(Path file) {
        try {
            PlanFile.read(file, StateEncryption.none("test"));
            return "";
        } catch (DiagnosticsException thrown) {
            return text(thrown);
        }
    }

    private String text(DiagnosticsException thrown) {
        Diagnostic diagnostic = thrown.diagnostics().get(0);
        return (diagnostic.summary() + "\n" + diagnostic.detail()
                        + diagnostic.hint().map(hint -> "\n" + hint).orElse(""))
                .replace(folder.toString(), "FOLDER");
    }
}
