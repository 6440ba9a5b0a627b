package dev.corbel.providers.local.database;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.UserCache;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.local.place.LocalSession;
import dev.corbel.providers.local.place.ProcessType;
import dev.corbel.providers.local.supervisor.Job;
import dev.corbel.providers.local.supervisor.JobName;
import dev.corbel.providers.local.supervisor.JobStatus;
import dev.corbel.providers.local.supervisor.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code local_postgresql}: a PostgreSQL server with one database, as a process that the supervisor keeps running. */
public final class LocalPostgresql extends ProcessType {
    public static final String TYPE = "local_postgresql";

    private static final int FIRST_PORT = 5432;
    private static final Schema SCHEMA = PostgresqlSchema.of(nameAttribute(), runningAttribute(), FIRST_PORT);

    /** What a process is started with; the rest changes nothing of one that runs. */
    private static final List<String> OF_PROCESS = List.of(
            PostgresqlSchema.PORT,
            PostgresqlSchema.PASSWORD_VERSION,
            PostgresqlSchema.SETTINGS,
            PostgresqlSchema.INSTALLATION);

    public LocalPostgresql() {
        super(OF_PROCESS);
    }

    @Override
    public String name() {
        return TYPE;
    }

    @Override
    protected String kind() {
        return JobName.DATABASE;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a PostgreSQL server on this machine", "its name", "name", "");
    }

    @Override
    public List<Diagnostic> validate(MapValue configuration) {
        if (!(configuration.get(PostgresqlSchema.SETTINGS).unmarked() instanceof MapValue settings)) {
            return List.of();
        }
        List<Diagnostic> problems = new ArrayList<>();
        settings.entries().forEach((name, value) -> {
            if (ServerSettings.OWN.contains(name)) {
                problems.add(Diagnostic.error(
                                "Corbel itself decides about " + name, "The settings of a server cannot say it.")
                        .withHint("Leave out " + name + "; the port has an attribute of its own."));
            } else if (!name.matches("[a-z_][a-z0-9_.]*")) {
                problems.add(Diagnostic.error(
                        "\"" + name + "\" is no name of a setting", "They have small letters, digits, _ and points."));
            } else if (value.isWhollyKnown()
                    && new DesiredAttributes(settings.fullyUnmarked())
                            .required(name)
                            .matches("(?s).*\\p{Cntrl}.*")) {
                problems.add(Diagnostic.error("The setting " + name + " has more than one line", "A value is a line."));
            }
        });
        return problems;
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue proposed = request.proposed();
        MapValue prior = request.prior() instanceof MapValue map ? map : MapValue.EMPTY;
        boolean isOtherServer = request.isCreation()
                || new DesiredAttributes(proposed).changes(PostgresqlSchema.INSTALLATION, new DesiredAttributes(prior));
        MapValue planned = proposed.with("id", proposed.get(NAME))
                .with(PostgresqlSchema.URL, url(proposed))
                .with(PostgresqlSchema.VERSION, isOtherServer ? Value.unknown() : prior.get(PostgresqlSchema.VERSION));
        return running(planned, prior);
    }

    private static Value url(MapValue attributes) {
        Value port = attributes.get(PostgresqlSchema.PORT).unmarked();
        Value user = attributes.get(PostgresqlSchema.USER);
        Value database = attributes.get(PostgresqlSchema.DATABASE);
        if (!(port instanceof NumberValue number) || !user.isWhollyKnown() || !database.isWhollyKnown()) {
            return Value.unknown();
        }
        DesiredAttributes known = new DesiredAttributes(attributes.fullyUnmarked());
        return Value.of("postgresql://" + known.required(PostgresqlSchema.USER) + "@127.0.0.1:"
                + number.value().intValue() + "/" + known.required(PostgresqlSchema.DATABASE));
    }

    @Override
    protected MapValue prepare(LocalSession session, DesiredAttributes planned, Attributes attributes)
            throws ProviderException, IOException, InterruptedException {
        Path programs = programs(session, planned);
        Integer said = planned.number(PostgresqlSchema.PORT);
        int port = said == null ? session.freePort(FIRST_PORT, "database") : said;
        MapValue complete = planned.attributes().with(PostgresqlSchema.PORT, Value.of(port));
        attributes
                .text("id", planned.required(NAME))
                .number(PostgresqlSchema.PORT, port)
                .value(PostgresqlSchema.URL, url(complete));
        String settings = ServerSettings.text(port, planned.map(PostgresqlSchema.SETTINGS));
        heal(session.place().job(job(planned)), settings);
        Value configuration = configuration(complete);
        String user = planned.required(PostgresqlSchema.USER);

        Map<String, Value> environment = new TreeMap<>();
        environment.put("CORBEL_PROGRAMS", Value.of(programs.resolve("bin").toString()));
        environment.put("CORBEL_SETTINGS", Value.of(settings));
        environment.put("CORBEL_ACCESS", Value.of("host all " + quoted(user) + " 127.0.0.1/32 scram-sha-256"));
        environment.put("CORBEL_CREATE", Value.of(creation(user, planned.required(PostgresqlSchema.DATABASE))));
        environment.put("CORBEL_CONFIGURATION", configuration);

        Map<String, Value> job = new LinkedHashMap<>();
        job.put(Job.CONFIGURATION, configuration);
        job.put(Job.COMMAND, Value.list(Value.of("/bin/sh"), Value.of("-c"), Value.of(script()), Value.of("sh")));
        job.put(Job.ENVIRONMENT, new MapValue(environment));
        job.put(Job.PORT, Value.of(port));
        job.put(Job.DATABASE_USER, Value.of(user));
        // The usual signal would have it wait for its clients, which keep their connections.
        job.put(Job.STOP_SIGNAL, Value.of("INT"));
        time(job, planned);
        return new MapValue(job);
    }

    private static String creation(String user, String database) {
        return "create role " + quoted(user) + " login\ncreate database " + quoted(database) + " owner " + quoted(user);
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    /** What was changed by hand in the file of a server is undone without a start, too. */
    private static void heal(Path job, String settings) throws IOException {
        Path file = data(job).resolve(ServerSettings.FILE);
        if (Files.exists(file)) {
            Files.writeString(file, settings);
        }
    }

    private static Path data(Path job) {
        return job.resolve("data");
    }

    private static Path programs(LocalSession session, DesiredAttributes planned)
            throws ProviderException, IOException, InterruptedException {
        String installation = planned.text(PostgresqlSchema.INSTALLATION);
        if (installation == null) {
            Path cache =
                    UserCache.folder(System.getenv()).orElse(session.place().folder());
            return Programs.ofThisMachine().unpack(cache.resolve("postgresql"));
        }
        Path folder = session.project().resolve(installation).normalize();
        if (!Files.isExecutable(folder.resolve("bin/postgres")) || !Files.isExecutable(folder.resolve("bin/initdb"))) {
            throw new ProviderException(
                    Diagnostic.error("There is no PostgreSQL in " + folder, "It has no bin/postgres, or no bin/initdb.")
                            .withHint("On Debian it is a folder such as /usr/lib/postgresql/16."));
        }
        return folder;
    }

    private static String script() throws IOException {
        try (InputStream in = LocalPostgresql.class.getResourceAsStream("start.sh")) {
            if (in == null) {
                throw new IllegalStateException("start.sh is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    protected Optional<MapValue> secrets(DesiredAttributes planned, DesiredAttributes prior) {
        String password = planned.text(PostgresqlSchema.PASSWORD);
        return password == null
                ? Optional.empty()
                : Optional.of(new MapValue(Map.of(
                        "CORBEL_PASSWORD",
                        Value.of("alter role " + quoted(planned.required(PostgresqlSchema.USER)) + " password '"
                                + password.replace("'", "''") + "'"))));
    }

    @Override
    protected void show(LocalSession session, Job job, JobStatus status, Attributes attributes) throws IOException {
        DesiredAttributes stored = new DesiredAttributes(job.attributes());
        Path folder = session.place().job(job(stored));
        Map<String, String> settings = ServerSettings.read(data(folder));
        Map<String, Value> values = new TreeMap<>();
        settings.forEach((name, value) -> values.put(name, Value.of(value)));
        showProcess(session, job, status, attributes);
        boolean isSaid = !settings.isEmpty() || stored.has(PostgresqlSchema.SETTINGS);
        attributes
                .text(
                        PostgresqlSchema.VERSION,
                        PrivateFiles.read(data(folder).resolve("PG_VERSION"))
                                .orElse("")
                                .strip())
                .value(PostgresqlSchema.SETTINGS, isSaid ? new MapValue(values) : Value.ofNull());
    }
}
