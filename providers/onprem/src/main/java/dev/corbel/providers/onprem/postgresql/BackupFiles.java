package dev.corbel.providers.onprem.postgresql;

import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.ShellText;
import dev.corbel.providers.onprem.unit.Configuration;
import java.util.List;
import java.util.Objects;

/**
 * The files that a backup is made of.
 *
 * @param program that makes it, and restores it
 * @param secret the generation of the password beside the program; empty where there is none
 */
record BackupFiles(String name, String program, String service, String timer, String secret) {

    private static final String START = """
            set -u
            umask 077
            LC_ALL=C
            PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
            export LC_ALL PATH
            """ + Cluster.FIND;

    private static final String SCRATCH = """
            scratch=$(mktemp -d /var/tmp/corbel-restore.XXXXXX) || exit 1
            end() {
                [ ! -e "$scratch/data" ] || runuser -u postgres -- "$bin/pg_ctl" -D "$scratch/data" -m immediate -w stop > /dev/null 2>&1
                rm -rf --one-file-system -- "$scratch"
            }
            trap end EXIT
            trap 'exit 1' INT TERM
            chown postgres "$scratch" && chmod 0700 "$scratch" || exit 1
            """;

    private static final String FROM_HERE = Cluster.REQUIRE_RUNNING + SCRATCH + """
            set -- -h "$socket" -p "$port"
            """;

    /** The password is never in an environment or a command line, and postgres has it for the time of the program. */
    private static final String FROM_ELSEWHERE = """
            [ -x "$bin/initdb" ] || { echo "there is no PostgreSQL $version on this host" >&2; exit 1; }
            """ + SCRATCH + """
            install -o postgres -m 0600 -- "$secret" "$scratch/pass" || exit 1
            PGPASSFILE=$scratch/pass PGSSLMODE=require PGCONNECT_TIMEOUT=30
            export PGPASSFILE PGSSLMODE PGCONNECT_TIMEOUT
            set -- -w -h "$host" -p "$port" -U "$user"
            """;

    /** A dump counts once it is whole, and is restored by a server of its own without a network, with its own data folder. */
    private static final String RUN = """
            note() {
                printf '%s %s %s\\n' "$(date -u +%s)" "$file" "$(stat --printf %s:%.9Y -- "$file")" > "$notes/$1.new" &&
                    sync "$notes/$1.new" && mv -T -- "$notes/$1.new" "$notes/$1"
            }
            notes=/var/lib/corbel/backups/$name
            mkdir -p -m 0755 /var/lib/corbel && mkdir -p -m 0700 /var/lib/corbel/backups "$notes" && mkdir -p -- "$directory" || exit 1
            rm -f -- "$directory/$name-"*.dump.part
            file=$directory/$name-$(date -u +%Y%m%dT%H%M%SZ).dump
            runuser -u postgres -- "$bin/pg_dump" "$@" --format=custom -- "$database" > "$file.part" &&
                sync "$file.part" && mv -T -- "$file.part" "$file" || { rm -f -- "$file.part"; exit 1; }
            note backup || exit 1

            rm -f -- "$scratch/pass"
            runuser -u postgres -- "$bin/initdb" -D "$scratch/data" -A peer -E UTF8 --locale C.UTF-8 -N > /dev/null || exit 1
            runuser -u postgres -- "$bin/pg_ctl" -D "$scratch/data" -w -l "$scratch/log" -o \\
                "-c listen_addresses='' -c unix_socket_directories=$scratch -c fsync=off -c shared_buffers=16MB" start > /dev/null || {
                cat "$scratch/log" >&2
                exit 1
            }
            socket=$scratch port=5432
            sql -d postgres -c 'create database restored template template0' || exit 1
            runuser -u postgres -- "$bin/pg_restore" -h "$scratch" -p 5432 --no-owner --no-privileges --exit-on-error -d restored \\
                < "$file" || exit 1
            note restore || exit 1

            find "$directory" -maxdepth 1 -type f -name "$name-*.dump" -mtime "+$days" ! -path "$file" -delete
            """;

    static BackupFiles of(DesiredAttributes backup) {
        String name = backup.required("name");
        Cluster cluster = Cluster.of(backup.required("server"));
        boolean isElsewhere = backup.has("host");
        String variables = """
                #!/bin/sh
                # The program of a resource of Corbel, which undoes changes by hand.
                name=%s version=%s cluster=%s database=%s directory=%s days=%s
                """.formatted(
                        ShellText.quote(name),
                        ShellText.quote(cluster.version()),
                        ShellText.quote(cluster.name()),
                        ShellText.quote(backup.required("database")),
                        ShellText.quote(backup.required("directory")),
                        // Files count as a day older when the day is over.
                        Objects.requireNonNull(backup.number("retentionDays")) - 1);
        String program = START + (isElsewhere ? there(backup, name) + FROM_ELSEWHERE : FROM_HERE) + RUN;
        return new BackupFiles(
                name,
                variables + program,
                """
                [Unit]
                Description=Backup %1$s of PostgreSQL
                [Service]
                Type=oneshot
                ExecStart=/bin/sh %2$s
                """.formatted(name, path(name)),
                """
                [Unit]
                Description=Backups %s of PostgreSQL
                [Timer]
                OnCalendar=%s
                Persistent=true
                [Install]
                WantedBy=timers.target
                """.formatted(name, backup.required("schedule")),
                isElsewhere ? "" + backup.number("passwordVersion") : "");
    }

    private static String there(DesiredAttributes backup, String name) {
        return "host=%s port=%s user=%s secret=%s\n"
                .formatted(
                        ShellText.quote(backup.required("host")),
                        Objects.requireNonNull(backup.number("port")),
                        ShellText.quote(backup.required("user")),
                        ShellText.quote(secretPath(name)));
    }

    /** The password as programs of PostgreSQL read it from a file. */
    static String secretText(String password) {
        return "*:*:*:*:" + password.replace("\\", "\\\\").replace(":", "\\:") + "\n";
    }

    /** Where the program of a backup is. */
    static String path(String name) {
        return "/etc/corbel/backups/" + name + ".sh";
    }

    /** Where the password is that its program needs. */
    static String secretPath(String name) {
        return "/etc/corbel/backups/" + name + ".pass";
    }

    /** The service and the timer, but for their endings. */
    static String unit(String name) {
        return "/etc/systemd/system/corbel-backup-" + name;
    }

    String configuration() {
        return Configuration.of(
                program + "\0" + service + "\0" + timer + (secret.isEmpty() ? "" : "\0" + secret), List.of());
    }
}
