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

/** Backups of a database on a host: made by the calendar, restored as a proof, and told where they fail. */
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"db1"},
        withPackages = true,
        fresh = true)
class HostBackupTest {
    private static final String BACKUP = """
            resource('onprem_postgresql_backup', 'shop') {
                provider = 'onprem.db1'; name = 'shop'; server = '15/main'; database = 'shop'; %s
            }
            check('backups') {
                condition = onprem_postgresql_backup.shop.proven
                message   = 'No backup of shop was restored of late.'
            }
            """;

    @TempDir
    Path folder;

    private final TestHosts hosts;

    HostBackupTest(TestHosts hosts) {
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
        return planned(definition);
    }

    /** A plan with nothing to do. */
    private CommandRun planned(String definition) {
        CommandRun planned = run(definition, "plan", "--detailed-exitcode");
        assertThat(planned.exitCode()).as(planned.out() + planned.err()).isZero();
        return planned;
    }

    private String sql(String database, String statement) {
        return host().run("cd /; runuser -u postgres -- psql -XAtq -d " + database + " -c \"" + statement + "\"");
    }

    private void backUpAgain(int code) {
        assertThat(host().attempt("systemctl start corbel-backup-shop.service").exitCode())
                .isEqualTo(code);
    }

    /** It takes most of a minute, in which backups are made and restored six times. */
    @Test
    @LongForm
    void aBackupIsProvenByItsRestoration() {
        CommandRun refused = run(BACKUP.formatted("schedule = 'Monday at noon'"), "apply");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("Making the backup shop on db1 failed", "Monday at noon");
        CommandRun nothing = run(BACKUP.formatted(""), "apply");
        assertThat(nothing.exitCode()).isEqualTo(1);
        assertThat(nothing.err()).contains("database \"shop\" does not exist");

        sql("postgres", "create database shop");
        sql("shop", "create table things as select generate_series(1, 1000) n");
        String backup = BACKUP.formatted("");
        CommandRun proven = apply(backup);
        assertThat(proven.out() + proven.err()).doesNotContain("No backup of shop");
        assertThat(host().run("ls -l /var/backups/corbel/postgresql")).containsPattern("-rw------- .*shop-20.*\\.dump");
        assertThat(host().run("ls -d /var/tmp/corbel-* 2> /dev/null; systemctl is-active corbel-backup-shop.timer"))
                .isEqualTo("active\n");

        // Old ones go when a new one is proven; a server that cannot be asked leaves them as they are.
        host().run("touch -d '9 days ago' /var/backups/corbel/postgresql/shop-20200101T000000Z.dump");
        host().run("systemctl stop postgresql@15-main");
        backUpAgain(1);
        assertThat(host().run("ls /var/backups/corbel/postgresql")).contains("shop-20200101T000000Z.dump");
        CommandRun failed = planned(backup);
        assertThat(failed.out() + failed.err()).contains("No backup of shop was restored of late.");
        host().run("systemctl start postgresql@15-main");
        backUpAgain(0);
        assertThat(host().run("ls /var/backups/corbel/postgresql")).doesNotContain("shop-20200101T000000Z.dump");
        CommandRun again = planned(backup);
        assertThat(again.out() + again.err()).doesNotContain("No backup of shop");

        // One that cannot be restored is none.
        host().run("mv /usr/lib/postgresql/15/bin/pg_restore /usr/lib/postgresql/15/bin/pg_restore.away");
        backUpAgain(1);
        CommandRun unproven = planned(backup);
        assertThat(unproven.out() + unproven.err()).contains("No backup of shop was restored of late.");
        host().run("mv /usr/lib/postgresql/15/bin/pg_restore.away /usr/lib/postgresql/15/bin/pg_restore");
        backUpAgain(0);

        // The restored one has what was there.
        String newest = host().run("ls -t /var/backups/corbel/postgresql/*.dump | head -n 1")
                .strip();
        sql("postgres", "create database back");
        host().run("cat " + newest + " | runuser -u postgres -- pg_restore -d back");
        assertThat(sql("back", "select sum(n) from things")).isEqualTo("500500\n");

        host().run("rm /var/backups/corbel/postgresql/*.dump");
        CommandRun gone = planned(backup);
        assertThat(gone.out() + gone.err()).contains("No backup of shop was restored of late.");
        host().run(
                        "sed -i s/pg_dump/true/ /etc/corbel/backups/shop.sh; systemctl disable --now corbel-backup-shop.timer");
        CommandRun found = run(backup, "plan", "--detailed-exitcode");
        assertThat(found.exitCode()).isEqualTo(2);
        assertThat(found.out()).contains("~ configuration");
        apply(backup);
        apply("");
        assertThat(host().run("ls /etc/systemd/system; ls -d /etc/corbel 2> /dev/null || :"))
                .doesNotContain("corbel");
        assertThat(host().run("ls /var/backups/corbel/postgresql")).contains("shop-20");
    }
}
