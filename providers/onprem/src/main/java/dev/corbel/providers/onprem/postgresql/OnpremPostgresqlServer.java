package dev.corbel.providers.onprem.postgresql;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code onprem_postgresql_server}: a server of PostgreSQL with its settings and who may come in. */
public final class OnpremPostgresqlServer extends HostType {
    public static final String TYPE = "onprem_postgresql_server";
    private static final Schema SCHEMA = ServerSchema.of(replaceExisting());

    @Override
    public String name() {
        return TYPE;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a server of PostgreSQL", "none", "name", "other distributions than Debian's, upgrades");
    }

    @Override
    protected String keyAttribute() {
        return "name";
    }

    @Override
    protected boolean isImportable() {
        return false;
    }

    @Override
    public List<Diagnostic> validate(MapValue configuration) {
        List<Diagnostic> problems = new ArrayList<>();
        DesiredAttributes server = new DesiredAttributes(configuration);
        for (String setting : server.map("settings").keySet()) {
            if (!setting.matches("[A-Za-z_][A-Za-z0-9_.]*")) {
                problems.add(Diagnostic.error(
                        "\"" + setting + "\" is no setting of PostgreSQL", "A name has letters, digits, _ and dots."));
            } else if (ServerFiles.isSaidElsewhere(setting)) {
                problems.add(Diagnostic.error(
                                "The setting \"" + setting + "\" is not for settings",
                                "It follows from other attributes of the server.")
                        .withHint(setting.equals("port") ? "Write port = … beside settings." : "Leave it out."));
            }
        }
        for (String line : server.texts("hba")) {
            if (!line.strip().matches("(local|host|hostssl|hostnossl|hostgssenc|hostnogssenc)\\s+\\S.*")) {
                problems.add(Diagnostic.error(
                                "\"" + line + "\" is no line of pg_hba.conf",
                                "A line begins with local, host, hostssl or the like.")
                        .withHint("Write a line such as 'hostssl shop shop 192.0.2.0/24 scram-sha-256'."));
            }
        }
        return problems;
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue proposed = request.proposed();
        boolean isKnown =
                proposed.get("settings").isWhollyKnown() && proposed.get("hba").isWhollyKnown();
        Value configuration = isKnown
                ? Value.of(ServerFiles.of(new DesiredAttributes(proposed)).configuration())
                : Value.unknown();
        MapValue planned = proposed.with("status", Value.of("online")).with("configuration", configuration);
        boolean restarts = new DesiredAttributes(proposed).isTrue("restart");
        if (restarts) {
            return new PlannedObject(planned.with("pending_restart", Value.list()), Set.of());
        }
        boolean changes = request.isCreation()
                || !configuration.equals(((MapValue) request.prior()).get("configuration"))
                || !proposed.get("port").equals(((MapValue) request.prior()).get("port"));
        return new PlannedObject(changes ? planned.with("pending_restart", Value.unknown()) : planned, Set.of());
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        return ServerFacts.fragment(requests);
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        ServerFacts facts = new ServerFacts(SCHEMA, output);
        return requests.stream().map(facts::result).toList();
    }

    @Override
    protected void make(Change change) throws ProviderException {
        DesiredAttributes server = change.desired();
        for (String fixed : List.of("checksums", "locale", "dataDirectory")) {
            Value found = change.prior().get(fixed);
            if (!found.isNull() && server.differs(fixed, change.before()) && server.has(fixed)) {
                throw new ProviderException(Diagnostic.error(
                                "%s was not made with this %s".formatted(server.required("name"), fixed),
                                "It has %s, which cannot be changed.".formatted(found.fullyUnmarked()))
                        .withHint("Write %s = %s, or choose another name for a server of its own."
                                .formatted(
                                        fixed,
                                        fixed.equals("checksums")
                                                ? found.fullyUnmarked()
                                                : "'" + found.fullyUnmarked() + "'"))
                        .at(change.address()));
            }
        }
        change.runLong(ServerScripts.create(server));
        bring(change);
    }

    @Override
    protected void change(Change change) throws ProviderException {
        bring(change);
    }

    private static void bring(Change change) throws ProviderException {
        DesiredAttributes server = change.desired();
        boolean moves = change.before().has("port") && server.differs("port", change.before());
        change.run(ServerScripts.bring(
                server,
                moves ? Optional.ofNullable(server.number("port")) : Optional.empty(),
                change.ownership().existedBefore()));
    }

    /** A server that was there before stays, with the settings that it had. */
    @Override
    protected void remove(Change change) throws ProviderException {
        DesiredAttributes server = change.before();
        Cluster cluster = Cluster.of(server.required("name"));
        if (change.ownership().existedBefore()) {
            change.run(ServerScripts.leave(cluster));
            return;
        }
        if (server.isTrue("deletionProtection")) {
            throw new ProviderException(Diagnostic.error(
                            "The server " + cluster + " is protected against deletion",
                            "All databases in it would go with it.")
                    .withHint("Apply deletionProtection = false first.")
                    .at(change.address()));
        }
        change.runLong(ServerScripts.remove(cluster, server.isTrue("finalBackup")));
    }
}
