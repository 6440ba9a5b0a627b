package dev.corbel.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures plan and apply as a person meets them: whole processes, from start to finish. */
@Command(
        name = "benchmarks/run",
        description = "Measures plan and apply of many resources without a cloud, as whole processes.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class WholeProcess implements Runnable {
    @Option(names = "--launcher", required = true, hidden = true)
    private Path launcher;

    @Option(names = "--sizes", split = ",", defaultValue = "1000,10000,100000", description = "For Corbel.")
    private List<Integer> sizes;

    @Option(
            names = "--terraform-sizes",
            split = ",",
            description = "For Terraform, which must be on the PATH; its apply takes minutes from 5000 on.")
    private @Nullable List<Integer> terraformSizes;

    @Option(names = "--shape", defaultValue = "TREE", description = "One of ${COMPLETION-CANDIDATES}.")
    private Shape shape;

    @Option(names = "--java-options", defaultValue = "-Xmx1g", description = "For the Java that runs Corbel.")
    private String javaOptions;

    @Option(names = "--limit", defaultValue = "1800", description = "The most seconds for one step.")
    private int limit;

    @Option(names = "--keep", description = "Keep the definitions, states and logs.")
    private boolean keep;

    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new WholeProcess()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(commandLine.execute(arguments));
    }

    @Override
    public void run() {
        System.out.println(ResultTable.heading());
        for (int size : sizes) {
            measure(size, Contender.corbel(launcher, Notation.CORBEL_LOOP, javaOptions));
            measure(size, Contender.corbel(launcher, Notation.CORBEL_BLOCKS, javaOptions));
        }
        if (terraformSizes != null) {
            terraformSizes.forEach(size -> measure(size, Contender.terraform()));
        }
    }

    private void measure(int size, Contender contender) {
        try (WorkFolder folder = WorkFolder.create(keep)) {
            contender.notation().write(folder.project(), size, shape);
            measure(size, contender, folder);
        } catch (IOException e) {
            System.out.println(ResultTable.failure(
                    size, contender.name(), "preparation", new BenchmarkException(String.valueOf(e.getMessage()))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void measure(int size, Contender contender, WorkFolder folder) throws IOException, InterruptedException {
        MeasuredProcess process =
                new MeasuredProcess(folder.project(), contender.environment(), Duration.ofSeconds(limit));
        String step = "preparation";
        try {
            for (List<String> command : contender.preparation()) {
                process.run(command, folder.log(step));
            }
            for (Map.Entry<String, List<String>> next : contender.steps().entrySet()) {
                step = next.getKey();
                Measurement measurement = process.run(next.getValue(), folder.log(step));
                System.out.println(ResultTable.row(size, contender.name(), step, measurement));
            }
        } catch (BenchmarkException e) {
            folder.keep();
            System.out.println(ResultTable.failure(size, contender.name(), step, e));
        }
    }
}
