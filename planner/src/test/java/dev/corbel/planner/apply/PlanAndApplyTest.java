package dev.corbel.planner.apply;

import static dev.corbel.planner.apply.TestPlan.address;
import static dev.corbel.planner.apply.TestPlan.declared;
import static dev.corbel.planner.apply.TestPlan.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.model.Lifecycle;
import dev.corbel.planner.apply.TestPlan.Declared;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.StateObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real plans, really applied: afterwards there is nothing left to do, and reality is what was defined. */
@Timeout(120)
class PlanAndApplyTest {
    private static final Lifecycle CREATE_FIRST =
            new Lifecycle(true, Optional.empty(), List.of(), List.of(), List.of(), List.of());

    @TempDir
    private Path folder;

    private TestProject project;

    @BeforeEach
    void open() {
        project = new TestProject(folder);
    }

    @Test
    void anEnvironmentIsBuiltChangedAndTakenDown() throws IOException {
        converges(
                declared("sim_object.network").with("name", "network").with("fixed", "10.0.0.0/16"),
                declared("sim_object.host").with("value", reference("sim_object.network", "id")),
                declared("corbel_data.note").with("input", reference("sim_object.host", "checksum")));
        assertThat(objects()).isEqualTo(2);

        converges(
                declared("sim_object.network").with("name", "network").with("fixed", "10.1.0.0/16"),
                declared("sim_object.host").with("value", reference("sim_object.network", "id")),
                declared("corbel_data.note").with("input", reference("sim_object.host", "checksum")));
        assertThat(objects()).isEqualTo(2);
        assertThat(project.state()
                        .current(address("sim_object.host"))
                        .orElseThrow()
                        .dependencies())
                .containsExactly(address("sim_object.network"));

        ApplyResult result = project.planAndApply(PlanMode.DESTROY, List.of());
        assertThat(result.succeeded()).isTrue();
        assertThat(result.destroyed()).isEqualTo(3);
        assertThat(project.state().instances()).isEmpty();
        assertThat(objects()).isZero();
    }

    @Test
    void aReplacementThatIsCreatedFirstLeavesOneObject() throws IOException {
        converges(
                declared("sim_object.a").with("fixed", "old").lifecycle(CREATE_FIRST),
                declared("sim_object.b").with("value", reference("sim_object.a", "id")));

        converges(
                declared("sim_object.a").with("fixed", "new").lifecycle(CREATE_FIRST),
                declared("sim_object.b").with("value", reference("sim_object.a", "id")));

        assertThat(objects()).isEqualTo(2);
        StateObject a = project.state().current(address("sim_object.a")).orElseThrow();
        StateObject b = project.state().current(address("sim_object.b")).orElseThrow();
        assertThat(b.attributes().get("value")).isEqualTo(a.attributes().get("id"));
        assertThat(a.createBeforeDestroy()).isTrue();
    }

    @Test
    void aTaintedObjectIsReplacedByTheNextRun() throws IOException {
        ApplyResult failed = project.planAndApply(
                PlanMode.NORMAL,
                List.of(declared("sim_object.a")
                        .with("value", "x")
                        .with("fail", Value.list(Value.of("create-partial")))));
        assertThat(failed.succeeded()).isFalse();
        assertThat(objects()).isEqualTo(1);

        converges(declared("sim_object.a").with("value", "x"));

        assertThat(objects()).isEqualTo(1);
        assertThat(project.state()
                        .current(address("sim_object.a"))
                        .orElseThrow()
                        .tainted())
                .isFalse();
    }

    @Test
    void aDeposedObjectGoesWithTheNextRun() throws IOException {
        Lifecycle lifecycle = CREATE_FIRST;
        project.planAndApply(
                PlanMode.NORMAL,
                List.of(declared("sim_object.a")
                        .with("fixed", "old")
                        .with("fail", Value.list(Value.of("delete")))
                        .lifecycle(lifecycle)));
        ApplyResult failed = project.planAndApply(
                PlanMode.NORMAL,
                List.of(declared("sim_object.a").with("fixed", "new").lifecycle(lifecycle)));
        assertThat(failed.with(OperationReport.Outcome.FAILED)).hasSize(1);
        assertThat(instance("sim_object.a").deposed()).hasSize(1);
        assertThat(objects()).isEqualTo(2);
        repairDeletions();

        converges(declared("sim_object.a").with("fixed", "new").lifecycle(lifecycle));

        assertThat(instance("sim_object.a").deposed()).isEmpty();
        assertThat(objects()).isEqualTo(1);
    }

    @Test
    void aProviderThatDependsOnAResourceOpensOnceThatIsThere() {
        project.otherDirectory(reference("corbel_data.place", "output"));
        Declared place = declared("corbel_data.place").with("input", "elsewhere");
        Declared object = declared("sim_object.a").at("other").with("name", "a");
        assertThat(project.plan(PlanMode.NORMAL, List.of(place, object))
                        .operations()
                        .operations())
                .hasSize(2);

        converges(place, object);
        assertThat(folder.resolve("elsewhere/objects")).isDirectoryContaining("glob:**.json");
        assertThat(project.state()
                        .current(address("sim_object.a"))
                        .orElseThrow()
                        .provider()
                        .configuration()
                        .get("directory"))
                .isEqualTo(Value.of("elsewhere"));

        assertThat(project.planAndApply(PlanMode.DESTROY, List.of(place, object))
                        .succeeded())
                .isTrue();
        assertThat(folder.resolve("elsewhere/objects")).isEmptyDirectory();
    }

    @Test
    void anObjectWhoseProviderBlockIsGoneIsDeletedByWhatStateRecorded() {
        project.otherDirectory(Expression.of(Value.of("elsewhere")));
        converges(declared("sim_object.a").at("other").with("name", "a"));
        project = new TestProject(folder);

        converges();

        assertThat(project.state().instances()).isEmpty();
        assertThat(folder.resolve("elsewhere/objects")).isEmptyDirectory();
    }

    @Test
    void thirtyTwoAtOnceBuildAHundredObjectsInLayers() throws IOException {
        List<Declared> layers = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            Declared declared = declared("sim_object.o" + number);
            layers.add(
                    number < 10
                            ? declared.with("value", "root")
                            : declared.with("value", reference("sim_object.o" + (number - 10), "id")));
        }

        converges(layers.toArray(new Declared[0]));

        assertThat(objects()).isEqualTo(100);
    }

    @Test
    void aChainOfTenThousandIsApplied() {
        List<Declared> chain = new ArrayList<>();
        chain.add(declared("corbel_data.o0").with("input", "start"));
        for (int number = 1; number < 10_000; number++) {
            chain.add(declared("corbel_data.o" + number)
                    .with("input", reference("corbel_data.o" + (number - 1), "output")));
        }

        ApplyResult result = project.planAndApply(PlanMode.NORMAL, chain);

        assertThat(result.succeeded()).isTrue();
        assertThat(result.added()).isEqualTo(10_000);
        assertThat(project.state()
                        .current(address("corbel_data.o9999"))
                        .orElseThrow()
                        .attributes()
                        .get("output"))
                .isEqualTo(Value.of("start"));
    }

    private void converges(Declared... declared) {
        ApplyResult result = project.planAndApply(PlanMode.NORMAL, List.of(declared));
        assertThat(result.diagnostics()).extracting(TestProject::text).isEmpty();
        assertThat(result.succeeded()).isTrue();
        assertThat(project.plan(PlanMode.NORMAL, List.of(declared)).hasChanges())
                .isFalse();
    }

    private ResourceInstance instance(String address) {
        return project.state().instance(address(address)).orElseThrow();
    }

    private long objects() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(".simulator/objects"))) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }

    private void repairDeletions() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(".simulator/objects"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                Files.writeString(file, Files.readString(file).replace("\"delete\"", ""));
            }
        }
    }
}
