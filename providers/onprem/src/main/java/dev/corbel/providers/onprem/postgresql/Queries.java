package dev.corbel.providers.onprem.postgresql;

import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.ShellText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Questions to servers as a part of the fact script, and their answers, which are objects in JSON. A server that is down, or that does
 * not answer, is told as such, and never taken for one that is gone.
 */
final class Queries {
    private static final String LIBRARY = "cd /\n" + Cluster.FUNCTIONS + """
            ask() {
                version=$2 cluster=$3
                conf=/etc/postgresql/$2/$3 bin=/usr/lib/postgresql/$2/bin
                if [ ! -e "$conf/postgresql.conf" ]; then fact 0 "state $1" absent; return; fi
                find_data
                if ! runs; then fact 0 "state $1" down; return; fi
                fact 0 "state $1" online
                fact 0 "port $1" "$port"
                fact 0 "data $1" "$data"
                if answer=$(printf '%s\\n' "$5" | sql -d "$4" 2> /dev/null); then
                    fact 0 "answer $1" "$answer"
                else
                    fact 0 "error $1" "$(printf '%s\\n' "$5" | sql -d "$4" 2>&1 > /dev/null)"
                fi
            }
            """;

    private final StringBuilder fragment = new StringBuilder(LIBRARY);

    /** How a server was found. */
    enum State {
        ABSENT,
        DOWN,
        ONLINE
    }

    /**
     * Adds a question.
     *
     * @param id of the question among those of the fragment
     * @param sql one statement, which answers with one row of one object
     */
    void add(String id, String server, String database, String sql) {
        Cluster cluster = Cluster.of(server);
        fragment.append("ask ")
                .append(ShellText.quote(id))
                .append(' ')
                .append(ShellText.quote(cluster.version()))
                .append(' ')
                .append(ShellText.quote(cluster.name()))
                .append(' ')
                .append(ShellText.quote(database))
                .append(' ')
                .append(ShellText.quote(sql))
                .append('\n');
    }

    String fragment() {
        return fragment.toString();
    }

    static State state(Facts facts, String id) {
        return State.valueOf(facts.text(0, "state " + id).orElseThrow().toUpperCase(java.util.Locale.ROOT));
    }

    /** The answer of a server; empty where it gave none. */
    static Optional<MapValue> answer(Facts facts, String id) {
        return facts.text(0, "answer " + id).map(Queries::object);
    }

    private static MapValue object(String json) {
        try {
            return (MapValue) ValueJson.read(json);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** What is told of an object whose server gave no answer. */
    static ReadResult.Unreadable unreadable(Facts facts, String id, String server) {
        return new ReadResult.Unreadable(
                state(facts, id) == State.DOWN
                        ? Diagnostic.error(
                                        "The server " + server + " does not run",
                                        "What is in it cannot be read, and is not taken for gone.")
                                .withHint(
                                        "Start it: apply its onprem_postgresql_server alone, with --target, or do so on the host. Its"
                                                + " log is in /var/log/postgresql.")
                        : Diagnostic.error(
                                "The server " + server + " does not answer",
                                facts.text(0, "error " + id).orElse("").strip()));
    }
}
