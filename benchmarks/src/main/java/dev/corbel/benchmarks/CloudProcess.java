package dev.corbel.benchmarks;

import dev.corbel.emulators.MotoServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures plan and apply on AWS, as whole processes against an emulator that starts empty for each tool. */
@Command(
        name = "benchmarks/run aws",
        description = "Measures plan and apply on an emulator of AWS, as whole processes.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class CloudProcess implements Runnable {
    @Option(names = "--launcher", required = true, hidden = true)
    private Path launcher;

    @Option(
            names = "--workloads",
            split = ",",
            defaultValue = "stack,many",
            description = "stack: an application of 23 resources; many: 200 security groups and 100 buckets;"
                    + " mixed: 23 applications in one network, 1,037 resources of 23 types.")
    private List<String> workloads;

    @Option(names = "--terraform", description = "Measure Terraform, too, which must be on the PATH.")
    private boolean terraform;

    @Option(
            names = "--terraform-plugins",
            description = "A folder with Terraform's providers, instead of those that it downloads.")
    private @Nullable Path plugins;

    @Option(names = "--java-options", defaultValue = "-Xmx1g", description = "For the Java that runs Corbel.")
    private String javaOptions;

    @Option(names = "--limit", defaultValue = "1800", description = "The most seconds for one step.")
    private int limit;

    @Option(names = "--keep", description = "Keep the definitions, states and logs.")
    private boolean keep;

    private static final Map<String, Integer> RESOURCES = Map.of("stack", 23, "many", 301, "mixed", 1_037);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CloudProcess()).execute(arguments));
    }

    @Override
    public void run() {
        System.out.println(ResultTable.headingWithCalls());
        try (MotoServer moto = MotoServer.start()) {
            Race race = new Race(Duration.ofSeconds(limit), keep, moto::calls);
            for (String workload : workloads) {
                Integer size = RESOURCES.get(workload);
                if (size == null) {
                    throw new IllegalArgumentException("no workload: " + workload);
                }
                Contender corbel =
                        Contender.corbel("Corbel", launcher, javaOptions).with(variables(moto));
                // The emulator loads a service when it is first asked. Another text, so that the definition is compiled
                // anew.
                race.rehearse(corbel, text(workload + ".groovy") + "// a rehearsal\n");
                moto.reset();
                race.run(size, corbel, text(workload + ".groovy"));
                moto.reset();
                if (terraform) {
                    race.run(size, Contender.terraform().with(terraformVariables(moto)), text(workload + ".tf"));
                    moto.reset();
                }
            }
        }
    }

    private static Map<String, String> variables(MotoServer moto) {
        return Map.of(
                "AWS_ENDPOINT_URL",
                moto.endpoint().toString(),
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                "test",
                "AWS_EC2_METADATA_DISABLED",
                "true");
    }

    private Map<String, String> terraformVariables(MotoServer moto) {
        Map<String, String> variables = new LinkedHashMap<>(variables(moto));
        if (plugins != null) {
            variables.put("TF_CLI_CONFIG_FILE", configuration(plugins).toString());
        }
        return variables;
    }

    private static Path configuration(Path plugins) {
        try {
            Path file = Files.createTempFile("terraform-", ".rc");
            file.toFile().deleteOnExit();
            return Files.writeString(file, """
                    provider_installation {
                      filesystem_mirror {
                        path = "%s"
                      }
                    }
                    """.formatted(plugins.toAbsolutePath()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(String resource) {
        try (InputStream stream = Objects.requireNonNull(
                CloudProcess.class.getResourceAsStream(resource), () -> "there is no " + resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
