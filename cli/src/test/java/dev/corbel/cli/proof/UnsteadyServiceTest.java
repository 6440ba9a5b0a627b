package dev.corbel.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.Project;
import dev.corbel.cli.testing.TestServices;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A service that refuses 20 % of all calls, loses the answer of 5 % that had their effect, lets 5 % run out of time, and
 * shows for a while what was there before.
 */
@Tag("proof")
class UnsteadyServiceTest {
    private static final TestServices UNSTEADY = TestServices.of("unsteady");
    private static final int GENERATIONS = 3;

    static LongStream seeds() {
        long first = Long.getLong("corbel.seed", 1);
        return LongStream.range(first, first + Integer.getInteger("corbel.seeds", 10));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyDefinitionIsReachedInTheEnd(long seed, @TempDir Path directory) {
        Project project = new Project(directory);
        SimulatedCloud cloud = SimulatedCloud.of(directory);
        Operator operator = Operator.facing(arguments -> UNSTEADY.among(() -> project.run(arguments)), cloud);
        RandomDefinitions definitions =
                new RandomDefinitions(seed, "provider('unsteady') { seed = " + seed + " }", "unsteady_object");
        try {
            for (int generation = 0; generation < GENERATIONS; generation++) {
                project.write("environments/default.groovy", definitions.next());
                operator.converge();
                cloud.expectWhatStateKnows(operator, definitions.resources());
            }
            operator.insist("destroy", "--auto-approve");
            cloud.expectWhatStateKnows(operator, 0);
            assertThat(cloud.ids()).isEmpty();
        } catch (AssertionError wrong) {
            throw new AssertionError(
                    "seed %d (to repeat: -Dcorbel.seed=%d -Dcorbel.seeds=1): %s%n%s"
                            .formatted(seed, seed, wrong.getMessage(), operator.story()),
                    wrong);
        }
    }
}
