package dev.corbel.providers.onprem.postgresql;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.onprem.host.Script;

/**
 * A server as Debian's postgresql-common names it.
 *
 * @param version of PostgreSQL, the major one
 * @param name of the cluster, of which a version may have several
 */
record Cluster(String version, String name) {
    /** The name as text; the cluster's own has no dash, since that would part it in the name of its unit. */
    static final Validation RULE = Validation.matching(
            "[1-9][0-9]*/[a-z0-9][a-z0-9_]*",
            "the major version and a name of small letters, digits and _, such as \"15/main\"");

    /** Functions about the cluster with the settings in {@code $conf}. The server itself wrote where it listens. */
    static final String FUNCTIONS = """
            find_data() {
                data=$(sed -n "s/^[[:space:]]*data_directory[[:space:]]*=[[:space:]]*'\\([^']*\\)'.*/\\1/p" "$conf/postgresql.conf")
                data=${data:-/var/lib/postgresql/$version/$cluster}
            }
            runs() {
                [ -e "$data/postmaster.pid" ] || return 1
                { read -r pid; read -r line; read -r line; read -r port; read -r socket; } < "$data/postmaster.pid" || return 1
                [ -d "/proc/$pid" ]
            }
            sql() { runuser -u postgres -- "$bin/psql" -XAtq -v ON_ERROR_STOP=1 -h "$socket" -p "$port" "$@"; }
            # Ends when the files are in effect.
            reload() {
                before=$(sql -c 'select pg_conf_load_time()') && sql -c 'select pg_reload_conf()' > /dev/null || return 1
                for i in $(seq 50); do
                    [ "$(sql -c 'select pg_conf_load_time()')" = "$before" ] || return 0
                    sleep 0.1
                done
                echo "the server does not take its settings" >&2
                return 1
            }
            """;

    /** The places of {@code $version} and {@code $cluster}, with {@link #FUNCTIONS}. */
    static final String FIND = """
            cd / || exit 1
            conf=/etc/postgresql/$version/$cluster
            bin=/usr/lib/postgresql/$version/bin
            unit=postgresql@$version-$cluster.service
            """ + FUNCTIONS;

    /** Ends a script whose server is not there, or does not run. */
    static final String REQUIRE_RUNNING = """
            [ -e "$conf/postgresql.conf" ] || { echo "there is no server $version/$cluster on this host" >&2; exit 1; }
            find_data
            runs || { echo "the server $version/$cluster does not run" >&2; exit 1; }
            """;

    /** The places of a server that has to be there and run. */
    static final String FIND_RUNNING = FIND + REQUIRE_RUNNING;

    static Cluster of(String text) {
        int slash = text.indexOf('/');
        return new Cluster(text.substring(0, slash), text.substring(slash + 1));
    }

    /** The attribute of what is in a server. */
    static Attribute.Builder server() {
        return Attribute.required("server", Type.STRING)
                .immutable()
                .validatedBy(RULE)
                .describedAs("The name of its server, such as `onprem_postgresql_server.main.name`.");
    }

    /** A script with the variables that {@link #FIND} starts from. */
    Script in(Script script) {
        return script.with("version", version).with("cluster", name);
    }

    /** The folder of its settings. */
    String folder() {
        return "/etc/postgresql/" + version + "/" + name;
    }

    @Override
    public String toString() {
        return version + "/" + name;
    }
}
