package dev.corbel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.cli.testing.Schemas;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts that CI servers run do what they say, on the example of the simulator. */
class CiScriptsTest {
    private static final Path EXAMPLE = Path.of("../examples/ci");

    @TempDir
    Path directory;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void copy() throws IOException {
        Project.example("simulator", directory);
        Files.createDirectories(directory.resolve("ci"));
        try (Stream<Path> files = Files.list(EXAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(
                        file, directory.resolve("ci").resolve(file.getFileName().toString()));
            }
        }
    }

    /** An archive of this Corbel, with its checksum, as the distribution has them. */
    private void pack() throws Exception {
        Path bin = Files.createDirectories(directory.resolve("downloads/corbel-1.2.3/bin"));
        Path launcher = bin.resolve("corbel");
        Files.writeString(
                launcher,
                "#!/bin/sh\nexec '" + System.getProperty("java.home") + "/bin/java' -XX:TieredStopAtLevel=1 -cp '"
                        + System.getProperty("java.class.path") + "' dev.corbel.cli.Main \"$@\"\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        succeed("cd downloads && tar -czf corbel-1.2.3.tar.gz corbel-1.2.3"
                + " && sha256sum corbel-1.2.3.tar.gz > corbel-1.2.3.tar.gz.sha256");
    }

    private CommandRun shell(String command) throws Exception {
        Path out = directory.resolve("stdout.txt");
        Path err = directory.resolve("stderr.txt");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("(AWS|CORBEL|GITHUB|GITLAB|CI)(_.*)?|PULL_REQUEST"));
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new CommandRun(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private CommandRun succeed(String command) throws Exception {
        CommandRun run = shell(command);
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        return run;
    }

    private String read(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    @Test
    void fromTheArchiveToTheReportOnDrift() throws Exception {
        pack();
        variables.put("GITHUB_PATH", directory.resolve("path").toString());
        String bin = succeed("ci/install.sh 1.2.3 file://$PWD/downloads/").out().strip();
        assertThat(bin)
                .isEqualTo(directory.toRealPath().resolve(".corbel-install/bin").toString());
        assertThat(directory.resolve("path")).hasContent(bin);
        variables.put("PATH", bin + ":" + System.getenv("PATH"));

        CommandRun plan = succeed("ci/plan.sh default");
        assertThat(plan.out()).contains("  + eu-central-1/orders/sim_object.balancer\n");
        assertThat(read("changes.env")).isEqualTo("changes=true\n");
        assertThat(read("comment.md"))
                .startsWith("<!-- corbel-plan default -->\n")
                .contains("sim_object.balancer");

        assertThat(succeed("ci/apply.sh").err()).contains("created");
        variables.put("GITHUB_OUTPUT", directory.resolve("output").toString());
        succeed("ci/plan.sh default");
        assertThat(read("output")).isEqualTo("changes=false\n");
        assertThat(shell("ci/plan.sh nowhere").exitCode()).isEqualTo(1);

        assertThat(succeed("ci/drift.sh").out()).contains("No drift.");
        new Project(directory).deleteAll(".simulator/objects");
        variables.put("GITHUB_ACTIONS", "true");
        CommandRun drift = shell("ci/drift.sh . 1/1");
        assertThat(drift.exitCode()).as(drift.err()).isEqualTo(2);
        assertThat(drift.out())
                .contains(
                        "::error file=environments/default.groovy,line=35,title=default%3A deleted (high)::"
                                + "eu-central-1/orders/files/sim_object.bucket",
                        "::warning file=environments/default.groovy,line=", "2 more of this level");
        assertThat(read("output")).contains("drift=true\n");
        Schemas.assertSarif(read("reports/sarif/drift.sarif"));
        Schemas.assertJunit(read("reports/drift.xml"));
        Schemas.assertDriftJson(read("reports/drift.json"));
        assertThat(read("reports/drift.md")).startsWith("<!-- corbel-drift default -->\n");

        assertThat(succeed("ci/policies.sh default").out()).contains("Policies: ");
        assertThat(read("policies-report/default.md")).startsWith("<!-- corbel-policy default -->\n");
        assertThat(read("policies-report/default.csv")).startsWith("policy,scope,result,");
        assertThat(read("policies-report/default.json")).startsWith("{\"format\":\"corbel-policy\"");
    }

    @Test
    void whatIsNotTheArchiveIsNotInstalled() throws Exception {
        pack();
        Files.writeString(directory.resolve("downloads/corbel-1.2.3.tar.gz"), "something else");

        CommandRun wrong = shell("ci/install.sh 1.2.3 file://$PWD/downloads");
        CommandRun missing = shell("ci/install.sh 4.5.6 file://$PWD/downloads");

        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("install.sh: corbel-1.2.3.tar.gz is not what corbel-1.2.3.tar.gz.sha256 says");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("/downloads/corbel-4.5.6.tar.gz cannot be fetched");
        assertThat(directory.resolve(".corbel-install")).doesNotExist();
        assertThat(shell("ci/install.sh").err()).contains("usage: install.sh VERSION FROM [FOLDER]");
        assertThat(shell("ci/plan.sh").err()).contains("usage: plan.sh ENVIRONMENT [PROJECT]");
        assertThat(shell("ci/comment.sh").err()).contains("usage: comment.sh FILE");
    }

    @Test
    void theTokenOfTheJobGoesToAFileOfItsOwn() throws Exception {
        variables.put("CORBEL_TOKEN", "signed");
        variables.put("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/corbel-read");

        CommandRun run = succeed(". ci/credentials.sh; cat \"$AWS_WEB_IDENTITY_TOKEN_FILE\";"
                + " stat -c ' %a' \"$AWS_WEB_IDENTITY_TOKEN_FILE\"; env | grep -c CORBEL_TOKEN || true;"
                + " rm \"$AWS_WEB_IDENTITY_TOKEN_FILE\"");

        assertThat(run.out()).isEqualTo("signed 600\n0\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"github", "gitlab"})
    void aCommentReplacesTheOneOfTheLastTime(String host) throws Exception {
        List<String> calls = Collections.synchronizedList(new ArrayList<>());
        List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, calls, bodies));
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            if (host.equals("github")) {
                variables.putAll(Map.of(
                        "GITHUB_API_URL",
                        url,
                        "GITHUB_REPOSITORY",
                        "acme/x",
                        "PULL_REQUEST",
                        "7",
                        "GITHUB_TOKEN",
                        "t"));
            } else {
                variables.putAll(Map.of(
                        "CI_API_V4_URL", url, "CI_PROJECT_ID", "3", "CI_MERGE_REQUEST_IID", "7", "GITLAB_TOKEN", "t"));
            }
            String text = "<!-- corbel-plan b -->\n" + "\"quotes\" \\ and `ticks`\n".repeat(10_000);
            Files.writeString(directory.resolve("b.md"), text);
            Files.writeString(directory.resolve("new.md"), "<!-- corbel-plan new -->\nText\n");

            succeed("ci/comment.sh b.md && ci/comment.sh new.md");

            String comments =
                    host.equals("github") ? "/repos/acme/x/issues/7/comments" : "/projects/3/merge_requests/7/notes";
            String comment =
                    host.equals("github") ? "PATCH /repos/acme/x/issues/comments/501" : "PUT " + comments + "/501";
            assertThat(calls)
                    .containsExactly(
                            "GET " + comments + "?per_page=100&page=1",
                            "GET " + comments + "?per_page=100&page=2",
                            comment,
                            "GET " + comments + "?per_page=100&page=1",
                            "GET " + comments + "?per_page=100&page=2",
                            "POST " + comments);
            ObjectMapper mapper = new ObjectMapper();
            assertThat(mapper.readTree(bodies.get(2)).path("body").asText()).isEqualTo(text);
            assertThat(mapper.readTree(bodies.get(5)).path("body").asText())
                    .isEqualTo("<!-- corbel-plan new -->\nText\n");
        } finally {
            server.stop(0);
        }
        variables.clear();
        assertThat(shell("ci/comment.sh new.md").err())
                .contains("neither PULL_REQUEST nor CI_MERGE_REQUEST_IID is set");
    }

    /** Two pages of comments, of which the second has one of Corbel's. */
    private static void answer(HttpExchange exchange, List<String> calls, List<String> bodies) throws IOException {
        String method = exchange.getRequestMethod();
        boolean authorized = exchange.getRequestHeaders().containsKey("Authorization")
                || exchange.getRequestHeaders().containsKey("PRIVATE-TOKEN");
        calls.add(authorized ? method + " " + exchange.getRequestURI() : "not authorized");
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String answer = "{}";
        if (method.equals("GET") && exchange.getRequestURI().getQuery().endsWith("&page=1")) {
            answer = "[" + "{\"id\": 1, \"body\": \"talk\"},".repeat(99) + "{\"id\": 2, \"body\": null}]";
        } else if (method.equals("GET")) {
            answer = "[{\"id\": 500, \"body\": \"<!-- corbel-plan a -->\"},"
                    + "{\"id\": 501, \"body\": \"<!-- corbel-plan b -->\\r\\nold\"}]";
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void everyFileCanBeReadAndNamesScriptsThatAreThere() throws Exception {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        Pattern script = Pattern.compile("ci/([a-z]+\\.sh)");
        TreeSet<String> named = new TreeSet<>();
        List<Path> files = List.of(
                EXAMPLE.resolve("github/plan.yml"),
                EXAMPLE.resolve("github/apply.yml"),
                EXAMPLE.resolve("github/drift.yml"),
                EXAMPLE.resolve("github/policies.yml"),
                EXAMPLE.resolve("gitlab-ci.yml"),
                EXAMPLE.resolve("Jenkinsfile"));
        for (Path file : files) {
            String text = Files.readString(file);
            if (file.toString().endsWith(".yml")) {
                JsonNode tree = yaml.readTree(text);
                assertThat(tree.isObject()).as(file.toString()).isTrue();
            }
            for (Matcher found = script.matcher(text); found.find(); ) {
                named.add(found.group(1));
            }
            assertThat(text).as(file.toString()).doesNotContain("pull_request_target:", "AWS_SECRET_ACCESS_KEY");
        }
        assertThat(named)
                .containsExactly(
                        "apply.sh", "comment.sh", "credentials.sh", "drift.sh", "install.sh", "plan.sh", "policies.sh")
                .allMatch(name -> Files.isRegularFile(EXAMPLE.resolve(name)));
        for (String policy : List.of("corbel-read.json", "trust-read.json", "trust-write.json")) {
            assertThat(new ObjectMapper()
                            .readTree(EXAMPLE.resolve("aws").resolve(policy).toFile())
                            .path("Statement")
                            .isArray())
                    .isTrue();
        }
    }

    @Test
    void theRoleThatWritesTrustsOneEnvironmentAndTheOneThatReadsMayChangeNothingButTheLock() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode write = mapper.readTree(EXAMPLE.resolve("aws/trust-write.json").toFile());
        assertThat(write.path("Statement")
                        .path(0)
                        .path("Condition")
                        .path("StringEquals")
                        .toString())
                .contains(":environment:production")
                .doesNotContain("*", "pull_request");
        for (JsonNode statement : mapper.readTree(
                        EXAMPLE.resolve("aws/corbel-read.json").toFile())
                .path("Statement")) {
            if (!statement.path("Sid").asText().equals("LockStateForPlans")) {
                assertThat(statement.path("Action"))
                        .allMatch(action -> action.asText().matches("[a-z0-9-]+:(Get|List|Describe)[A-Za-z*]+"))
                        .noneMatch(action -> action.asText().matches("(s3|secretsmanager|kms|sqs):Get\\*"));
            }
        }
    }
}
