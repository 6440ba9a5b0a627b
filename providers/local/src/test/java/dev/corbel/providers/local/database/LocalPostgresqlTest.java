package dev.corbel.providers.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.local.place.LocalSession;
import dev.corbel.providers.local.place.SupervisorClient;
import dev.corbel.providers.local.supervisor.JobName;
import dev.corbel.providers.local.supervisor.Place;
import dev.corbel.providers.local.supervisor.ProcessMark;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server on this machine, seen as its clients see it. */
class LocalPostgresqlTest {
    private static final Address ADDRESS = Address.resource(LocalPostgresql.TYPE, "main");
    private static final int PATIENCE_SECONDS = 60;

    private final LocalPostgresql type = new LocalPostgresql();

    @TempDir
    Path temporary;

    private Path project = Path.of("");
    private Place place = new Place(Path.of(""));
    private LocalSession session = new LocalSession(ProviderContext.system(Path.of(""), "test"));

    @BeforeEach
    void openSession() throws Exception {
        project = Files.createDirectory(temporary.resolve("my project"));
        place = Place.of(project, "test");
        session = new LocalSession(ProviderContext.system(project, "test"));
    }

    @AfterEach
    void endProcesses() throws Exception {
        SupervisorClient.stop(place);
    }

    private static MapValue planned(Object... more) {
        MapValue planned = Values.map(
                "name",
                "main",
                "db_name",
                "shop",
                "username",
                "shop",
                "password_wo",
                "it's secret",
                "password_wo_version",
                1,
                "start_seconds",
                60,
                "stop_seconds",
                30);
        for (var entry : Values.map(more).entries().entrySet()) {
            planned = planned.with(entry.getKey(), entry.getValue());
        }
        return planned;
    }

    private ObjectState create(Object... more) throws ProviderException {
        return type.create(session, new ResourceType.CreateRequest(ADDRESS, planned(more), "token", Optional.empty()));
    }

    private ObjectState update(ObjectState prior, Object... more) throws ProviderException {
        MapValue next = planned(more).with("port", prior.attributes().get("port"));
        return type.update(session, new ResourceType.UpdateRequest(ADDRESS, prior, next, "another", Optional.empty()));
    }

    private ObjectState read(ObjectState prior) {
        ReadResult result = type.read(
                        session, List.of(new dev.corbel.providers.api.ReadableType.ReadRequest(ADDRESS, prior)))
                .get(0);
        return ((ReadResult.Present) result).object();
    }

    private void delete(ObjectState prior) throws ProviderException {
        type.delete(session, new ResourceType.DeleteRequest(ADDRESS, prior, "gone", Optional.empty()));
    }

    private static Connection connect(ObjectState server, String user, String password) throws SQLException {
        String url = server.attributes().text("url").orElseThrow().replace("shop@", "");
        return DriverManager.getConnection("jdbc:" + url, user, password);
    }

    private static String ask(ObjectState server, String password, String question) throws SQLException {
        try (Connection connection = connect(server, "shop", password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void tell(ObjectState server, String... statements) throws SQLException {
        try (Connection connection = connect(server, "shop", "it's secret");
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    private Path data() {
        return place.job(new JobName(JobName.DATABASE, "main")).resolve("data");
    }

    private ProcessHandle server() throws Exception {
        return ProcessHandle.of(Long.parseLong(
                        Files.readAllLines(data().resolve("postmaster.pid")).get(0)))
                .orElseThrow();
    }

    private static Diagnostic failure(ThrowingCall call) {
        return catchThrowableOfType(ProviderException.class, call::make).diagnostic();
    }

    @FunctionalInterface
    private interface ThrowingCall {
        void make() throws Exception;
    }

    @Test
    void itsUserOwnsTheDatabaseAndIsNoAdministrator() throws Exception {
        ObjectState server = create();

        assertThat(server.attributes().text("url").orElseThrow())
                .matches("postgresql://shop@127\\.0\\.0\\.1:\\d+/shop");
        assertThat(server.attributes().text("version")).contains("17");
        tell(server, "create table visits (at timestamptz)");
        assertThat(ask(server, "it's secret", "select lower('Ä') || current_database()"))
                .isEqualTo("äshop");
        assertThat(ask(server, "it's secret", "select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
        assertThatThrownBy(() -> connect(server, "shop", "wrong")).hasMessageContaining("password authentication");
        assertThatThrownBy(() -> connect(server, "postgres", "")).hasMessageContaining("no pg_hba.conf entry");
    }

    @Test
    void anotherPasswordComesWithItsVersionAndDataStays() throws Exception {
        ObjectState server = create();
        tell(server, "create table visits (at int)", "insert into visits values (42)");

        ObjectState changed = update(server, "password_wo", "another", "password_wo_version", 2);

        assertThat(changed.attributes().get("port"))
                .isEqualTo(server.attributes().get("port"));
        assertThat(ask(changed, "another", "select at from visits")).isEqualTo("42");
        assertThatThrownBy(() -> connect(changed, "shop", "it's secret"))
                .hasMessageContaining("password authentication");
    }

    @Test
    void settingsHoldAndWhatIsChangedByHandIsSeenAndHealed() throws Exception {
        ObjectState server = create("settings", Values.map("work_mem", "8MB"));
        assertThat(ask(server, "it's secret", "show work_mem")).isEqualTo("8MB");

        Path file = data().resolve("postgresql.conf");
        Files.writeString(file, Files.readString(file).replace("'8MB'", "'9MB'") + "max_connections = 20 # enough\n");
        ObjectState drifted = read(server);
        assertThat(drifted.attributes().get("settings"))
                .isEqualTo(Values.map("max_connections", "20", "work_mem", "9MB"));

        ObjectState healed = update(drifted, "settings", Values.map("work_mem", "8MB"));
        assertThat(healed.attributes().get("settings")).isEqualTo(Values.map("work_mem", "8MB"));
    }

    @Test
    void aServerThatIsKilledComesBackWithItsData() throws Exception {
        ObjectState server = create();
        tell(server, "create table visits (at int)", "insert into visits values (42)");
        ProcessHandle first = server();

        first.destroyForcibly();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (first.isAlive()
                || !read(server).attributes().get("running").equals(Value.of(true))
                || !answers(server)) {
            assertThat(System.nanoTime()).as("the server again").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }

        assertThat(ask(server, "it's secret", "select at from visits")).isEqualTo("42");
    }

    private static boolean answers(ObjectState server) {
        try {
            return ask(server, "it's secret", "select 1").equals("1");
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Test
    void deletingItEndsItAtOnceThoughClientsAreThereAndLeavesNothing() throws Exception {
        ObjectState server = create();
        ProcessHandle process = server();
        try (Connection open = connect(server, "shop", "it's secret")) {
            long begin = System.nanoTime();
            delete(server);
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin))
                    .isLessThan(20);
            assertThat(open.isValid(1)).isFalse();
        }
        assertThat(ProcessMark.of(process).isRunning()).isFalse();
        assertThat(project.resolve(".corbel/local")).doesNotExist();
    }

    @Test
    void thePasswordIsInNoFileThatOthersReadAndInNoLog() throws Exception {
        create("password_wo", "very-secret");

        assertThat(Files.readString(data().resolveSibling("output.log"))).doesNotContain("very-secret");
        assertThat(Files.readString(data().resolveSibling("job.json"))).doesNotContain("very-secret");
        long process = server().pid();
        for (String file : List.of("environ", "cmdline")) {
            assertThat(Files.readString(Path.of("/proc", Long.toString(process), file)))
                    .doesNotContain("very-secret");
        }
    }

    @Test
    void aSettingThatItDoesNotTakeIsToldAndTheOldOneGoesOn() throws Exception {
        ObjectState server = create();

        Diagnostic failure = failure(() -> update(server, "settings", Values.map("shared_buffers", "much")));

        assertThat(failure.summary()).isEqualTo("The database main does not come up");
        assertThat(failure.detail())
                .startsWith("Its command ended before it was well. It runs as it did before.")
                .contains("invalid value for parameter \"shared_buffers\": \"much\"");
        assertThat(ask(server, "it's secret", "select 1")).isEqualTo("1");
        assertThat(read(server).attributes().get("settings").isNull()).isTrue();
    }

    @Test
    void aPortThatIsTakenIsTold() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Diagnostic failure = failure(() -> create("port", taken.getLocalPort()));

            assertThat(failure.detail()).isEqualTo("Port " + taken.getLocalPort() + " is taken by another program.");
        }
        assertThat(project.resolve(".corbel/local/test/jobs/database/main")).doesNotExist();
    }

    @Test
    void aFolderWithoutPostgresqlIsTold() {
        Diagnostic failure = failure(() -> create("installation", "nothing"));

        assertThat(failure.summary()).isEqualTo("There is no PostgreSQL in " + project.resolve("nothing"));
        assertThat(failure.detail()).isEqualTo("It has no bin/postgres, or no bin/initdb.");
    }

    @Test
    void anotherInstallationIsUsed() throws Exception {
        Path cache = dev.corbel.providers.api.UserCache.folder(System.getenv()).orElse(place.folder());
        Path programs = Programs.ofThisMachine().unpack(cache.resolve("postgresql"));

        ObjectState server = create("installation", programs.toString());

        assertThat(ask(server, "it's secret", "select 1")).isEqualTo("1");
    }

    @Test
    void whatASettingCannotSayIsTold() {
        MapValue configuration =
                planned("settings", Values.map("port", "1", "Work Mem", "1", "application_name", "two\nlines"));

        assertThat(type.validate(configuration))
                .extracting(Diagnostic::summary)
                .containsExactly(
                        "Corbel itself decides about port",
                        "\"Work Mem\" is no name of a setting",
                        "The setting application_name has more than one line");
    }
}
