package dev.corbel.planner.blueprint;

import static dev.corbel.planner.blueprint.BlueprintProject.golden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every component on the simulator, from the definition to the objects in its folder. */
class SimulatorBlueprintsTest {
    @TempDir
    Path folder;

    private BlueprintProject project;

    @BeforeEach
    void createProject() {
        project = new BlueprintProject(folder);
    }

    private void build(String source, String expectedObjects) throws Exception {
        project.define(source);
        ApplyResult result = project.apply(PlanMode.NORMAL);

        assertThat(result.diagnostics()).isEmpty();
        assertThat(project.objects()).isEqualTo(expectedObjects);
        assertThat(project.plan(PlanMode.NORMAL).hasChanges()).isFalse();

        assertThat(project.apply(PlanMode.DESTROY).diagnostics()).isEmpty();
        assertThat(project.objects()).isEmpty();
    }

    @Test
    void anAppWithEverything() throws Exception {
        build(golden("everything.groovy"), golden("everything.txt"));
    }

    @Test
    void severalOfAKindAndZonesWithNames() throws Exception {
        build(golden("several.groovy"), golden("several.txt"));
    }

    @Test
    void zonesWithHosts() throws Exception {
        build(golden("hosts.groovy"), golden("hosts.txt"));
    }

    @Test
    void aProtectedDatabaseIsNotDeletedUntilThatIsSwitchedOff() throws Exception {
        String definition = """
                region('eu') {
                    provider = 'simulator'
                    app('shop') { database { DELETION_PROTECTION } }
                }
                """;
        project.define(definition.replace("DELETION_PROTECTION", ""));
        assertThat(project.apply(PlanMode.NORMAL).diagnostics()).isEmpty();

        assertThat(project.plan(PlanMode.DESTROY).diagnostics())
                .extracting(Diagnostic::summary)
                .containsExactly("eu/shop/sim_object.primary must not be destroyed");

        project.define(definition.replace("DELETION_PROTECTION", "deletionProtection = false"));
        assertThat(project.apply(PlanMode.NORMAL).changed()).isEqualTo(1);
        assertThat(project.apply(PlanMode.DESTROY).diagnostics()).isEmpty();
        assertThat(project.objects()).isEmpty();
    }

    @Test
    void aProtectedBucketIsNotDeletedNorIsItsReplica() throws Exception {
        project.define("""
                region('eu') {
                    provider = 'simulator'
                    backupRegion = 'eu-2'
                    app('shop') { bucket('files') { replicate = true } }
                }
                """);
        assertThat(project.apply(PlanMode.NORMAL).diagnostics()).isEmpty();

        assertThat(project.plan(PlanMode.DESTROY).diagnostics())
                .extracting(Diagnostic::summary)
                .containsExactlyInAnyOrder(
                        "eu/shop/files/sim_object.bucket must not be destroyed",
                        "eu/shop/files/sim_object.replica must not be destroyed");
    }

    @Test
    void addressesAreKnownAfterApply() throws Exception {
        project.define(golden("addresses.groovy"));

        ApplyResult result = project.apply(PlanMode.NORMAL);

        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.state().outputs().keySet()).containsExactlyInAnyOrder("url", "database", "files", "zones");
    }

    @Test
    void copiesNeedABackupRegion() throws Exception {
        project.define("""
                region('eu') {
                    provider = 'simulator'
                    app('shop') {
                        database { backups { copyToBackupRegion = true } }
                        bucket('files') { replicate = true }
                    }
                }
                """);

        Plan plan = project.plan(PlanMode.NORMAL);

        assertThat(plan.diagnostics())
                .extracting(Diagnostic::detail)
                .containsExactlyInAnyOrder(
                        "copyToBackupRegion needs a backup region: set backupRegion in region 'eu'",
                        "replicate needs a backup region: set backupRegion in region 'eu'");
    }
}
