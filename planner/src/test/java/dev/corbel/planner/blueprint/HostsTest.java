package dev.corbel.planner.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts as configurations of their provider, from the definition to the objects in the simulator. */
class HostsTest {
    @TempDir
    Path folder;

    private BlueprintProject project;

    @BeforeEach
    void createProject() {
        project = new BlueprintProject(folder);
    }

    @Test
    void aHostWhoseAddressAnotherObjectGivesOpensLateAndTheOthersAtOnce() throws Exception {
        project.define("""
            resource('sim_object', 'vm') { name = 'vm' }
            region('munich') {
                provider = 'simulator'
                host('web-1') { address = sim_object.vm.id }
                host('web-2') { address = '10.0.0.2' }
            }
            resource('sim_object', 'motd') { provider = 'simulator.web-1'; name = 'motd' }
            """);

        Plan plan = project.plan(PlanMode.NORMAL);
        assertThat(plan.complete()).isFalse();
        assertThat(project.apply(PlanMode.NORMAL).diagnostics()).isEmpty();

        assertThat(project.objects()).contains("motd = null\n", "test/munich:host/web-1 = ", "\"address\":\"<vm>\"");
        Plan next = project.plan(PlanMode.NORMAL);
        assertThat(next.complete()).isTrue();
        assertThat(next.hasChanges()).isFalse();
    }

    @Test
    void theObjectsOfARemovedHostAreReachedAsRecorded() throws Exception {
        project.define("""
            provider('simulator', alias: 'cellar') { directory = 'cellar' }
            region('munich') {
                provider = 'simulator.cellar'
                host('web-1') { address = '10.0.0.1' }
            }
            """);
        assertThat(project.apply(PlanMode.NORMAL).diagnostics()).isEmpty();
        assertThat(folder.resolve("cellar/objects")).isNotEmptyDirectory();

        project.define("region('munich') { provider = 'simulator' }");
        assertThat(project.apply(PlanMode.NORMAL).diagnostics()).isEmpty();

        assertThat(folder.resolve("cellar/objects")).isEmptyDirectory();
        assertThat(Files.readString(folder.resolve("cellar/calls.jsonl"))).contains("\"op\":\"delete\"");
    }
}
