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
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two apps whose balancers are on one host, which has one HAProxy for both. */
@LongForm
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"app1"},
        withPackages = true,
        fresh = true)
class OnpremSharedBalancerTest {
    private static final String APP = """
            app('%s') {
                containers {
                    archive = 'dist/app-1.tar'
                    command = ['/usr/bin/python3', '-m', 'http.server', '%d']
                    port    = %d
                    memory  = '64 MiB'
                    startupTime = '30 seconds'
                    healthCheck { path = '/' }
                }
                loadBalancer { %s }
            }
            """;

    private static final String CERTIFICATE = """
            openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=blog.example.org -days 2 \\
                -keyout /tmp/key.pem -out /tmp/certificate.pem 2> /dev/null
            cat /tmp/key.pem /tmp/certificate.pem > /etc/blog.pem
            """;

    /** The ports on which HAProxy takes clients. */
    private static final String LISTENS =
            "ss -Hltnp | grep haproxy | awk '{print $4}' | sed 's/.*://' | grep -x -e 80 -e 443 | sort -u";

    @TempDir
    Path folder;

    private final TestHosts hosts;

    OnpremSharedBalancerTest(TestHosts hosts) {
        this.hosts = hosts;
    }

    private TestHost host() {
        return hosts.host("app1");
    }

    private Project project(String content) {
        return Project.of(folder, """
                region('office') {
                    provider = 'onprem'
                    host('app1') { address = '%s'; user = '%s'; hostKey = '%s'; identityFile = '%s' }
                    %s
                }
                """.formatted(
                        host().address(), host().user(), host().hostKey(), hosts.identityFile(), content));
    }

    private void apply(String apps) {
        Project project = project(apps);
        CommandRun applied = project.run("apply", "--auto-approve");
        assertThat(applied.exitCode()).as(applied.out() + applied.err()).isZero();
        CommandRun planned = project.run("plan", "--detailed-exitcode");
        assertThat(planned.exitCode()).as(planned.out() + planned.err()).isZero();
    }

    private void archive() throws Exception {
        Files.createDirectories(folder.resolve("app"));
        Files.writeString(folder.resolve("app/index.html"), "served");
        AppArchive.pack(folder, "index.html");
    }

    @Test
    void theEndOfOneAppLeavesTheBalancerOfTheOther() throws Exception {
        archive();
        host().run(CERTIFICATE);
        String shop = APP.formatted("shop", 8080, 8080, "");
        String blog = APP.formatted("blog", 8081, 8081, "certificate = '/etc/blog.pem'");
        apply(shop + blog);
        assertThat(host().run(LISTENS)).isEqualTo("443\n80\n");
        assertThat(host().run("curl -sS -m 5 http://127.0.0.1/")).isEqualTo("served");
        assertThat(host().run("curl -sSk -m 5 https://127.0.0.1/")).isEqualTo("served");

        apply(blog);
        assertThat(host().run(LISTENS)).isEqualTo("443\n");
        assertThat(host().run("curl -sSk -m 5 https://127.0.0.1/")).isEqualTo("served");
        assertThat(host().run("ls /etc/haproxy/corbel.d")).isEqualTo("blog.cfg\n");
    }

    /** An earlier version of the component made an {@code onprem_package} for each app. */
    @Test
    void thePackageThatAnEarlierVersionMadeIsForgottenAndStaysInstalled() throws Exception {
        archive();
        Project before = project("""
                resource('onprem_package', 'haproxy_1') { provider = 'onprem.app1'; name = 'haproxy' }
                """);
        before.succeed("apply", "--auto-approve");
        before.succeed(
                "state", "mv", "office/onprem_package.haproxy_1", "region:office/app:shop/onprem_package.haproxy_1");

        apply(APP.formatted("shop", 8080, 8080, ""));
        assertThat(host().run("curl -sS -m 5 http://127.0.0.1/")).isEqualTo("served");
        assertThat(project(APP.formatted("shop", 8080, 8080, ""))
                        .succeed("state", "list")
                        .out())
                .contains("office/shop/onprem_haproxy.balancer_1")
                .doesNotContain("onprem_package.haproxy");
    }
}
