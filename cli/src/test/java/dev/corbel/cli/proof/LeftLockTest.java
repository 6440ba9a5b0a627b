package dev.corbel.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed leaves its lock behind: people see whose it is, and remove it without losing what was done. */
class LeftLockTest {
    private static final Pattern LOCK = Pattern.compile("lock id ([0-9a-f-]{36})");

    @TempDir
    private Path directory;

    private static String object(String latency) {
        return """
                provider('simulator') { latency = '%s' }
                resource('sim_object', 'one') { name = 'one' }
                """.formatted(latency);
    }

    @InPlaces
    void itsHolderIsNamedAndItGoesWhenPeopleSaySo(PlaceKind kind, Places places) {
        Assumptions.assumeFalse(kind.name().equals("files"), "Skipped, since the lock of files goes with the process");
        Place place = places.newHastyPlace();
        place.define(directory, object("60 m"));
        Operator operator = place.operator(directory);
        String id;
        try (CorbelProcess apply = place.start(directory, "apply", "--auto-approve")) {
            apply.awaitLine("sim_object.one: creating");
            CommandRun refused = operator.run("plan");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .contains(
                            "Error: The state of environment \"default\" is locked",
                            "(process " + apply.id() + ") has been running \"apply default\" since ");
            Matcher lock = LOCK.matcher(refused.err());
            assertThat(lock.find()).as(refused.err()).isTrue();
            id = lock.group(1);
            assertThat(operator.run("unlock", "--force", id).err())
                    .contains("Error: The lock is held by a running process");
            apply.signal("KILL").end();
        }

        assertThat(operator.insist("unlock", "--force", id).out()).startsWith("Removed the lock of ");

        place.define(directory, object("0 ms"));
        operator.converge();
        SimulatedCloud.of(directory).expectWhatStateKnows(operator, 1);
    }
}
