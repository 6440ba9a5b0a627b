package dev.corbel.state.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresSettingsTest {
    private static final Map<String, String> NOTHING = Map.of();

    private static MapValue block(Object... namesAndValues) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(
                    (String) namesAndValues[i],
                    namesAndValues[i + 1] instanceof Integer number
                            ? Value.of(number)
                            : Value.of((String) namesAndValues[i + 1]));
        }
        return new MapValue(values);
    }

    private static PostgresSettings settings(Map<String, String> variables, Object... namesAndValues) {
        return PostgresSettings.of(block(namesAndValues), variables);
    }

    private static Diagnostic problem(Map<String, String> variables, Object... namesAndValues) {
        try {
            settings(variables, namesAndValues);
        } catch (DiagnosticsException failure) {
            return failure.diagnostics().get(0);
        }
        throw new AssertionError("no problem was found");
    }

    @Test
    void takesTheAddressAsAWhole() {
        PostgresSettings settings = settings(
                NOTHING, "url", "postgresql://ada%40acme@db.example:6432/state%20of%20us?sslmode=verify-full&a=b");
        assertThat(settings)
                .hasToString("PostgreSQL at db.example:6432, database \"state of us\", schema \"corbel\","
                        + " user \"ada@acme\"");
        assertThat(settings.address().url())
                .isEqualTo("jdbc:postgresql://db.example:6432/state%20of%20us?sslmode=verify-full&a=b");
        assertThat(settings.address().sets("sslMode")).isTrue();
    }

    @Test
    void takesTheAddressesOfSeveralServers() {
        PostgresSettings settings = settings(NOTHING, "url", "jdbc:postgresql://one:5432,two:5433/state?user=ada");
        assertThat(settings.user()).isEqualTo("ada");
        assertThat(settings.address().url()).isEqualTo("jdbc:postgresql://one:5432,two:5433/state");
        assertThat(settings.address().hasSeveralHosts()).isTrue();
    }

    @Test
    void takesTheAddressInParts() {
        PostgresSettings settings = settings(
                NOTHING,
                "host",
                "::1",
                "port",
                6432,
                "database",
                "state?of/us",
                "user",
                "ada",
                "schema",
                "production",
                "sslMode",
                "disable");
        assertThat(settings)
                .isEqualTo(new PostgresSettings(
                        new PostgresAddress("[::1]:6432", "state%3Fof%2Fus", Optional.empty(), java.util.List.of()),
                        "ada",
                        Optional.empty(),
                        "production",
                        "disable"));
    }

    @Test
    void encryptsUnlessTheServerIsOnThisMachine() {
        assertThat(settings(NOTHING, "host", "db.example", "database", "state").sslMode())
                .isEqualTo("require");
        assertThat(settings(NOTHING, "host", "localhost", "database", "state").sslMode())
                .isEqualTo("prefer");
        assertThat(settings(NOTHING, "url", "postgresql://127.0.0.1/state").sslMode())
                .isEqualTo("prefer");
        assertThat(settings(NOTHING, "url", "postgresql://localhost,db.example/state")
                        .sslMode())
                .isEqualTo("require");
    }

    @Test
    void takesTheUserFromTheProcessWhereTheBlockNamesNone() {
        assertThat(settings(Map.of("PGUSER", "grace"), "host", "db", "database", "state")
                        .user())
                .isEqualTo("grace");
        assertThat(settings(NOTHING, "host", "db", "database", "state").user())
                .isEqualTo(System.getProperty("user.name"));
    }

    @Test
    void takesThePasswordFromTheProcess() {
        Map<String, String> variables = Map.of("PGPASSWORD", "first", "STATE_PASSWORD", "second");
        assertThat(settings(variables, "host", "db", "database", "state").password())
                .contains("first");
        assertThat(settings(variables, "host", "db", "database", "state", "passwordVariable", "STATE_PASSWORD")
                        .password())
                .contains("second");
        assertThat(settings(NOTHING, "host", "db", "database", "state").password())
                .isEmpty();
    }

    @Test
    void saysThatAVariableIsNotSet() {
        assertThat(problem(NOTHING, "host", "db", "database", "state", "passwordVariable", "STATE_PASSWORD"))
                .isEqualTo(Diagnostic.error(
                                "The password of the state's database is missing",
                                "\"passwordVariable\" names the environment variable STATE_PASSWORD, and it is not set.")
                        .withHint("Set it, or leave \"passwordVariable\" out and use PGPASSWORD or ~/.pgpass."));
    }

    @Test
    void saysThatTheDatabaseIsNotNamed() {
        assertThat(problem(NOTHING, "host", "db"))
                .isEqualTo(Diagnostic.error(
                                "The database of the state is not named",
                                "The block needs either \"url\", or \"host\" and \"database\".")
                        .withHint("Add url = 'postgresql://user@host:5432/database'."));
    }

    @Test
    void saysThatTheDatabaseIsNamedTwice() {
        assertThat(problem(NOTHING, "url", "postgresql://db/state", "port", 6432))
                .isEqualTo(Diagnostic.error(
                                "The database is named twice", "\"url\" names it as a whole, and so do its parts.")
                        .withHint("Use either url, or host, port and database."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ada:s3cret@db/state",
                "jdbc:postgresql://db/state?user=ada&password=s3cret",
                "postgresql://db/state?sslPassword=s3cret",
                "postgresql://db/state?pass%77ord=s3cret",
                "postgres://ada:s3cret@db"
            })
    void takesNoPasswordInAnAddress(String url) {
        assertThat(PostgresAddress.problem(url))
                .contains("must not hold a password, since whoever reads the definition would read it; PGPASSWORD or"
                        + " ~/.pgpass may hold it");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> PostgresAddress.of(url))
                .withMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "db/state", "mysql://db/state", "postgresql://db", "postgresql:///state"})
    void saysHowAnAddressLooks(String url) {
        assertThat(PostgresAddress.problem(url)).contains("must read postgresql://user@host:5432/database");
    }
}
