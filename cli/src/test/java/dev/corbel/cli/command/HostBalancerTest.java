package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.HostDefinition;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.LongForm;
import dev.corbel.emulators.hosts.HostSet;
import dev.corbel.emulators.hosts.TestHost;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.emulators.hosts.TestHostsExtension;
import dev.corbel.emulators.load.Answer;
import dev.corbel.emulators.load.Load;
import dev.corbel.emulators.load.LoadPlan;
import dev.corbel.emulators.load.LoadReport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A balancer under load whose server disappears, and one that gets settings which it cannot run with. */
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"lb", "app1", "app2"},
        withPackages = true,
        fresh = true)
class HostBalancerTest {
    /** Two that fail take a server out, by the documentation of {@code checkSeconds}, and a second on top. */
    private static final Duration UNTIL_OUT = Duration.ofSeconds(3);

    private static final Duration SLOWEST = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String DEFINITION = """
            for (app in ['app1', 'app2']) {
                resource('onprem_file', "program-$app") {
                    provider = "onprem.$app"
                    path     = '/srv/balanced.py'
                    content  = '''
                        import http.server, socket

                        class Name(http.server.BaseHTTPRequestHandler):
                            protocol_version = 'HTTP/1.1'

                            def do_GET(self):
                                name = socket.gethostname().encode()
                                self.send_response(200)
                                self.send_header('Content-Length', str(len(name)))
                                self.end_headers()
                                self.wfile.write(name)

                            def log_message(self, *text):
                                pass

                        http.server.ThreadingHTTPServer(('', 8070), Name).serve_forever()
                        '''.stripIndent()
                }
                resource('onprem_service', "app-$app") {
                    provider  = "onprem.$app"
                    name      = 'balanced'
                    command   = ['/usr/bin/python3', '/srv/balanced.py']
                    dependsOn = [onprem_file["program-$app"]]
                }
            }
            resource('onprem_haproxy', 'front') {
                provider       = 'onprem.lb'
                name           = 'balanced'
                port           = 8060
                stickySessions = true
                server { name = 'app1'; address = '%s'; port = 8070 }
                server { name = 'app2'; address = '%s'; port = 8070 }
                %s
            }
            """;

    @TempDir
    Path folder;

    private final TestHosts hosts;
    private Project project;

    HostBalancerTest(TestHosts hosts) {
        this.hosts = hosts;
    }

    @BeforeEach
    void apply() {
        project = define("");
        project.succeed("apply", "--auto-approve");
        Load.start(load()).close();
    }

    @AfterEach
    void destroy() {
        project.succeed("destroy", "--auto-approve");
    }

    private Project define(String more) {
        return Project.of(
                folder,
                HostDefinition.providers(hosts)
                        + DEFINITION.formatted(
                                hosts.host("app1").address(), hosts.host("app2").address(), more));
    }

    private LoadPlan load() {
        return LoadPlan.on(URI.create("http://" + hosts.host("lb").address() + ":8060/"));
    }

    private static Predicate<Answer> sentAfter(Instant moment) {
        return answer -> answer.sent().isAfter(moment);
    }

    private static void await(Load load, Predicate<Answer> awaited) {
        Instant end = Instant.now().plus(PATIENCE);
        while (load.report().answers().stream().noneMatch(awaited)) {
            assertThat(Instant.now()).as(load.report().toString()).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    @Test
    @LongForm
    void aServerThatIsCutOffCostsTheRequestsInFlightAloneAndComesBack() {
        TestHost lost = hosts.host("app1");
        LoadReport report;
        Instant cut;
        Instant gone;
        Load load = Load.start(load().withCookies());
        try (load) {
            await(load, sentAfter(Instant.now().plusSeconds(1)));
            cut = Instant.now();
            lost.cut();
            gone = Instant.now();
            await(load, sentAfter(gone.plus(UNTIL_OUT).plusSeconds(5)));
            report = load.stop();
        } finally {
            lost.heal();
        }
        assertThat(report.failuresAfter(gone.plus(UNTIL_OUT))).isEmpty();
        assertThat(report.slowest())
                .as("less than the minute that a server has for an answer")
                .isLessThan(SLOWEST);
        for (int client = 0; client < load().clients(); client++) {
            LoadReport its = report.ofClient(client);
            assertThat(its.failures()).as("requests of one client in flight").hasSizeLessThanOrEqualTo(1);
            List<String> before = servers(its, answer -> answer.received().isBefore(cut));
            List<String> after = servers(its, sentAfter(gone.plus(UNTIL_OUT)));
            assertThat(before).as("a visitor stays with a server").hasSize(1);
            assertThat(after).containsExactly("app2");
        }

        Instant healed = Instant.now();
        try (Load again = Load.start(load())) {
            await(again, sentAfter(healed).and(answer -> answer.body().equals("app1")));
            assertThat(again.stop().failures()).isEmpty();
        }
    }

    private static List<String> servers(LoadReport report, Predicate<Answer> when) {
        return report.answers().stream()
                .filter(Answer::succeeded)
                .filter(when)
                .map(Answer::body)
                .distinct()
                .toList();
    }

    private String running() {
        return hosts.host("lb")
                .run("pgrep -x haproxy | sort; sha256sum /etc/haproxy/corbel.d/* /etc/haproxy/haproxy.cfg");
    }

    @Test
    void settingsThatItRefusesChangeNothing() {
        String before = running();
        define("certificate = '/etc/no-such.pem'");
        LoadReport report;
        CommandRun refused;
        try (Load load = Load.start(load())) {
            refused = project.run("apply", "--auto-approve");
            report = load.stop();
        }
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("Error: Setting up the balancer of balanced on lb failed\n", ", in onprem_haproxy.front\n")
                .contains("unable to stat SSL certificate from file '/etc/no-such.pem'");
        assertThat(report.failures()).isEmpty();
        assertThat(running()).isEqualTo(before);
        assertThat(project.run("plan").out()).contains("+ certificate", "Plan: 0 to add, 1 to change, 0 to destroy.");

        define("");
        assertThat(project.run("plan", "--detailed-exitcode").exitCode()).isZero();
    }
}
