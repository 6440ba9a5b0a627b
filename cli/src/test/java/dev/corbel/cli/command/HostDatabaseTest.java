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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL on a host: a server, a role and a database through their lives. */
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"db1"},
        withPackages = true,
        fresh = true)
class HostDatabaseTest {
    private static final String SETTINGS = "[shared_buffers: '16MB', log_statement: 'all']";

    @TempDir
    Path folder;

    private final TestHosts hosts;

    HostDatabaseTest(TestHosts hosts) {
        this.hosts = hosts;
    }

    private TestHost host() {
        return hosts.host("db1");
    }

    private CommandRun run(String definition, String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        if (!arguments[0].equals("plan")) {
            line.add("--auto-approve");
        }
        return Project.of(folder, HostDefinition.providers(hosts) + definition).run(line.toArray(String[]::new));
    }

    private CommandRun apply(String definition) {
        CommandRun applied = run(definition, "apply");
        assertThat(applied.exitCode()).as(applied.out() + applied.err()).isZero();
        CommandRun planned = run(definition, "plan", "--detailed-exitcode");
        assertThat(planned.exitCode()).as(planned.out() + planned.err()).isZero();
        return applied;
    }

    private void assertFound(String definition, String... words) {
        CommandRun found = run(definition, "plan", "--detailed-exitcode");
        assertThat(found.exitCode()).as(found.out() + found.err()).isEqualTo(2);
        assertThat(found.out()).contains(words).contains("Plan: 0 to add, 1 to change, 0 to destroy.");
    }

    private void assertRefused(String definition, String... words) {
        CommandRun refused = run(definition, "apply");
        assertThat(refused.exitCode()).as(refused.out() + refused.err()).isEqualTo(1);
        assertThat(refused.err()).contains(words);
    }

    private static String server(String settings, String more) {
        return """
                resource('onprem_postgresql_server', 'main') {
                    provider = 'onprem.db1'; name = '15/shop'; port = 5433; finalBackup = false
                    settings = %s
                    hba      = ['host shop shop 127.0.0.1/32 scram-sha-256']
                    %s
                }
                """.formatted(settings, more);
    }

    private static String database(String more) {
        return """
                resource('onprem_postgresql_role', 'shop') {
                    provider = 'onprem.db1'; server = onprem_postgresql_server.main.name; name = 'shop'
                    password = corbel_secret.shop.value; passwordVersion = corbel_secret.shop.generation
                }
                resource('corbel_secret', 'shop') { }
                resource('onprem_file', 'pass') {
                    provider = 'onprem.db1'; path = '/root/.pgpass'; mode = '0600'
                    contentWriteOnly = "127.0.0.1:5433:shop:shop:${corbel_secret.shop.value}\\n"
                    contentVersion   = corbel_secret.shop.generation.map { it.toString() }
                }
                resource('onprem_postgresql_database', 'shop') {
                    provider = 'onprem.db1'; server = onprem_postgresql_server.main.name
                    name = 'shop'; owner = onprem_postgresql_role.shop.name
                    %s
                }
                """.formatted(more);
    }

    private String asShop(String sql) {
        return host().run("psql -XAt -h 127.0.0.1 -p 5433 -U shop shop -c \"" + sql + "\"");
    }

    private String asAdministrator(String sql) {
        return host().run("cd /; runuser -u postgres -- psql -XAt -p 5433 -c \"" + sql + "\"");
    }

    @Test
    void aServerWithARoleAndADatabaseLives() {
        String all = server(SETTINGS, "") + database("");
        apply(all);
        assertThat(asShop("create table things (n int); insert into things values (1); select count(*) from things"))
                .contains("1");
        assertThat(asAdministrator("show data_checksums; show shared_buffers; select count(*) from pg_authid"
                        + " where rolname = 'shop' and rolpassword like 'SCRAM-SHA-256$%'"))
                .isEqualTo("on\n16MB\n1\n");
        String password = host().run("sed 's/.*://' /root/.pgpass").strip();
        assertThat(password).hasSizeGreaterThan(20);
        assertThat(host().run("cat /var/log/postgresql/*; journalctl -b --no-pager; ps -eo args"))
                .contains("alter role")
                .doesNotContain(password);
        assertThat(host().attempt("psql -XAt -h 127.0.0.1 -p 5433 -U shop postgres -c 'select 1' < /dev/null")
                        .exitCode())
                .as("a database that no line lets in to")
                .isNotZero();

        String started = asAdministrator("select pg_postmaster_start_time()");
        apply(all.replace("log_statement: 'all'", "work_mem: '8MB'"));
        assertThat(asAdministrator("show work_mem; show log_statement")).isEqualTo("8MB\nnone\n");
        assertThat(asAdministrator("select pg_postmaster_start_time()")).isEqualTo(started);
        apply(all);

        host().reboot();
        apply(all);
        assertThat(asShop("select count(*) from things")).isEqualTo("1\n");

        endsInOrder();
    }

    private void endsInOrder() {
        assertRefused(
                server(SETTINGS, ""),
                "The database shop is protected against deletion",
                "Apply deletionProtection = false first.");
        apply(server(SETTINGS, "") + database("deletionProtection = false"));
        apply(server(SETTINGS, "deletionProtection = false"));
        assertThat(host().run("ls -l /var/backups/corbel"))
                .containsPattern("-rw------- .*postgresql-15-shop-shop-.*\\.dump");
        assertThat(
                        host().run(
                                        "cat /var/backups/corbel/*.dump | runuser -u postgres -- pg_restore -f - | grep 'CREATE TABLE'"))
                .contains("public.things");
        apply("");
        assertThat(host().run("pg_lsclusters")).doesNotContain("shop");
        assertThat(host().run("ls /etc/postgresql/15 /var/lib/postgresql/15")).doesNotContain("shop");
    }

    /** Each change takes a plan and an apply of its own. */
    @Test
    @LongForm
    void whatIsChangedByHandIsFoundAndHealed() {
        String all = server(SETTINGS, "") + database("");
        apply(all);
        asAdministrator("alter system set log_statement = 'none'");
        asAdministrator("select pg_reload_conf()");
        assertFound(all, "~ settings", "\"none\" -> \"all\"");
        apply(all);

        host().run(
                        "sed -i \"s/16MB/24MB/\" /etc/postgresql/15/shop/conf.d/corbel.conf; systemctl reload postgresql@15-shop");
        assertFound(all, "~ configuration", "~ pending_restart");
        apply(all);

        asAdministrator("alter role shop password 'another'");
        CommandRun found = run(all, "plan");
        assertThat(found.out()).contains("+ passwordVersion", "Plan: 0 to add, 3 to change, 0 to destroy.");
        apply(all);
        assertThat(asShop("select 1")).isEqualTo("1\n");

        asAdministrator("alter role shop superuser");
        assertFound(all, "~ superuser", "true -> false");
        asAdministrator("grant connect on database shop to public");
        apply(all);
        host().run("systemctl stop postgresql@15-shop");
        CommandRun down = run(all, "plan");
        assertThat(down.exitCode()).isEqualTo(1);
        assertThat(down.err()).contains("The server 15/shop does not run", "with --target");
        CommandRun up = run(all, "apply", "--target", "onprem_postgresql_server.main");
        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(up.out()).contains("~ status", "\"down\" -> \"online\"");
        apply(all);
    }

    @Test
    void whatTheServerCannotDoChangesNothing() {
        String before = "deletionProtection = false; restart = false";
        apply(server(SETTINGS, before));

        assertRefused(
                server("[shared_buffer: '16MB']", before),
                "Setting up the server 15/shop on db1 failed",
                "unrecognized configuration parameter \"shared_buffer\"");
        assertRefused(
                server("[work_mem: '4 parsecs']", before), "invalid value for parameter \"work_mem\": \"4 parsecs\"");
        assertRefused(
                server(SETTINGS, before).replace("host shop shop", "host shop"),
                "line 3 of pg_hba.conf: end-of-line before authentication method");
        assertRefused(
                server("[shared_buffers: '900GB', log_statement: 'all']", before.replace("restart = false", "")),
                "Setting up the server 15/shop on db1 failed",
                "it runs as it did before");
        apply(server(SETTINGS, before));
        assertThat(asAdministrator("show shared_buffers")).isEqualTo("16MB\n");

        CommandRun later = apply(server("[shared_buffers: '24MB', log_statement: 'all']", before));
        assertThat(later.out()).contains("24MB");
        assertThat(asAdministrator("show shared_buffers")).isEqualTo("16MB\n");
        CommandRun due = run(
                server(
                        "[shared_buffers: '24MB', log_statement: 'all']",
                        before.replace("false; restart = false", "false")),
                "plan");
        assertThat(due.out()).contains("pending_restart", "shared_buffers");
        apply(server("[shared_buffers: '24MB', log_statement: 'all']", "deletionProtection = false"));
        assertThat(asAdministrator("show shared_buffers")).isEqualTo("24MB\n");

        apply(server(SETTINGS, "deletionProtection = false").replace("port = 5433", "port = 5499"));
        assertThat(host().run("pg_lsclusters -h | grep shop")).contains("5499 online");
        apply("");
    }

    @Test
    void aServerThatWasThereGetsItsSettingsBack() {
        String mine = """
                resource('onprem_postgresql_server', 'main') {
                    provider = 'onprem.db1'; name = '15/main'; %s
                    settings = [work_mem: '6MB']; hba = ['local all all peer']
                }
                """;
        String lines = host().run("cat /etc/postgresql/15/main/pg_hba.conf");
        assertRefused(mine.formatted(""), "onprem_postgresql_server \"15/main\" is on db1 already");
        assertRefused(
                mine.formatted("replaceExisting = true"),
                "15/main was not made with this checksums",
                "Write checksums = false");
        apply(mine.formatted("replaceExisting = true; checksums = false"));
        assertThat(host().run("cd /; runuser -u postgres -- psql -XAtc 'show work_mem'"))
                .isEqualTo("6MB\n");
        apply("");
        assertThat(host().run("cd /; runuser -u postgres -- psql -XAtc 'show work_mem'"))
                .isEqualTo("4MB\n");
        assertThat(host().run("cat /etc/postgresql/15/main/pg_hba.conf")).isEqualTo(lines);
    }

    @Test
    void whatCannotBeIsRefusedBeforeAHostIsAsked() {
        assertRefused(
                """
                resource('onprem_postgresql_role', 'own') {
                    provider = 'onprem.db1'; server = '15/main'; name = 'pg_own'; password = 'gr\u00fcn'; passwordVersion = 1
                }
                resource('onprem_postgresql_database', 'own') { provider = 'onprem.db1'; server = '15-main'; name = 'template1' }
                """,
                "a text of printable ASCII characters",
                "none of PostgreSQL's own",
                "the major version and a name of small letters");
        assertRefused(
                """
                resource('onprem_postgresql_server', 'main') {
                    provider = 'onprem.db1'; name = '15/main'
                    settings = [port: '5433', 'work mem': '1MB']; hba = ['shop shop']
                }
                resource('onprem_postgresql_role', 'shop') {
                    provider = 'onprem.db1'; server = '15/main'; name = 'shop'; password = 'secret'
                }
                """,
                "The setting \"port\" is not for settings",
                "Write port = … beside settings.",
                "\"work mem\" is no setting of PostgreSQL",
                "\"shop shop\" is no line of pg_hba.conf",
                "password and passwordVersion belong together");
    }
}
