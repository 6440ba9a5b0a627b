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

/** Backups of a database that another host fetches, keeps and restores as a proof. */
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"db1", "vault1"},
        withPackages = true,
        fresh = true)
class HostBackupCopyTest {
    private static final String FILES = "/var/backups/corbel/postgresql";

    @TempDir
    Path folder;

    private final TestHosts hosts;

    HostBackupCopyTest(TestHosts hosts) {
        this.hosts = hosts;
    }

    private TestHost database() {
        return hosts.host("db1");
    }

    private TestHost vault() {
        return hosts.host("vault1");
    }

    private CommandRun run(String definition, String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        if (!arguments[0].equals("plan")) {
            line.add("--auto-approve");
        }
        return Project.of(folder, HostDefinition.providers(hosts) + definition).run(line.toArray(String[]::new));
    }

    /** A plan with nothing to do. */
    private String planned(String definition) {
        CommandRun planned = run(definition, "plan", "--detailed-exitcode");
        assertThat(planned.exitCode()).as(planned.out() + planned.err()).isZero();
        return planned.out() + planned.err();
    }

    private void apply(String definition) {
        CommandRun applied = run(definition, "apply");
        assertThat(applied.exitCode()).as(applied.out() + applied.err()).isZero();
    }

    private String definition() {
        return """
                resource('onprem_postgresql_server', 'shop') {
                    provider = 'onprem.db1'; name = '15/shop'; port = 5433; deletionProtection = false; finalBackup = false
                    settings = [listen_addresses: '*']
                    hba      = ['hostssl shop reader %s/32 scram-sha-256']
                }
                resource('onprem_postgresql_database', 'shop') {
                    provider = 'onprem.db1'; server = onprem_postgresql_server.shop.name; name = 'shop'
                    users    = [onprem_postgresql_role.reader.name]
                    deletionProtection = false
                }
                resource('corbel_secret', 'reader') { }
                resource('onprem_postgresql_role', 'reader') {
                    provider = 'onprem.db1'; server = onprem_postgresql_server.shop.name; name = 'reader'
                    memberOf = ['pg_read_all_data']
                    password = corbel_secret.reader.value; passwordVersion = corbel_secret.reader.generation
                }
                resource('onprem_postgresql_backup', 'copy') {
                    provider = 'onprem.vault1'; name = 'shop'; server = onprem_postgresql_server.shop.name
                    database = onprem_postgresql_database.shop.name
                    host     = '%s'; port = onprem_postgresql_server.shop.port
                    user     = onprem_postgresql_role.reader.name
                    password = corbel_secret.reader.value; passwordVersion = corbel_secret.reader.generation
                }
                check('copies') {
                    condition = onprem_postgresql_backup.copy.proven
                    message   = 'No copy of shop was restored of late.'
                }
                """.formatted(vault().address(), database().address());
    }

    private String sql(String statement) {
        return database().run("cd /; runuser -u postgres -- psql -XAtq -p 5433 -d shop -c \"" + statement + "\"");
    }

    private int backUpAgain() {
        return vault().attempt("systemctl start corbel-backup-shop.service").exitCode();
    }

    @Test
    void anotherHostFetchesKeepsAndRestoresBackups() {
        apply(definition());
        assertThat(planned(definition())).doesNotContain("No copy of shop");
        assertThat(vault().run("ls -l " + FILES)).containsPattern("-rw------- 1 root root .*shop-20.*\\.dump");
        assertThat(database().run("ls " + FILES + " /etc/corbel 2> /dev/null || :"))
                .isEmpty();
        String password =
                vault().run("sed 's/.*://' /etc/corbel/backups/shop.pass").strip();
        assertThat(password).hasSizeGreaterThan(20);
        assertThat(vault().run("cat /etc/corbel/backups/shop.sh; journalctl -b --no-pager; ls -l /etc/corbel/backups"))
                .contains("-rw------- 1 root root", "shop.pass")
                .doesNotContain(password);
        vault().run("newest=$(ls -t " + FILES + "/*.dump | head -n 1); printf x >> $newest");
        assertThat(planned(definition()))
                .as("one that changed since it was restored proves nothing")
                .contains("No copy of shop was restored of late.");
    }

    /** It takes most of a minute, in which backups are made and restored several times. */
    @Test
    @LongForm
    void copiesAreKeptUntilNewerOnesAreProven() {
        apply(definition());
        sql("create table things as select generate_series(1, 1000) n");
        vault().run("touch -d '9 days ago' " + FILES + "/shop-20200101T000000Z.dump");
        database().cut();
        assertThat(backUpAgain()).isEqualTo(1);
        assertThat(vault().run("ls " + FILES)).contains("shop-20200101");
        database().heal();
        assertThat(backUpAgain()).isZero();
        assertThat(vault().run("ls " + FILES)).doesNotContain("shop-20200101");
        assertThat(planned(definition())).doesNotContain("No copy of shop");

        String newest = vault().run("ls -t " + FILES + "/*.dump | head -n 1").strip();
        assertThat(vault().run("/usr/lib/postgresql/15/bin/pg_restore -f - " + newest + " | grep -c '^[0-9][0-9]*$'"))
                .isEqualTo("1000\n");

        vault().run("rm /etc/corbel/backups/shop.pass");
        CommandRun found = run(definition(), "plan", "--detailed-exitcode");
        assertThat(found.exitCode()).isEqualTo(2);
        assertThat(found.out()).contains("~ configuration");
        apply("");
        assertThat(vault().run("ls -d /etc/corbel 2> /dev/null || :")).isEmpty();
        assertThat(vault().run("ls " + FILES)).contains("shop-20");
    }

    @Test
    void whatCannotBeIsRefusedBeforeAHostIsAsked() {
        CommandRun refused = run("""
                resource('onprem_postgresql_backup', 'copy') {
                    provider = 'onprem.vault1'; name = 'shop'; server = '15/shop'; database = 'shop'; host = '192.0.2.1'; port = 5432
                }
                resource('onprem_postgresql_backup', 'here') {
                    provider = 'onprem.vault1'; name = 'here'; server = '15/shop'; database = 'shop'; user = 'reader'
                }
                """, "apply");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains(
                        "A backup of another host needs user, password, passwordVersion",
                        "Give it a role that reads the whole database, and a line of hba.",
                        "user says how a server on another host is asked",
                        "Add host, or leave it out.");
    }
}
