package dev.corbel.providers.onprem.postgresql;

import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Script;
import java.time.Duration;
import java.util.Optional;

/** Scripts that make a server, bring it to its settings, and remove it. */
final class ServerScripts {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration DUMP = Duration.ofHours(12);

    /** The lock of changes of servers, which take longer than others wait for. */
    static final Script.Lock LOCK = Script.Lock.of("postgresql", Duration.ofMinutes(2));

    /** Makes the cluster, with the lines of the package that let nobody in without a password, and starts nothing yet. */
    private static final String CREATE = Cluster.FIND + """
            [ ! -e "$conf/postgresql.conf" ] || exit 0
            command -v pg_createcluster > /dev/null || { echo "there is no postgresql-common on this host" >&2; exit 1; }
            if [ ! -x "$bin/initdb" ]; then
                found=$(cd /usr/lib/postgresql 2> /dev/null && echo */bin/initdb | sed 's|/bin/initdb||g; s/^\\*$/none/')
                echo "there is no PostgreSQL $version on this host, but $found" >&2
                exit 1
            fi
            set -- --locale "$locale" --encoding UTF8
            [ -z "$port" ] || set -- "$@" --port "$port"
            [ -z "$directory" ] || set -- "$@" --datadir "$directory"
            set -- "$@" "$version" "$cluster"
            [ "$checksums" != true ] || set -- "$@" -- --data-checksums
            umask 022
            said=$(pg_createcluster "$@" 2>&1) || { printf '%s\\n' "$said" >&2; exit 1; }
            systemctl daemon-reload
            """;

    /**
     * Puts the files in their places and into effect. The server judges the settings before, in a copy; lines of {@code pg_hba.conf}
     * that it cannot read, and a start that fails, lead back to the files that were there.
     */
    private static final String BRING = Cluster.FIND + """
            find_data
            trial=$(mktemp -d) && trap 'rm -rf -- "$trial"' EXIT || exit 1
            mkdir "$trial/new" "$trial/old" && cp -rp -- "$conf/postgresql.conf" "$conf/conf.d" "$trial/new/" || exit 1
            printf '%s' "$settings" > "$trial/new/conf.d/corbel.conf" || exit 1
            [ -z "$newport" ] || printf 'port = %s\\n' "$newport" > "$trial/new/conf.d/zz-port.conf" || exit 1
            chmod -R u+rwX,go+rX "$trial"
            if ! said=$(runuser -u postgres -- "$bin/postgres" -D "$data" -c "config_file=$trial/new/postgresql.conf" \\
                    -C max_connections 2>&1 > /dev/null); then
                printf '%s\\n' "$said" | sed "s|$trial/new|$conf|g; s/^[0-9-]* [0-9:.]* [A-Z]* \\[[0-9]*\\] //" >&2
                exit 1
            fi

            kept=/var/lib/corbel/postgresql/$version-$cluster.pg_hba.conf
            if [ "$existed" = true ] && [ -n "$hba" ] && [ ! -e "$kept" ]; then
                mkdir -p -m 0755 /var/lib/corbel && mkdir -p -m 0700 /var/lib/corbel/postgresql || exit 1
                cp -p -- "$conf/pg_hba.conf" "$kept.new" && mv -T -- "$kept.new" "$kept" || exit 1
            fi
            cp -p -- "$conf/postgresql.conf" "$conf/pg_hba.conf" "$trial/old/" || exit 1
            [ ! -e "$conf/conf.d/corbel.conf" ] || cp -p -- "$conf/conf.d/corbel.conf" "$trial/old/" || exit 1
            put() {
                install -o postgres -g postgres -m "$2" -- "$1" "$3.corbel-new" && sync "$3.corbel-new" && mv -T -- "$3.corbel-new" "$3"
            }
            put_back() {
                put "$trial/old/postgresql.conf" 0644 "$conf/postgresql.conf"
                put "$trial/old/pg_hba.conf" 0640 "$conf/pg_hba.conf"
                if [ -e "$trial/old/corbel.conf" ]; then
                    put "$trial/old/corbel.conf" 0644 "$conf/conf.d/corbel.conf"
                else
                    rm -f -- "$conf/conf.d/corbel.conf"
                fi
            }
            put "$trial/new/conf.d/corbel.conf" 0644 "$conf/conf.d/corbel.conf" || exit 1
            if [ -n "$hba" ]; then
                printf '%s' "$hba" > "$trial/new/pg_hba.conf" && put "$trial/new/pg_hba.conf" 0640 "$conf/pg_hba.conf" || exit 1
            fi
            how=reload
            if [ -n "$newport" ]; then
                pg_conftool "$version" "$cluster" set port "$newport" || exit 1
                how=restart
            fi

            came_up() {
                systemctl "$1" "$unit" && runs && return
                tail -n 5 "/var/log/postgresql/postgresql-$version-$cluster.log" >&2
                return 1
            }
            if ! runs; then
                systemctl reset-failed "$unit" 2> /dev/null
                came_up start || { put_back; exit 1; }
            else
                wrong=$(sql -c "select 'line ' || line_number || ' of pg_hba.conf: ' || error from pg_hba_file_rules where error is not null")
                if [ -n "$wrong" ]; then put_back; printf '%s\\n' "$wrong" >&2; exit 1; fi
            fi
            # What was said past the files counts more than they do.
            printf '%s\\n' "$reset" | sql > /dev/null || exit 1
            reload || exit 1
            if [ "$restart" = true ] && [ "$(sql -c 'select count(*) from pg_settings where pending_restart')" != 0 ]; then
                how=restart
            fi
            if [ "$how" = restart ] && ! came_up restart; then
                put_back
                systemctl reset-failed "$unit" 2> /dev/null
                systemctl start "$unit"
                echo "it runs as it did before" >&2
                exit 1
            fi
            wrong=$(printf '%s\\n' "$elsewhere" | sql)
            if [ -n "$wrong" ]; then printf '%s\\n' "$wrong" >&2; exit 1; fi
            """;

    private static final String RESET = """
            select format('alter system reset %I', name) from pg_file_settings
            where sourcefile = current_setting('data_directory') || '/postgresql.auto.conf' and lower(name) = any (NAMES) \\gexec
            """;

    private static final String ELSEWHERE = """
            select name || ' is said in ' || sourcefile || ', too, which counts more' from pg_settings
            where lower(name) = any (NAMES) and sourcefile <> FILE and not pending_restart
            """;

    /** Keeps a dump of what is dropped, in a file that appears when it is whole. */
    private static final String REMOVE = Cluster.FIND + """
            [ -e "$conf/postgresql.conf" ] || exit 0
            find_data
            if [ "$dump" = true ]; then
                runs || systemctl start "$unit" && runs || { echo "the server does not start, so that nothing can be dumped" >&2; exit 1; }
                mkdir -p -m 0755 /var/backups && mkdir -p -m 0700 /var/backups/corbel || exit 1
                file=/var/backups/corbel/postgresql-$version-$cluster-$(date -u +%Y%m%dT%H%M%SZ).sql
                runuser -u postgres -- "$bin/pg_dumpall" -h "$socket" -p "$port" > "$file.part" && gzip "$file.part" || {
                    rm -f -- "$file.part" "$file.part.gz"
                    exit 1
                }
                sync "$file.part.gz" && mv -T -- "$file.part.gz" "$file.gz" || exit 1
            fi
            systemctl stop "$unit"
            # pg_dropcluster leaves a folder that has more in it than it made.
            rm -f -- "$conf/conf.d/corbel.conf"
            said=$(pg_dropcluster --stop "$version" "$cluster" 2>&1) || { printf '%s\\n' "$said" >&2; exit 1; }
            rm -f -- "/var/lib/corbel/postgresql/$version-$cluster.pg_hba.conf"
            systemctl daemon-reload
            """;

    private static final String LEAVE = Cluster.FIND + """
            [ -e "$conf/postgresql.conf" ] || exit 0
            find_data
            kept=/var/lib/corbel/postgresql/$version-$cluster.pg_hba.conf
            rm -f -- "$conf/conf.d/corbel.conf"
            if [ -e "$kept" ]; then cp -p -- "$kept" "$conf/pg_hba.conf" && rm -f -- "$kept" || exit 1; fi
            if runs; then reload; fi
            """;

    private ServerScripts() {}

    static Script create(DesiredAttributes server) {
        Cluster cluster = Cluster.of(server.required("name"));
        return cluster.in(Script.of("Making the server " + cluster, CREATE))
                .with("locale", server.required("locale"))
                .with("port", number(server.number("port")))
                .with("directory", text(server.text("dataDirectory")))
                .with("checksums", Boolean.toString(server.isTrue("checksums")))
                .within(PATIENCE)
                .under(LOCK);
    }

    /**
     * Brings a server to its settings and starts it.
     *
     * @param port where it shall be another one than it is
     * @param existed whether the files of others are kept
     */
    static Script bring(DesiredAttributes server, Optional<Integer> port, boolean existed) {
        Cluster cluster = Cluster.of(server.required("name"));
        ServerFiles files = ServerFiles.of(server);
        String names = Sql.array(files.names().stream()
                .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                .toList());
        return cluster.in(Script.of("Setting up the server " + cluster, BRING))
                .with("settings", files.settings())
                .with("hba", files.hba().orElse(""))
                .with("newport", number(port.orElse(null)))
                .with("existed", Boolean.toString(existed))
                .with("restart", Boolean.toString(server.isTrue("restart")))
                .with("reset", RESET.replace("NAMES", names))
                .with(
                        "elsewhere",
                        ELSEWHERE
                                .replace("FILE", Sql.literal(cluster.folder() + "/conf.d/corbel.conf"))
                                .replace("NAMES", names))
                .within(PATIENCE)
                .under(LOCK);
    }

    static Script remove(Cluster cluster, boolean dumps) {
        return cluster.in(Script.of("Removing the server " + cluster, REMOVE))
                .with("dump", Boolean.toString(dumps))
                .within(DUMP)
                .under(LOCK);
    }

    /** Takes the settings of the resource from a server that was there before. */
    static Script leave(Cluster cluster) {
        return cluster.in(Script.of("Leaving the server " + cluster, LEAVE)).under(LOCK);
    }

    private static String number(@org.jspecify.annotations.Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
