package dev.corbel.providers.onprem.postgresql;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A type of objects in a server, which go by its name and theirs. All of one server are read with one statement. */
abstract class InServerType extends HostType {
    static final String SERVER = "server";
    static final String NAME = "name";

    private static final String RUN = Cluster.FIND_RUNNING + """
            printf '%s\\n' "$statements" | sql -d "$database" > /dev/null
            """;

    private static final String RUN_IF_THERE = Cluster.FIND + """
            [ -e "$conf/postgresql.conf" ] || exit 0
            """ + RUN;

    /** The statement that answers with an object of JSON for each of these that is there, by its name. */
    abstract String question(List<String> names);

    /** An object as the server told it, with the answers to what {@link #ask} asked. */
    abstract ReadResult found(ReadRequest request, DesiredAttributes answer, Facts facts);

    /** Asks what {@link #question} cannot tell. */
    void ask(Queries queries, ReadRequest request) {}

    @Override
    protected final String keyAttribute() {
        return NAME;
    }

    /** The server and the name, as in {@code 15/main/shop}. */
    @Override
    protected final Optional<String> key(MapValue attributes) {
        return attributes.text(SERVER).flatMap(server -> attributes.text(NAME).map(name -> server + "/" + name));
    }

    @Override
    protected final Optional<MapValue> named(String id) {
        String[] parts = id.split("/", 3);
        return parts.length == 3
                        && Cluster.RULE
                                .problem(Value.of(parts[0] + "/" + parts[1]))
                                .isEmpty()
                        && !parts[2].isEmpty()
                ? Optional.of(
                        new MapValue(Map.of(SERVER, Value.of(parts[0] + "/" + parts[1]), NAME, Value.of(parts[2]))))
                : Optional.empty();
    }

    @Override
    public final String fragment(List<ReadRequest> requests) {
        Map<String, TreeSet<String>> byServer = new LinkedHashMap<>();
        for (ReadRequest request : requests) {
            byServer.computeIfAbsent(server(request), server -> new TreeSet<>()).add(objectName(request));
        }
        Queries queries = new Queries();
        byServer.forEach((server, names) -> queries.add(server, server, "postgres", question(List.copyOf(names))));
        requests.forEach(request -> ask(queries, request));
        return queries.fragment();
    }

    @Override
    public final List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        Facts facts = Facts.of(output);
        return requests.stream().map(request -> result(facts, request)).toList();
    }

    private ReadResult result(Facts facts, ReadRequest request) {
        String server = server(request);
        if (Queries.state(facts, server) == Queries.State.ABSENT) {
            return new ReadResult.Absent();
        }
        Optional<MapValue> answer = Queries.answer(facts, server);
        if (answer.isEmpty()) {
            return Queries.unreadable(facts, server, server);
        }
        DesiredAttributes all = new DesiredAttributes(answer.get());
        return all.has(objectName(request))
                ? found(request, all.block(objectName(request)), facts)
                : new ReadResult.Absent();
    }

    static String server(ReadRequest request) {
        return request.prior().attributes().text(SERVER).orElseThrow();
    }

    static String objectName(ReadRequest request) {
        return request.prior().attributes().text(NAME).orElseThrow();
    }

    /** Carries out statements of {@link Sql}, one after the other, each by itself. */
    static void run(Change change, String purpose, String database, List<String> statements) throws ProviderException {
        if (!statements.isEmpty()) {
            change.run(script(change.desired(), purpose, RUN, database, statements));
        }
    }

    /** The same for what may be gone with its server. */
    static void runIfThere(Change change, String purpose, List<String> statements) throws ProviderException {
        change.run(script(change.before(), purpose, RUN_IF_THERE, "postgres", statements));
    }

    private static Script script(
            DesiredAttributes object, String purpose, String text, String database, List<String> statements) {
        return Cluster.of(object.required(SERVER))
                .in(Script.of(purpose, text))
                .with("database", database)
                .with("statements", String.join("", statements))
                .under(ServerScripts.LOCK);
    }
}
