package dev.corbel.benchmarks;

import dev.corbel.emulators.AzuriteServer;
import dev.corbel.emulators.MotoServer;
import dev.corbel.emulators.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what it costs where state is kept: the journal of each operation, and a whole apply. */
@Command(
        name = "benchmarks/run state",
        description = "Measures the journal on each place for state, and an apply with state here and there.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class StateProcess implements Runnable {
    @Option(names = "--launcher", required = true, hidden = true)
    private Path launcher;

    @Option(
            names = "--places",
            split = ",",
            defaultValue = "local,postgres,azureblob,s3",
            description = "Where the journal is measured.")
    private List<String> places;

    @Option(names = "--threads", defaultValue = "1,4,16", description = "How many operations run at a time.")
    private String threads;

    @Option(names = "--seconds", defaultValue = "6", description = "For each number of threads.")
    private int seconds;

    @Option(names = "--resources", defaultValue = "5000", description = "Of the whole apply; 0 leaves it out.")
    private int resources;

    @Option(names = "--java-options", defaultValue = "-Xmx1g", description = "For the Java that runs Corbel.")
    private String javaOptions;

    @Option(names = "--limit", defaultValue = "1800", description = "The most seconds for one step.")
    private int limit;

    @Option(names = "--keep", description = "Keep the definitions, states and logs.")
    private boolean keep;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StateProcess()).execute(arguments));
    }

    @Override
    public void run() {
        System.out.println("""
                | state in | operations at a time | operations per second | µs per operation |
                |---|---:|---:|---:|""");
        for (String place : places) {
            switch (place) {
                case "local" -> journal("files", place, Map.of(), Map.of());
                case "postgres" -> {
                    try (PostgresServer server = PostgresServer.start()) {
                        journal("PostgreSQL", place, Map.of("url", url(server)), Map.of());
                    }
                }
                case "azureblob" -> {
                    try (AzuriteServer server = AzuriteServer.start()) {
                        journal("Azure Blob (Azurite)", place, azure(server), azureVariables());
                    }
                }
                case "s3" -> {
                    try (MotoServer server = MotoServer.start()) {
                        createBucket(server.endpoint());
                        journal("S3 (moto)", place, s3(server.endpoint()), s3Variables());
                    }
                }
                default -> throw new IllegalArgumentException("no place: " + place);
            }
        }
        if (resources > 0) {
            applies();
        }
    }

    private void applies() {
        System.out.println("\n" + ResultTable.heading());
        Race race = new Race(Duration.ofSeconds(limit), keep);
        String definition = Notation.CORBEL_BLOCKS.text(resources, Shape.TREE);
        race.run(resources, Contender.corbel("Corbel, state in files", launcher, javaOptions), definition);
        try (PostgresServer server = PostgresServer.start()) {
            race.run(
                    resources,
                    Contender.corbel("Corbel, state in PostgreSQL", launcher, javaOptions),
                    "state('postgres') { url = '" + url(server) + "' }\n" + definition);
        }
    }

    private static String url(PostgresServer server) {
        return "postgresql://postgres@127.0.0.1:" + server.port() + "/" + server.newDatabase();
    }

    private static Map<String, String> azure(AzuriteServer server) {
        return Map.of("endpoint", server.endpoint().toString(), "container", server.newContainer());
    }

    private static Map<String, String> azureVariables() {
        return Map.of("AZURE_STORAGE_KEY", AzuriteServer.KEY);
    }

    private static Map<String, String> s3(URI endpoint) {
        return Map.of("endpoint", endpoint.toString(), "bucket", "state", "region", "eu-central-1");
    }

    private static Map<String, String> s3Variables() {
        return Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test");
    }

    private static void createBucket(URI endpoint) {
        HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/state"))
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20250101/us-east-1/s3/aws4_request, SignedHeaders=host,"
                                + " Signature=none")
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            int status = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException("no bucket was made: " + status);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** In a process of its own, since what opens a place may come from the environment of the process alone. */
    private void journal(String name, String place, Map<String, String> configuration, Map<String, String> variables) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                JournalCost.class.getName(),
                "--name=" + name,
                "--place=" + place,
                "--threads=" + threads,
                "--seconds=" + seconds));
        new LinkedHashMap<>(configuration).forEach((key, value) -> command.add("--set=" + key + "=" + value));
        try (WorkFolder folder = WorkFolder.create(keep)) {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.project().toFile())
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(variables);
            int code = builder.start().waitFor();
            if (code != 0) {
                System.out.println("| " + name + " | | exit code " + code + " | |");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
