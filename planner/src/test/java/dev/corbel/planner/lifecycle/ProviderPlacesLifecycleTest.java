package dev.corbel.planner.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.testing.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Provider configurations that point elsewhere than before: their objects are replaced there, and none is left behind. */
class ProviderPlacesLifecycleTest {
    private static final String OBJECTS = """
            provider('simulator') { directory = 'DIRECTORY' }
            resource('sim_object', 'a') { name = 'a' }
            resource('sim_object', 'b') { name = 'b'; value = sim_object.a.id }
            """;

    @TempDir
    Path folder;

    private Environment environment = new Environment(Path.of("."));

    @BeforeEach
    void begin() {
        environment = new Environment(folder);
    }

    private void applied(String definition) {
        environment.is(definition);
        environment.apply();
        assertThat(environment.plan().lines()).allMatch(line -> line.startsWith("no_op "));
    }

    private long objects(String directory) throws IOException {
        Path objects = folder.resolve(directory).resolve("objects");
        if (!Files.exists(objects)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(objects)) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }

    @Test
    void objectsAreDeletedWhereTheyAreAndMadeWhereTheirProviderPoints() throws IOException {
        applied(OBJECTS.replace("DIRECTORY", "x"));
        environment.is(OBJECTS.replace("DIRECTORY", "y"));
        assertThat(environment.plan())
                .contains("replace_delete_first sim_object.a # replace_because_cannot_update")
                .contains("replace_delete_first sim_object.b # replace_because_cannot_update")
                .contains("warning: Provider \"simulator\" points elsewhere than before (1)")
                .containsPattern(
                        "Its directory was \".*/x\" and is \".*/y\"\\. What it has there is deleted there and made"
                                + " anew here: sim_object\\.a, sim_object\\.b\\.")
                .doesNotContain("drift");

        applied(OBJECTS.replace("DIRECTORY", "y"));

        assertThat(objects("x")).isZero();
        assertThat(objects("y")).isEqualTo(2);
    }

    @Test
    void createFirstMakesThemThereBeforeTheyGoHere() throws IOException {
        String definition = """
                provider('simulator') { directory = 'DIRECTORY' }
                resource('sim_object', 'a') { name = 'a'; lifecycle { createBeforeDestroy = true } }
                """;
        applied(definition.replace("DIRECTORY", "x"));
        applied(definition.replace("DIRECTORY", "y"));

        assertThat(objects("x")).isZero();
        assertThat(objects("y")).isEqualTo(1);
    }

    @Test
    void theSameFolderInAnotherSpellingIsTheSamePlace() throws IOException {
        applied(OBJECTS.replace("DIRECTORY", "x"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("x"));
        for (String spelling : List.of("./x", "y/../x", folder.resolve("x").toString(), "link")) {
            environment.is(OBJECTS.replace("DIRECTORY", spelling));
            assertThat(environment.plan().lines().filter(line -> !line.startsWith("state put")))
                    .as(spelling)
                    .containsExactly("no_op sim_object.a", "no_op sim_object.b");
            environment.apply();
        }
        assertThat(objects("x")).isEqualTo(2);
    }

    @Test
    void whatDecidesNothingAboutThePlaceReplacesNothing() {
        applied("""
                provider('simulator') { latency = '0 ms' }
                resource('sim_object', 'a') { name = 'a' }
                """);
        environment.is("""
                provider('simulator', alias: 'slow') { latency = '1 ms' }
                resource('sim_object', 'a') { name = 'a'; provider = 'simulator.slow' }
                """);

        assertThat(environment.plan()).contains("no_op sim_object.a");
    }

    @Test
    void aProviderBlockThatIsTakenAwayPointsElsewhereToo() throws IOException {
        applied(OBJECTS.replace("DIRECTORY", "x"));
        applied("""
                resource('sim_object', 'a') { name = 'a' }
                resource('sim_object', 'b') { name = 'b'; value = sim_object.a.id }
                """);

        assertThat(objects("x")).isZero();
        assertThat(objects(".simulator")).isEqualTo(2);
    }

    @Test
    void objectsThatAreNoLongerDeclaredAreDeletedWhereTheyAre() throws IOException {
        applied(OBJECTS.replace("DIRECTORY", "x"));
        applied("provider('simulator') { directory = 'y' }");

        assertThat(objects("x")).isZero();
    }

    @Test
    void aDestroyFindsThemWhereTheyAre() throws IOException {
        applied(OBJECTS.replace("DIRECTORY", "x"));
        environment.is(OBJECTS.replace("DIRECTORY", "y"));

        ApplyResult result = environment.apply(PlanOptions.of(PlanMode.DESTROY));

        assertThat(result.destroyed()).isEqualTo(2);
        assertThat(objects("x")).isZero();
    }

    @Test
    void refreshOnlyReadsThemWhereTheyAre() {
        applied(OBJECTS.replace("DIRECTORY", "x"));
        environment.is(OBJECTS.replace("DIRECTORY", "y"));

        environment.apply(PlanOptions.of(PlanMode.REFRESH_ONLY));

        assertThat(environment.state().instances()).hasSize(2);
        assertThat(environment.plan()).contains("replace_delete_first sim_object.a");
    }

    @Test
    void preventDestroyHoldsThem() {
        String definition = """
                provider('simulator') { directory = 'DIRECTORY' }
                resource('sim_object', 'a') { name = 'a'; lifecycle { preventDestroy = true } }
                """;
        applied(definition.replace("DIRECTORY", "x"));
        environment.is(definition.replace("DIRECTORY", "y"));

        assertThat(environment.plan()).contains("error: sim_object.a must not be destroyed");
    }

    @Test
    void whatStandsInAnObjectThatIsReplacedIsReplacedWithIt() throws IOException {
        String definition = """
                resource('sim_object', 'cluster') { name = 'cluster'; fixed = FIXED }
                provider('simulator', alias: 'in') { directory = "in-${sim_object.cluster.id}" }
                resource('sim_object', 'content') { name = 'content'; provider = 'simulator.in' }
                """;
        applied(definition.replace("FIXED", "1"));
        String before = inCluster();
        environment.is(definition.replace("FIXED", "2"));
        assertThat(environment.plan())
                .contains("replace_delete_first sim_object.content # replace_because_cannot_update")
                .contains("Its configuration follows from an object that is made anew.")
                .contains("incomplete");

        applied(definition.replace("FIXED", "2"));

        assertThat(objects(before)).isZero();
        assertThat(inCluster()).isNotEqualTo(before);
        assertThat(objects(inCluster())).isEqualTo(1);
    }

    @Test
    void whatStandsInAnObjectThatIsUpdatedStays() throws IOException {
        String definition = """
                resource('sim_object', 'cluster') { name = 'cluster'; value = VALUE }
                provider('simulator', alias: 'in') { directory = "in-${sim_object.cluster.id}" }
                resource('sim_object', 'content') { name = 'content'; provider = 'simulator.in' }
                """;
        applied(definition.replace("VALUE", "1"));
        environment.is(definition.replace("VALUE", "2"));
        assertThat(environment.plan()).contains("no_op sim_object.content");

        applied(definition.replace("VALUE", "2"));

        assertThat(objects(inCluster())).isEqualTo(1);
    }

    @Test
    void anUpdateThatFindsItsProviderElsewhereIsRefused() {
        String definition = """
                resource('sim_object', 'cluster') { name = 'cluster'; value = VALUE }
                provider('simulator', alias: 'in') { directory = "in-${sim_object.cluster.checksum}" }
                resource('sim_object', 'content') { name = 'content'; value = VALUE; provider = 'simulator.in' }
                """;
        applied(definition.replace("VALUE", "1"));
        environment.is(definition.replace("VALUE", "2"));

        ApplyResult result = environment.apply(PlanOptions.of(PlanMode.NORMAL));

        assertThat(result.diagnostics().toString())
                .contains("sim_object.content would have to be replaced")
                .contains("provider \"simulator.in\" points elsewhere than where it is");
        environment.apply();
        assertThat(environment.plan().lines()).allMatch(line -> line.startsWith("no_op "));
    }

    private String inCluster() {
        return "in-"
                + environment
                        .state()
                        .current(Fixture.address("sim_object.cluster"))
                        .orElseThrow()
                        .attributes()
                        .text("id")
                        .orElseThrow();
    }

    @Test
    void aPlaceThatFollowsFromLookingUpAReplacedObjectIsAnotherOneToo() throws IOException {
        String definition = """
                resource('sim_object', 'c') { name = 'c'; fixed = FIXED }
                data('sim_object', 'd') { name = sim_object.c.name }
                provider('simulator', alias: 'inside') { directory = data.sim_object.d.id }
                resource('sim_object', 'in') { provider = 'simulator.inside'; name = 'in' }
                """;
        environment.is(definition.replace("FIXED", "1"));
        environment.apply();
        environment.is(definition.replace("FIXED", "2"));

        assertThat(environment.plan()).contains("replace_delete_first sim_object.in # replace_because_cannot_update");

        environment.apply();
        assertThat(environment.plan()).contains("no_op sim_object.in");
    }

    @Test
    void aPlaceIsNoSecret() {
        environment.is("""
                variable('dir') { type = 'string'; sensitive = true; defaultValue = 'hidden' }
                provider('simulator') { directory = variable.dir }
                resource('sim_object', 'a') { name = 'a' }
                """);

        assertThat(environment.plan())
                .contains("error: \"directory\" of provider \"simulator\" must not be sensitive (2)")
                .doesNotContain("hidden");
    }
}
