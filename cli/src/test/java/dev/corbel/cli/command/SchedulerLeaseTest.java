package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.PostgresExtension;
import dev.corbel.emulators.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The lease for scheduled work that the example of the cloud has for its containers, in a real database. */
@ExtendWith(PostgresExtension.class)
class SchedulerLeaseTest {
    private static final String LONG = "1 hour";
    private static final String SHORT = "200 milliseconds";

    private String url = "";

    @BeforeEach
    void prepare(PostgresServer postgres) throws Exception {
        String database = postgres.newDatabase();
        url = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + database;
        String migration = Files.readString(Path.of("..", "examples", "cloud", "scheduler-lease.sql"));
        postgres.execute(database, migration, migration, "create table work (done text)");
    }

    private Connection container() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "");
    }

    private static OptionalLong take(Connection container, String lasting) throws SQLException {
        try (Statement statement = container.createStatement();
                ResultSet rows = statement.executeQuery("select take_scheduler_lease('a', '" + lasting + "')")) {
            rows.next();
            long token = rows.getLong(1);
            return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(token);
        }
    }

    private static boolean renew(Connection container, long token, String lasting) throws SQLException {
        try (Statement statement = container.createStatement();
                ResultSet rows =
                        statement.executeQuery("select renew_scheduler_lease(" + token + ", '" + lasting + "')")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static void execute(Connection container, String text) throws SQLException {
        try (Statement statement = container.createStatement()) {
            statement.execute(text);
        }
    }

    /** Begins scheduled work, in a transaction that is not at its end yet. */
    private static void work(Connection container, long token, String done) throws SQLException {
        container.setAutoCommit(false);
        execute(container, "select hold_scheduler_lease(" + token + ")");
        execute(container, "insert into work values ('" + done + "')");
    }

    /** Tries until the time of the lease before is over. */
    private static long takeOver(Connection container) throws SQLException, InterruptedException {
        for (int i = 0; i < 500; i++) {
            OptionalLong token = take(container, LONG);
            if (token.isPresent()) {
                return token.getAsLong();
            }
            Thread.sleep(20);
        }
        throw new AssertionError("never free");
    }

    private Future<Long> takeOverLater() {
        return CompletableFuture.supplyAsync(() -> {
            try (Connection container = container()) {
                return takeOver(container);
            } catch (SQLException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private static List<String> done(PostgresServer postgres, String url) {
        return postgres.query(url.substring(url.lastIndexOf('/') + 1), "select done from work order by done");
    }

    @Test
    void whileOneHasItNobodyElseGetsIt() throws Exception {
        try (Connection first = container();
                Connection second = container()) {
            assertThat(take(first, LONG)).hasValue(1);

            assertThat(take(second, LONG)).isEmpty();
            assertThat(renew(first, 1, LONG)).isTrue();
            assertThat(take(second, LONG)).isEmpty();
        }
    }

    @Test
    void ofManyAtOnceOneGetsIt() throws Exception {
        List<Connection> containers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            containers.add(container());
        }
        List<CompletableFuture<OptionalLong>> tries = containers.stream()
                .map(container -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return take(container, LONG);
                    } catch (SQLException failure) {
                        throw new IllegalStateException(failure);
                    }
                }))
                .toList();

        assertThat(tries.stream().map(CompletableFuture::join).filter(OptionalLong::isPresent))
                .containsExactly(OptionalLong.of(1));
        for (Connection container : containers) {
            container.close();
        }
    }

    @Test
    void anotherOneTakesOverOnceTheFirstIsGone() throws Exception {
        try (Connection second = container()) {
            try (Connection first = container()) {
                assertThat(take(first, SHORT)).hasValue(1);
            }

            assertThat(takeOver(second)).isEqualTo(2);
        }
    }

    @Test
    void oneThatEndsGivesItAway() throws Exception {
        try (Connection first = container();
                Connection second = container()) {
            assertThat(take(first, LONG)).hasValue(1);
            execute(first, "select release_scheduler_lease(1)");

            assertThat(renew(first, 1, LONG)).isFalse();
            assertThat(take(second, LONG)).hasValue(2);
        }
    }

    @Test
    void workOfOneThatWasReplacedIsRefused(PostgresServer postgres) throws Exception {
        try (Connection first = container();
                Connection second = container()) {
            assertThat(take(first, SHORT)).hasValue(1);
            assertThat(takeOver(second)).isEqualTo(2);

            assertThat(renew(first, 1, LONG)).isFalse();
            execute(first, "select release_scheduler_lease(1)");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> work(first, 1, "late"))
                    .withMessageContaining("The lease with the token 1 is over");
            first.rollback();
            work(second, 2, "in time");
            second.commit();
        }
        assertThat(done(postgres, url)).containsExactly("in time");
    }

    @Test
    void workThatHasBegunIsDoneBeforeAnotherOneTakesOver(PostgresServer postgres) throws Exception {
        try (Connection first = container()) {
            assertThat(take(first, SHORT)).hasValue(1);
            work(first, 1, "slowly");
            Future<Long> second = takeOverLater();
            Thread.sleep(600);
            assertThat(second).as("the lease is over by its time").isNotDone();

            first.commit();

            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(2);
            assertThat(done(postgres, url)).containsExactly("slowly");
        }
    }
}
