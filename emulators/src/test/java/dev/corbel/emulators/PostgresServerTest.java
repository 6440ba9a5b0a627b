package dev.corbel.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresServerTest {

    @Test
    void confirmsWhatIsOnItsDisk(PostgresServer postgres) {
        assertThat(postgres.query("postgres", "show fsync")).containsExactly("on");
        assertThat(postgres.query("postgres", "show synchronous_commit")).containsExactly("on");
    }

    @Test
    void asksForThePasswordsOfItsUsers(PostgresServer postgres) throws Exception {
        String database = postgres.newDatabase();
        String user = postgres.newUser("right");
        String url = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + database;

        DriverManager.getConnection(url, user, "right").close();
        Assertions.assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(url, user, "wrong"))
                .withMessageContaining("password authentication failed for user \"" + user + "\"");
    }

    @Test
    void endsWhenItIsClosed() {
        PostgresServer postgres = PostgresServer.start();
        postgres.close();
        Assertions.assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> postgres.query("postgres", "select 1"))
                .withMessageContaining("refused");
    }
}
