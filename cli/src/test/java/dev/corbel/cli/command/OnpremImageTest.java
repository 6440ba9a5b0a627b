package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.hosts.HostSet;
import dev.corbel.emulators.hosts.TestHost;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.emulators.hosts.TestHostsExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An app that comes as an image, on hosts. */
@Tag("proof")
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"web1", "web2"},
        withPackages = true,
        fresh = true)
class OnpremImageTest {
    /** Answers each request with the version of the app. */
    private static final String SERVER = """
            import http.server, os
            class Handler(http.server.BaseHTTPRequestHandler):
                def do_GET(self):
                    body = os.environ["VERSION"].encode()
                    self.send_response(200)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
            http.server.ThreadingHTTPServer(("", int(os.environ["PORT"])), Handler).serve_forever()
            """;

    private static final String IMPORT = """
            python=$(readlink -f /usr/bin/python3)
            mkdir -p /tmp/image && cp /tmp/server.py /tmp/image/
            for tag in 1 2; do
                tar --dereference -c "$python" /usr/lib/${python##*/} $(ldd "$python" | grep -o '/lib[^ ]*') -C /tmp/image server.py \\
                    2> /dev/null | podman import --quiet --change "CMD [\\"$python\\", \\"/server.py\\"]" - shop:$tag
            done
            """;

    @TempDir
    Path folder;

    private final TestHosts hosts;

    OnpremImageTest(TestHosts hosts) {
        this.hosts = hosts;
    }

    private CommandRun run(String image, String deployment, String... arguments) {
        TestHost any = hosts.host("web1");
        return Project.of(folder, """
                        provider('onprem') { user = '%s'; identityFile = '%s'; knownHostsFile = '%s' }
                        region('office') {
                            provider = 'onprem'
                            zone('a') { host('web1') { address = '%s'; roles = ['containers', 'loadBalancer'] } }
                            zone('b') { host('web2') { address = '%s'; roles = ['containers'] } }
                            app('shop') {
                                containers {
                                    image = '%s'; env = [VERSION: '%s']; count = 2; deployment = '%s'
                                    memory = '128 MiB'; startupTime = '30 seconds'
                                    healthCheck { path = '/' }
                                }
                                loadBalancer { }
                            }
                        }
                        """.formatted(
                                any.user(),
                                hosts.identityFile(),
                                hosts.knownHosts(),
                                any.address(),
                                hosts.host("web2").address(),
                                image,
                                image,
                                deployment))
                .run(arguments);
    }

    private void assertServes(String image, String deployment) {
        CommandRun applied = run(image, deployment, "apply", "--auto-approve");
        assertThat(applied.exitCode()).as(applied.out() + applied.err()).isZero();
        CommandRun planned = run(image, deployment, "plan", "--detailed-exitcode");
        assertThat(planned.exitCode()).as(planned.out() + planned.err()).isZero();
        for (TestHost host : hosts.all()) {
            assertThat(host.run("curl -sS -m 5 http://127.0.0.1:8080/")).isEqualTo(image);
        }
        assertThat(hosts.host("web2")
                        .run("curl -sS -m 5 http://%s/"
                                .formatted(hosts.host("web1").address())))
                .isEqualTo(image);
    }

    @Test
    void anImageRunsBehindABalancer() {
        for (TestHost host : hosts.all()) {
            host.run("cat > /tmp/server.py <<'END'\n" + SERVER + "END\n");
            host.run(IMPORT);
        }
        assertServes("shop:1", "rolling");
        assertServes("shop:2", "stopAll");
        assertThat(hosts.host("web1")
                        .attempt("curl -sS -m 2 http://%s:8080/"
                                .formatted(hosts.host("web2").address()))
                        .exitCode())
                .as("the balancer's own host")
                .isZero();
        assertThat(hosts.host("web2")
                        .attempt("curl -sS -m 2 http://%s:8080/"
                                .formatted(hosts.host("web1").address()))
                        .exitCode())
                .as("curl's code for a time that is over, since the rules hold for containers")
                .isEqualTo(28);

        CommandRun destroyed = run("shop:2", "stopAll", "destroy", "--auto-approve");
        assertThat(destroyed.exitCode()).as(destroyed.out() + destroyed.err()).isZero();
        for (TestHost host : hosts.all()) {
            assertThat(host.run("podman ps -a -q; ls /etc/systemd/system/*shop* 2> /dev/null || :"))
                    .as(host.name())
                    .isEmpty();
        }
    }
}
