package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.AppArchive;
import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.LongForm;
import dev.corbel.emulators.hosts.HostSet;
import dev.corbel.emulators.hosts.TestHost;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.emulators.hosts.TestHostsExtension;
import dev.corbel.emulators.load.Load;
import dev.corbel.emulators.load.LoadPlan;
import dev.corbel.emulators.load.LoadReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The example of hosts of one's own, on real ones. */
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"lb", "app1", "app2"},
        withPackages = true,
        fresh = true)
class OnpremExampleTest {
    @TempDir
    Path folder;

    private final TestHosts hosts;
    private Project project;

    OnpremExampleTest(TestHosts hosts) {
        this.hosts = hosts;
    }

    @BeforeEach
    void copyExample() throws Exception {
        project = Project.example("onprem", folder);
        AppArchive.pack(folder, "App.java");
    }

    private String[] arguments(String command, String environment, String... more) {
        List<String> line = new ArrayList<>(List.of(command, environment));
        StringBuilder addresses = new StringBuilder("addresses={");
        for (TestHost host : hosts.all()) {
            addresses
                    .append(addresses.toString().endsWith("{") ? "" : ", ")
                    .append("\"%s\": \"%s\"".formatted(host.name(), host.address()));
        }
        TestHost any = hosts.host("lb");
        for (String value : List.of(
                addresses + "}",
                "user=" + any.user(),
                "identityFile=" + hosts.identityFile(),
                "knownHosts=" + hosts.knownHosts(),
                "java=/usr/local/bin/java")) {
            line.add("--var");
            line.add(value);
        }
        line.addAll(List.of(more));
        return line.toArray(String[]::new);
    }

    private CommandRun apply(String environment, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.add("--auto-approve");
        return project.run(arguments("apply", environment, all.toArray(String[]::new)));
    }

    private void assertNothingToDo(String environment, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.add("--detailed-exitcode");
        CommandRun run = project.run(arguments("plan", environment, all.toArray(String[]::new)));
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    private static URI address(TestHost host, int port, String path) {
        return URI.create("http://" + host.address() + ":" + port + path);
    }

    private static HttpResponse<String> get(URI address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(2))
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void assertServes(String environment, TestHost front) throws Exception {
        CommandRun applied = apply(environment);
        assertThat(applied.exitCode()).as(applied.out() + applied.err()).isZero();
        assertNothingToDo(environment);
        HttpResponse<String> answer = get(address(front, 80, "/"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("version 1");
    }

    @Test
    void everythingFitsOnOneServer() throws Exception {
        assertServes("one-server", hosts.host("app1"));
    }

    @Test
    void aWebServerInADmzAloneReachesTheApp() throws Exception {
        assertServes("dmz", hosts.host("lb"));

        TestHost app = hosts.host("app1");
        assertThat(hosts.host("lb")
                        .run("curl -sS -m 5 http://%s:8080/health -o /dev/null -w '%%{http_code}'"
                                .formatted(app.address())))
                .isEqualTo("200");
        assertThat(hosts.host("app2")
                        .attempt("curl -sS -m 2 http://%s:8080/health".formatted(app.address()))
                        .exitCode())
                .as("curl's code for a time that is over")
                .isEqualTo(28);
        assertThat(app.run("nft list tables")).contains("corbel_apps");
    }

    @Test
    void aVisitorStaysWithOneOfTwo() throws Exception {
        TestHost front = hosts.host("lb");
        assertServes("load-balancer", front);
        assertVisitorsStay(front);
    }

    /** It takes minutes, most of which a version that does not come up is given. */
    @Test
    @LongForm
    void aNewVersionComesToOneAfterTheOtherAndNobodyNotices() throws Exception {
        TestHost front = hosts.host("lb");
        assertServes("load-balancer", front);

        LoadReport report;
        try (Load load = Load.start(LoadPlan.on(address(front, 80, "/")))) {
            CommandRun applied = apply("load-balancer", "--var", "version=2");
            assertThat(applied.exitCode()).as(applied.out() + applied.err()).isZero();
            report = load.stop();
        }
        assertThat(report.failures()).isEmpty();
        assertThat(report.answered(body -> body.contains("version 1"))).isNotEmpty();
        assertThat(report.answered(body -> body.contains("version 2"))).isNotEmpty();
        assertNothingToDo("load-balancer", "--var", "version=2");

        try (Load load = Load.start(LoadPlan.on(address(front, 80, "/")))) {
            CommandRun refused = apply("load-balancer", "--var", "version=3", "--var", "health=broken");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("shop.service does not come up on app1", "It runs as it did before.");
            report = load.stop();
        }
        assertThat(report.failures()).isEmpty();
        assertThat(report.answered(body -> !body.contains("version 2"))).isEmpty();
        assertNothingToDo("load-balancer", "--var", "version=2");

        hosts.host("app2").run("systemctl stop shop");
        CommandRun found = project.run(arguments("plan", "load-balancer", "--var", "version=2", "--detailed-exitcode"));
        assertThat(found.exitCode()).isEqualTo(2);
        assertThat(found.out()).contains("Plan: 0 to add, 1 to change, 0 to destroy.");
        CommandRun healed = apply("load-balancer", "--var", "version=2");
        assertThat(healed.exitCode()).as(healed.err()).isZero();
        assertNothingToDo("load-balancer", "--var", "version=2");

        CommandRun destroyed = project.run(arguments("destroy", "load-balancer", "--auto-approve"));
        assertThat(destroyed.exitCode()).as(destroyed.out() + destroyed.err()).isZero();
        for (TestHost host : hosts.all()) {
            assertThat(
                            host.run(
                                    "ls /etc/systemd/system/*shop* /opt/corbel /etc/haproxy/corbel.d 2> /dev/null; nft list tables"))
                    .as(host.name())
                    .isEmpty();
        }
    }

    private void assertVisitorsStay(TestHost front) throws Exception {
        HttpResponse<String> first = get(address(front, 80, "/"), "X-Forwarded-For", "192.0.2.1");
        assertThat(first.body()).doesNotContain("192.0.2.1");
        String cookie = first.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
        Set<String> withCookie = new TreeSet<>();
        Set<String> without = new TreeSet<>();
        for (int i = 0; i < 20; i++) {
            withCookie.add(get(address(front, 80, "/"), "Cookie", cookie).body());
        }
        // Not in turns with those, since each request goes to the instance that was idle for longest.
        for (int i = 0; i < 20; i++) {
            without.add(get(address(front, 80, "/")).body());
        }
        assertThat(withCookie).hasSize(1);
        assertThat(without).hasSize(2);
        Set<String> settings = new TreeSet<>();
        for (int i = 0; i < 6; i++) {
            settings.add(get(address(front, 80, "/env")).body());
        }
        assertThat(settings).hasSize(1);
    }
}
