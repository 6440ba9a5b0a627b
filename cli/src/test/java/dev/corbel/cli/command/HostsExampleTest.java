package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of hosts, rehearsed on the simulator. */
class HostsExampleTest {
    private static final String BALANCED = "environments/load-balancer.groovy";

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void copyExample() {
        project = Project.example("hosts", folder);
    }

    private Map<String, String> placed() throws IOException {
        return placed("/shop/");
    }

    /**
     * The host of each part of an app that has one.
     *
     * @param app between slashes
     */
    private Map<String, String> placed(String app) throws IOException {
        Map<String, String> hosts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(".simulator/objects"))) {
            for (Path file : files.toList()) {
                MapValue object = (MapValue) ValueJson.read(Files.readString(file));
                if (object.get("value") instanceof MapValue value) {
                    String name = object.text("name").orElseThrow();
                    value.text("host")
                            .ifPresent(host -> hosts.put(name.substring(name.indexOf(app) + app.length()), host));
                }
            }
        }
        return hosts;
    }

    private String lastLine(String... arguments) {
        String out = project.succeed(arguments).out();
        return out.lines().reduce("", (before, line) -> line.isBlank() ? before : line);
    }

    private void change(String from, String to) {
        String text = project.read(BALANCED);
        assertThat(text).contains(from);
        project.write(BALANCED, text.replace(from, to));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "one-server : {bucket/files=server, containers/instance-1=server, database/primary=server,"
                        + " loadBalancer=server}",
                "web-server : {bucket/files=app, containers/instance-1=app, database/primary=app, loadBalancer=web}",
                "dmz : {bucket/files=app, containers/instance-1=app, database/primary=db, loadBalancer=web}",
                "load-balancer : {bucket/files=app-1, containers/instance-1=app-1, containers/instance-2=app-2,"
                        + " database/primary=db-1, database/standby=db-2, loadBalancer=lb}",
            })
    void anArrangementGoesFromPlanToDestroy(String environment, String hosts) throws IOException {
        project.succeed("apply", environment, "--auto-approve");

        assertThat(placed()).hasToString(hosts);
        assertThat(lastLine("plan", environment)).isEqualTo("No changes. Your infrastructure matches the definition.");
        project.succeed("destroy", environment, "--auto-approve");
        assertThat(folder.resolve(".simulator/objects")).isEmptyDirectory();
    }

    @Test
    void aRegionWithoutACloudLiesWhereItSays() {
        change("area     = 'EU'", "area     = 'US'");
        assertThat(project.run("validate", "load-balancer").err())
                .contains("The region \"office\" lies in US, but residency = 'EU'");

        change("area     = 'US'", "");
        assertThat(project.run("validate", "load-balancer").err())
                .contains("Nobody here knows where the region \"office\" lies");
    }

    @Test
    void anotherHostMovesNothingThatRuns() throws IOException {
        project.succeed("apply", "load-balancer", "--auto-approve");
        Map<String, String> before = placed();

        change("zone('a') {", "zone('0') { host('new') { address = '192.0.2.9' } }\n    zone('a') {");

        CommandRun plan = project.succeed("plan", "load-balancer");
        assertThat(plan.out())
                .contains("office/0/new/sim_object.host", "Plan: 3 to add, 2 to change, 0 to destroy.")
                .doesNotContain("corbel_placement");
        project.succeed("plan", "load-balancer", "--out", "saved.plan");
        project.succeed("apply", "saved.plan");
        assertThat(placed()).isEqualTo(before);
        assertThat(project.run("drift", "load-balancer").out()).startsWith("No drift.");

        change("count = 2", "count = 3");
        project.succeed("apply", "load-balancer", "--auto-approve");
        assertThat(placed())
                .containsEntry("containers/instance-1", "app-1")
                .containsEntry("containers/instance-2", "app-2")
                .containsEntry("containers/instance-3", "new");
    }

    @Test
    void anAppThatGetsAnotherNameStaysWhereItIs() throws IOException {
        project.succeed("apply", "load-balancer", "--auto-approve");
        Map<String, String> before = placed();

        change("zone('a') {", "zone('0') { host('new') { address = '192.0.2.9' } }\n    zone('a') {");
        change("app('shop')", "app('store')");
        change("app.shop.url", "app.store.url");
        change("output(", "moved(from: region.office.app.shop, to: region.office.app.store)\noutput(");

        project.succeed("apply", "load-balancer", "--auto-approve");
        assertThat(placed("/store/")).isEqualTo(before);
    }

    @Test
    void aHostThatDoesNotAnswerFailsAlone() {
        project.succeed("apply", "load-balancer", "--auto-approve");
        project.write(".simulator/machines/192.0.2.22.json", "{\"answers\": false}");

        CommandRun drift = project.run("drift", "load-balancer");

        assertThat(drift.exitCode()).isEqualTo(3);
        assertThat(drift.out() + drift.err())
                .contains("The host at 192.0.2.22 does not answer")
                .doesNotContain("192.0.2.21");
    }

    @Test
    void aMachineWithAnotherAddressReplacesNothing() {
        project.write(".simulator/machines/192.0.2.21.json", "{\"id\": \"7d1f\"}");
        project.succeed("apply", "load-balancer", "--auto-approve");

        project.write(".simulator/machines/192.0.2.99.json", "{\"id\": \"7d1f\"}");
        change("192.0.2.21", "192.0.2.99");
        assertThat(lastLine("plan", "load-balancer")).isEqualTo("Plan: 0 to add, 1 to change, 0 to destroy.");

        project.write(".simulator/machines/192.0.2.99.json", "{\"id\": \"another\"}");
        assertThat(project.succeed("plan", "load-balancer").out()
                        + project.run("plan", "load-balancer").err())
                .contains("points elsewhere than before");

        project.write(".simulator/machines/192.0.2.99.json", "{\"id\": \"7d1f\", \"answers\": false}");
        CommandRun unknown = project.run("plan", "load-balancer");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("The host at 192.0.2.99 does not answer");
    }
}
