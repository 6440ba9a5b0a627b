package dev.corbel.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        Race race = new Race(Duration.ofSeconds(limit), keep);
        System.out.println(ResultTable.heading());
        for (int size : sizes) {
            race.run(
                    size,
                    Contender.corbel("Corbel, a loop", launcher, javaOptions),
                    Notation.CORBEL_LOOP.text(size, shape));
            race.run(
                    size,
                    Contender.corbel("Corbel, blocks", launcher, javaOptions),
                    Notation.CORBEL_BLOCKS.text(size, shape));
        }
        if (terraformSizes != null) {
            terraformSizes.forEach(size -> race.run(size, Contender.terraform(), Notation.TERRAFORM.text(size, shape)));
        }
    }
}
