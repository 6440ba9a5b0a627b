package dev.corbel.benchmarks;

import dev.corbel.emulators.arm.ArmServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures plan, apply and drift on Azure, as whole processes against the simulator of Azure Resource Manager, with their calls. */
@Command(
        name = "benchmarks/run azure",
        description =
                "Measures plan, apply and drift of 100 resources on a simulator of Azure, with the calls that they make.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class AzureProcess implements Runnable {
    private static final int RESOURCES = 100;

    /** The clock moves with each call, so that long operations take no time of their own. */
    private static final Duration STEP = Duration.ofSeconds(5);

    @Option(names = "--launcher", required = true, hidden = true)
    private Path launcher;

    @Option(names = "--java-options", defaultValue = "-Xmx1g", description = "For the Java that runs Corbel.")
    private String javaOptions;

    @Option(names = "--limit", defaultValue = "600", description = "The most seconds for one step.")
    private int limit;

    @Option(names = "--repeat", defaultValue = "5", description = "How often the steps that change nothing run.")
    private int repeat;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new AzureProcess()).execute(arguments));
    }

    @Override
    public void run() {
        try (ArmServer arm = ArmServer.start();
                WorkFolder folder = WorkFolder.create(false)) {
            arm.clock().step(STEP);
            Contender corbel = Contender.corbel("Corbel", launcher, javaOptions).with(variables(arm));
            corbel.write(folder.project(), definition());
            MeasuredProcess process =
                    new MeasuredProcess(folder.project(), corbel.environment(), Duration.ofSeconds(limit));
            for (List<String> command : corbel.preparation()) {
                process.run(command, folder.log("preparation"));
            }
            System.out.println("| resources | step | seconds | calls |\n|---:|---|---:|---:|");
            for (Map.Entry<String, List<String>> step : corbel.steps().entrySet()) {
                boolean changes = step.getKey().equals("apply");
                for (int i = 0; i < (changes ? 1 : repeat); i++) {
                    int before = arm.calls().size();
                    Measurement measured = process.run(step.getValue(), folder.log(step.getKey()));
                    System.out.printf(
                            "| %d | %s | %.2f | %d |%n",
                            RESOURCES,
                            step.getKey(),
                            measured.elapsed().toMillis() / 1000.0,
                            arm.calls().size() - before);
                }
            }
        } catch (IOException failure) {
            throw new BenchmarkException(String.valueOf(failure.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> variables(ArmServer arm) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("AZURE_TENANT_ID", arm.tenant());
        variables.put("AZURE_CLIENT_ID", arm.clientId());
        variables.put("AZURE_CLIENT_SECRET", arm.clientSecret());
        variables.put("AZURE_AUTHORITY_HOST", arm.endpoint().toString());
        variables.put("CORBEL_VAR_subscription", arm.subscription());
        variables.put("CORBEL_VAR_endpoint", arm.endpoint().toString());
        variables.put("CORBEL_VAR_caFile", arm.caFile().toString());
        return variables;
    }

    private static String definition() throws IOException {
        try (InputStream stream = Objects.requireNonNull(
                AzureProcess.class.getResourceAsStream("azure.groovy"), "there is no azure.groovy")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
