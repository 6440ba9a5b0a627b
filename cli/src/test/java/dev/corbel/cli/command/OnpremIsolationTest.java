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
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two apps on one host, each with its database, which keep out of each other's. It takes most of a minute. */
@LongForm
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"app1"},
        withPackages = true,
        fresh = true)
class OnpremIsolationTest {
    private static final String APP = """
            app('%s') {
                containers {
                    archive = 'dist/app-1.tar'
                    command = ['/usr/local/bin/java', 'App.java']
                    port    = %d
                    memory  = '%s'
                    env     = [DATABASE_URL: database.url, DATABASE_PASSWORD: database.password]
                    startupTime = '30 seconds'
                    healthCheck { path = '/health' }
                }
                database { version = '15'; deletionProtection = false; finalSnapshot = false }
            }
            """;

    /** As the service of an app, with its user and its view of the files. */
    private static final String AS = """
            pid=$(systemctl show -p MainPID --value %s)
            blog=$(systemctl show -p MainPID --value blog)
            nsenter --target $pid --mount --setuid $(stat -c %%u /proc/$pid) --setgid $(stat -c %%g /proc/$pid) -- %s 2>&1
            """;

    @TempDir
    Path folder;

    private final TestHosts hosts;

    OnpremIsolationTest(TestHosts hosts) {
        this.hosts = hosts;
    }

    private TestHost host() {
        return hosts.host("app1");
    }

    private String asService(String app, String command) {
        return host().attempt(AS.formatted(app, command)).out();
    }

    private void apply(String apps) throws Exception {
        Path example = Path.of("..", "examples", "onprem", "app", "App.java");
        Files.createDirectories(folder.resolve("app"));
        Files.copy(example, folder.resolve("app/App.java"), StandardCopyOption.REPLACE_EXISTING);
        if (!Files.exists(folder.resolve("dist/app-1.tar"))) {
            AppArchive.pack(folder, "App.java");
        }
        Project project = Project.of(
                folder, """
                region('office') {
                    provider = 'onprem'
                    host('app1') { address = '%s'; user = '%s'; hostKey = '%s'; identityFile = '%s' }
                    %s
                }
                """.formatted(host().address(), host().user(), host().hostKey(), hosts.identityFile(), apps));
        CommandRun applied = project.run("apply", "--auto-approve");
        assertThat(applied.exitCode()).as(applied.out() + applied.err()).isZero();
        CommandRun planned = project.run("plan", "--detailed-exitcode");
        assertThat(planned.exitCode()).as(planned.out() + planned.err()).isZero();
    }

    private String psql(String app, String url) {
        return host().attempt("""
                        set -a; . /etc/corbel/services/%s.env; . /etc/corbel/services/%s.secret.env
                        blog=$(sed -n 's/^DATABASE_URL=//p' /etc/corbel/services/blog.env | tr -d '"')
                        PGPASSWORD="$DATABASE_PASSWORD" psql -XAtq "%s" -c 'select 1' 2>&1
                        """.formatted(app, app, url)).out();
    }

    @Test
    void twoAppsOnOneHostKeepOutOfEachOther() throws Exception {
        String shop = APP.formatted("shop", 8080, "256 MiB");
        String blog = APP.formatted("blog", 8081, "256 MiB");
        apply(shop + blog);

        assertThat(psql("shop", "$DATABASE_URL")).isEqualTo("1\n");
        assertThat(psql("blog", "$DATABASE_URL")).isEqualTo("1\n");
        String other = host().run("sed -n 's/^DATABASE_URL=//p' /etc/corbel/services/blog.env | tr -d '\"'")
                .strip();
        String port = other.replaceAll(".*:(\\d+)/.*", "$1");
        String user = host().run("sed -n 's/^DATABASE_URL=//p' /etc/corbel/services/shop.env | tr -d '\"'")
                .strip()
                .replaceAll(".*//(.*)@.*", "$1");
        assertThat(psql("shop", "postgresql://" + user + "@127.0.0.1:" + port + "/blog"))
                .as("shop's user in blog's server")
                .contains("FATAL");
        assertThat(psql("shop", other))
                .as("blog's user with shop's password")
                .contains("password authentication failed");

        for (String file : new String[] {
            "/etc/corbel/services/blog.secret.env",
            "/etc/corbel/services/blog.env",
            "/var/lib/postgresql/15/blog/PG_VERSION"
        }) {
            assertThat(asService("shop", "cat " + file)).as(file).contains("Permission denied");
        }
        assertThat(asService("shop", "sh -c \"kill -9 $blog\"")).contains("not permitted");
        assertThat(host().run("stat -c %u /proc/$(systemctl show -p MainPID --value blog)"))
                .isNotEqualTo(host().run("stat -c %u /proc/$(systemctl show -p MainPID --value shop)"));

        // One that ends takes nothing of the other's with it.
        apply(blog);
        assertThat(psql("blog", "$DATABASE_URL")).isEqualTo("1\n");
        assertThat(host().run("pg_lsclusters -h; ls /etc/corbel/services")).doesNotContain("shop");
    }
}
