package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.corbel.cli.testing.AwsSettings;
import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.KilledAtCall;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.emulators.PostgresExtension;
import dev.corbel.emulators.PostgresServer;
import dev.corbel.emulators.proxy.AwsProxy;
import dev.corbel.emulators.proxy.HeldCall;
import dev.corbel.emulators.proxy.ProxyExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The user that an app has in its database on AWS: the container that makes it does to a real PostgreSQL what its task
 * definition says, as an owner with the rights that RDS gives to one.
 */
@ExtendWith({MotoExtension.class, ProxyExtension.class, PostgresExtension.class})
class DatabaseUserTest {
    private static final String ORDERS = """
            provider('aws') { }
            region('eu-central-1') {
                provider = 'aws'
                app('orders') {
                    containers { image = 'orders:1'; env = [DATABASE_URL: database.url, DATABASE_PASSWORD: database.password] }
                    database { }
                }
            }
            """;
    private static final String SECRET = "eu-central-1/orders/corbel_secret.app";
    private static final Pattern DONE = Pattern.compile("(?m)^(\\S+)(?: [^:\n]*)?: (created|updated|deleted)\\b");
    private static final Pattern REVISION = Pattern.compile("service/[^/\"]+/([^\"]+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    private Project project = new Project(Path.of(""));
    private AwsSettings settings = new AwsSettings();
    private final List<Login> logins = new ArrayList<>();
    private String database = "";
    private String owner = "";
    private int port;

    /** A user as it was made. */
    private record Login(String user, String password) {}

    @BeforeEach
    void prepare(AwsProxy proxy, MotoServer moto, PostgresServer postgres) {
        project = Project.of(directory, ORDERS);
        settings = AwsSettings.forEmulator(proxy.endpoint(), directory);
        database = postgres.newDatabase();
        owner = postgres.newUser("owners");
        port = postgres.port();
        postgres.execute(
                "postgres", "alter role " + owner + " createrole", "alter database " + database + " owner to " + owner);
        postgres.query("postgres", "select rolname from pg_roles where rolname ~ '^orders_app(_[ab])?$'")
                .forEach(role -> postgres.execute(
                        "postgres", "alter role " + role + " rename to " + postgres.newName("earlier")));
        proxy.runTasksWith(revision -> setUp(moto, revision));
    }

    @AfterEach
    void restore() {
        settings.close();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JsonNode container(MotoServer moto, String revision) {
        return json(moto.json(
                        "ecs",
                        "eu-central-1",
                        "AmazonEC2ContainerServiceV20141113.DescribeTaskDefinition",
                        "{\"taskDefinition\":\"" + revision + "\"}"))
                .path("taskDefinition")
                .path("containerDefinitions")
                .get(0);
    }

    /** Does what the container of a revision does. */
    private int setUp(MotoServer moto, String revision) {
        JsonNode container = container(moto, revision);
        Map<String, String> variables = new HashMap<>();
        container
                .path("environment")
                .forEach(one -> variables.put(
                        one.path("name").asText(), one.path("value").asText()));
        container.path("secrets").forEach(one -> {
            if (one.path("name").asText().equals("APP_PASSWORD")) {
                variables.put("APP_PASSWORD", secret(moto, one.path("valueFrom").asText()));
            }
        });
        assertThat(container.path("command").get(2).asText())
                .isEqualTo("PGOPTIONS=\"-c setup.role=$APP_ROLE -c setup.login=$APP_USER"
                        + " -c setup.password=$APP_PASSWORD\" exec psql --no-psqlrc --command \"$SETUP\"");
        String options = "-c setup.role=%s -c setup.login=%s -c setup.password=%s"
                .formatted(variables.get("APP_ROLE"), variables.get("APP_USER"), variables.get("APP_PASSWORD"));
        try (Connection connection = connect(new Login(owner, "owners"), options);
                Statement statement = connection.createStatement()) {
            statement.execute(variables.get("SETUP"));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        logins.add(new Login(variables.getOrDefault("APP_USER", ""), variables.getOrDefault("APP_PASSWORD", "")));
        return 0;
    }

    /** @param reference such as ARN:password::VERSION, where an ARN has seven parts */
    private static String secret(MotoServer moto, String reference) {
        String[] parts = reference.split(":", -1);
        String arn = String.join(":", List.of(parts).subList(0, 7));
        String version = parts[9].isEmpty() ? "" : ",\"VersionId\":\"" + parts[9] + "\"";
        JsonNode answer = json(moto.json(
                "secretsmanager",
                "eu-central-1",
                "secretsmanager.GetSecretValue",
                "{\"SecretId\":\"" + arn + "\"" + version + "}"));
        return json(answer.path("SecretString").asText()).path(parts[7]).asText();
    }

    private Connection connect(Login login, String options) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        if (!options.isEmpty()) {
            properties.setProperty("options", options);
        }
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    private void execute(Login login, String... statements) throws SQLException {
        try (Connection connection = connect(login, "");
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    private List<String> apply(String... options) {
        List<String> words = new ArrayList<>(List.of("apply", "--auto-approve"));
        words.addAll(List.of(options));
        CommandRun run = project.succeed(words.toArray(String[]::new));
        return DONE.matcher(run.err())
                .results()
                .map(line -> line.group(2) + " " + line.group(1).replace("eu-central-1/orders/", ""))
                .toList();
    }

    private void assertNothingToDo() {
        CommandRun plan = project.run("plan", "--detailed-exitcode");
        assertThat(plan.exitCode()).as(plan.out() + plan.err()).isZero();
    }

    @Test
    void theAppHasAUserWithItsOwnRightsAndNoMore() throws SQLException {
        apply();
        assertNothingToDo();

        Login app = logins.get(0);
        execute(app, "create table orders (id int generated always as identity)", "insert into orders default values");
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(app, "create role other"));
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(app, "create database other"));
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(app, "set role " + owner));
        assertThat(project.succeed("state", "pull").out()).doesNotContain(app.password());
        assertThat(project.succeed("plan", "--json").out()).doesNotContain(app.password());
    }

    @Test
    void anotherPasswordIsThatOfTheOtherUserWhileTheFirstOneStaysValid() throws SQLException {
        apply();
        execute(logins.get(0), "create table orders (id int)");

        List<String> done = apply("--replace", SECRET);

        assertThat(done)
                .containsSubsequence(
                        "created aws_secretsmanager_secret_version.app",
                        "updated aws_ecs_task_run.setup",
                        "updated aws_ecs_service.main");
        Login old = logins.get(0);
        Login next = logins.get(1);
        assertThat(next.user()).isNotEqualTo(old.user());
        execute(old, "insert into orders values (1)");
        execute(next, "insert into orders values (2)", "alter table orders add column more int");
        assertNothingToDo();

        apply("--replace", SECRET);
        Login third = logins.get(2);
        assertThat(third.user()).isEqualTo(old.user());
        execute(third, "drop table orders");
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(old, "select 1"));
    }

    @Test
    void whatTheOwnerMadeInEarlierTimesIsTheApps() throws SQLException {
        execute(
                new Login(owner, "owners"),
                "create table orders (id serial)",
                "create view open_orders as select id from orders",
                "create function half(int) returns int language sql as 'select $1 / 2'",
                "create type state as enum ('open')");

        apply();

        execute(
                logins.get(0),
                "drop view open_orders",
                "drop table orders",
                "drop function half",
                "alter type state add value 'done'");
    }

    /** The user and the password that the containers of the service have. */
    private static Login running(MotoServer moto) {
        Matcher revision = REVISION.matcher(moto.json(
                "ecs",
                "eu-central-1",
                "AmazonEC2ContainerServiceV20141113.ListServices",
                "{\"cluster\":\"" + cluster(moto) + "\"}"));
        assertThat(revision.find()).isTrue();
        JsonNode service = json(moto.json(
                        "ecs",
                        "eu-central-1",
                        "AmazonEC2ContainerServiceV20141113.DescribeServices",
                        "{\"cluster\":\"%s\",\"services\":[\"%s\"]}".formatted(cluster(moto), revision.group(1))))
                .path("services")
                .get(0);
        JsonNode container = container(moto, service.path("taskDefinition").asText());
        String url = container.path("environment").get(0).path("value").asText();
        return new Login(
                url.replaceAll("postgresql://([^@]*)@.*", "$1"),
                secret(moto, container.path("secrets").get(0).path("valueFrom").asText()));
    }

    private static String cluster(MotoServer moto) {
        String answer = moto.json("ecs", "eu-central-1", "AmazonEC2ContainerServiceV20141113.ListClusters", "{}");
        String arn = json(answer).path("clusterArns").get(0).asText();
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    /**
     * Each call that changes something, before it is made and after it was, when nobody has heard of it. The short form takes
     * the first one to each service.
     */
    @Tag("proof")
    @ParameterizedTest
    @CsvSource({"secretsmanager,BEFORE", "secretsmanager,AFTER", "ecs,BEFORE", "ecs,AFTER"})
    void aKilledRotationCutsNobodyOffAndIsFinishedByTheNext(
            String service, HeldCall.Moment moment, AwsProxy proxy, MotoServer moto) throws SQLException {
        boolean all = "all".equals(System.getProperty("corbel.kills"));
        apply();
        execute(running(moto), "create table orders (id int)");
        int call = 1;
        while ((all || call == 1)
                && KilledAtCall.run(
                        directory, proxy, service, call, moment, "apply", "--auto-approve", "--replace", SECRET)) {
            execute(running(moto), "insert into orders values (1)");

            apply();

            execute(running(moto), "insert into orders values (2)", "alter table orders add column c" + call + " int");
            assertThat(running(moto)).isEqualTo(logins.get(logins.size() - 1));
            assertNothingToDo();
            call++;
        }
        assertThat(call).isGreaterThan(1);
    }

    @Test
    void aSetUpThatFailsStopsTheApplyBeforeTheService(AwsProxy proxy) {
        proxy.runTasksWith(revision -> 2);

        CommandRun run = project.run("apply", "--auto-approve");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "failed\n",
                        "setup ended with exit code 2. ECS says: Essential container in task exited.",
                        "Look at the log of task ")
                .doesNotContain("aws_ecs_service.main: created");
    }
}
