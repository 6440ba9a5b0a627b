package dev.corbel.state.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultyObjectsTest {
    private static final byte[] DATA = {1};

    private final InMemoryObjectStore place = new InMemoryObjectStore();

    private FaultyObjects objects(Trouble trouble) {
        return new FaultyObjects(place.connect(), trouble);
    }

    @Test
    void doNothingWhereACallIsRefused() throws IOException {
        FaultyObjects objects = objects(Trouble.between(1, 2));
        objects.create("a", DATA);
        assertThatIOException()
                .isThrownBy(() -> objects.create("b", DATA))
                .withMessage("Cannot create b in memory: unreachable");
        objects.create("c", DATA);
        assertThat(place.contents()).containsOnlyKeys("a", "c");
        assertThat(objects.calls()).isEqualTo(3);
    }

    @Test
    void doWhatTheyShallWhereTheAnswerIsLost() {
        FaultyObjects objects = objects(Trouble.losing(0));
        assertThatIOException()
                .isThrownBy(() -> objects.create("a", DATA))
                .withMessage("Cannot create a in memory: no answer");
        assertThat(place.contents()).containsOnlyKeys("a");
    }

    @Test
    void makeTheSameTroubleForTheSameSeed() {
        assertThat(faults(7))
                .isEqualTo(faults(7))
                .contains(Trouble.Fault.NONE, Trouble.Fault.REFUSED, Trouble.Fault.ANSWER_LOST);
        assertThat(faults(7)).isNotEqualTo(faults(8));
    }

    private static List<Trouble.Fault> faults(long seed) {
        Trouble trouble = Trouble.random(seed, 20, 10);
        List<Trouble.Fault> faults = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            faults.add(trouble.next("get", "a"));
        }
        return faults;
    }
}
