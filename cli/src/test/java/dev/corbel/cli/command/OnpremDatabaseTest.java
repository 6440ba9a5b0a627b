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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An app whose database has a server of its own, on real hosts. */
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"app1", "db1", "other"},
        withPackages = true,
        fresh = true)
class OnpremDatabaseTest {
    /** As the app does it, with what its service was given. */
    private static final String PSQL = """
            set -a; . /etc/corbel/services/shop.env; . /etc/corbel/services/shop.secret.env
            PGPASSWORD="$DATABASE_PASSWORD" psql -XAtq "$DATABASE_URL" -v ON_ERROR_STOP=1 -c """;

    @TempDir
    Path folder;

    private final TestHosts hosts;
    private Project project;

    OnpremDatabaseTest(TestHosts hosts) {
        this.hosts = hosts;
    }

    @BeforeEach
    void copyExample() throws Exception {
        project = Project.example("onprem", folder);
        AppArchive.pack(folder, "App.java");
    }

    private CommandRun run(String command, String... more) {
        List<String> line = new ArrayList<>(List.of(command, "database-server"));
        String addresses = hosts.all().stream()
                .map(host -> "\"%s\": \"%s\"".formatted(host.name(), host.address()))
                .collect(Collectors.joining(", ", "addresses={", "}"));
        Stream.of(
                        addresses,
                        "user=" + host("app1").user(),
                        "identityFile=" + hosts.identityFile(),
                        "knownHosts=" + hosts.knownHosts(),
                        "java=/usr/local/bin/java")
                .forEach(value -> line.addAll(List.of("--var", value)));
        line.addAll(List.of(more));
        return project.run(line.toArray(String[]::new));
    }

    private TestHost host(String name) {
        return hosts.host(name);
    }

    private void apply(String... more) {
        List<String> line = new ArrayList<>(List.of(more));
        line.add("--auto-approve");
        CommandRun applied = run("apply", line.toArray(String[]::new));
        assertThat(applied.exitCode()).as(applied.out() + applied.err()).isZero();
        List<String> variables = line.contains("--replace") ? List.of() : List.copyOf(line.subList(0, line.size() - 1));
        List<String> plan = new ArrayList<>(variables);
        plan.add("--detailed-exitcode");
        CommandRun planned = run("plan", plan.toArray(String[]::new));
        assertThat(planned.exitCode()).as(planned.out() + planned.err()).isZero();
    }

    private String port() {
        return host("db1")
                .run("pg_lsclusters -h | awk '$2 == \"shop\" {print $3}'")
                .strip();
    }

    private String asApp(String sql) {
        return host("app1").run(PSQL + "'" + sql + "'");
    }

    @Test
    void theAppHasADatabaseOfItsOwnOnAnotherServer() throws Exception {
        apply();
        assertThat(asApp("create table things (n int); insert into things values (7); select n from things"))
                .isEqualTo("7\n");
        assertThat(asApp("\\conninfo")).contains("SSL connection");
        assertThat(host("db1").run("ls /var/backups/corbel/postgresql")).contains("shop-database-20");
        String before = asApp("select session_user");
        String password = host("app1")
                .run("sed 's/.*PASSWORD=//; s/\"//g' /etc/corbel/services/shop.secret.env")
                .strip();
        assertThat(password).hasSizeGreaterThan(20);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(password);
            }
        }

        String port = port();
        String connect = "PGPASSWORD='%s' PGCONNECT_TIMEOUT=2 psql -XAtc 'select 1' 'postgresql://%s@%s:%s/%s' 2>&1";
        assertThat(host("other")
                        .attempt(connect.formatted(
                                password, before.strip(), host("db1").address(), port, "shop"))
                        .out())
                .as("a host that is none of the app's")
                .contains("timeout expired");
        assertThat(host("app1")
                        .attempt(connect.formatted(
                                password, before.strip(), host("db1").address(), port, "postgres"))
                        .out())
                .as("another database")
                .contains("no pg_hba.conf entry");
    }

    /** It takes minutes: each apply is followed by a plan, and hosts start anew. */
    @Test
    @LongForm
    void passwordsTakeTurnsAndTheDatabaseEndsWithADump() {
        CommandRun unknown = run("apply", "--auto-approve", "--var", "postgresql=99");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err())
                .contains("The sources of this host have: postgresql-15", "Write another version in database");
        apply();
        asApp("create table things (n int); insert into things values (7)");
        String before = asApp("select session_user");
        String port = port();

        apply("--replace", "office/shop/corbel_secret.app");
        assertThat(asApp("insert into things values (8); select sum(n) from things"))
                .isEqualTo("15\n");
        assertThat(asApp("select session_user")).isNotEqualTo(before);
        assertThat(host("db1")
                        .run("cd /; runuser -u postgres -- psql -XAtp " + port
                                + " -c \"select count(*) from pg_roles where rolname like 'shop%'\""))
                .as("the owner, and the user of now")
                .isEqualTo("2\n");
        for (TestHost host : hosts.all()) {
            host.reboot();
        }
        apply();
        assertThat(asApp("select count(*) from things")).isEqualTo("2\n");

        CommandRun refused = run("destroy", "--auto-approve");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("preventDestroy");
        assertThat(asApp("select count(*) from things")).isEqualTo("2\n");
        apply("--var", "protected=false");
        CommandRun destroyed = run("destroy", "--auto-approve", "--var", "protected=false");
        assertThat(destroyed.exitCode()).as(destroyed.out() + destroyed.err()).isZero();
        assertThat(host("db1").run("pg_lsclusters -h; nft list tables; ls /var/backups/corbel"))
                .doesNotContain(" shop ", "corbel_apps")
                .containsPattern("postgresql-15-shop-shop-.*\\.dump");
    }
}
