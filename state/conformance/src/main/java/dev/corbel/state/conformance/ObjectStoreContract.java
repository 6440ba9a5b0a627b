package dev.corbel.state.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.state.remote.ObjectStore;
import dev.corbel.state.remote.RemoteConflictException;
import dev.corbel.state.remote.RemoteObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of an object store. Each adapter has a test that extends this. */
public abstract class ObjectStoreContract {
    private static final int LARGE = 5_000_000;

    private ObjectStore objects;
    private ObjectStore others;

    /** Made before each test, by {@link #connectTwice}. */
    @SuppressWarnings("NullAway.Init")
    protected ObjectStoreContract() {}

    /**
     * Connects to a folder of the place. Connections to the same folder see the same objects; a folder that was never
     * used is empty.
     */
    protected abstract ObjectStore connect(String folder) throws IOException;

    /** The number of objects that a list is tried with: more than the store gives in one page. */
    protected int manyNames() {
        return 1_200;
    }

    @BeforeEach
    public final void connectTwice() throws IOException {
        String folder = "contract-" + UUID.randomUUID();
        objects = connect(folder);
        others = connect(folder);
    }

    @AfterEach
    public final void disconnect() {
        objects.close();
        others.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private RemoteObject read(String name) throws IOException {
        return others.get(name).orElseThrow(() -> new AssertionError(name + " is missing"));
    }

    private void expectConflict(Race.Attempt write) {
        assertThatExceptionOfType(RemoteConflictException.class).isThrownBy(write::run);
    }

    @Test
    public final void saysWhereItIs() {
        assertThat(objects.description()).isNotBlank().doesNotEndWith(".").isEqualTo(others.description());
    }

    @Test
    public final void hasNothingInAFolderThatWasNeverUsed() throws IOException {
        assertThat(objects.get("head.json")).isEmpty();
        assertThat(objects.list("")).isEmpty();
        objects.delete(List.of());
        objects.delete(List.of("head.json"));
    }

    @Test
    public final void showsEverybodyWhatWasCreated() throws IOException {
        String version = objects.create("head.json", bytes("one"));
        assertThat(read("head.json").data()).isEqualTo(bytes("one"));
        assertThat(read("head.json").version()).isEqualTo(version);
    }

    @Test
    public final void createsNothingOverWhatIsThere() throws IOException {
        String version = objects.create("head.json", bytes("one"));
        expectConflict(() -> others.create("head.json", bytes("two")));
        expectConflict(() -> others.create("head.json", bytes("one")));
        assertThat(read("head.json").data()).isEqualTo(bytes("one"));
        assertThat(read("head.json").version()).isEqualTo(version);
    }

    @Test
    public final void replacesTheVersionThatWasSeen() throws IOException {
        String first = objects.create("head.json", bytes("one"));
        String second = others.replace("head.json", bytes("two"), first);
        assertThat(second).isNotEqualTo(first);
        String third = objects.replace("head.json", bytes("three"), second);
        assertThat(third).isNotEqualTo(second);
        assertThat(read("head.json").data()).isEqualTo(bytes("three"));
        assertThat(read("head.json").version()).isEqualTo(third);
    }

    @Test
    public final void replacesNoOtherVersion() throws IOException {
        String first = objects.create("head.json", bytes("one"));
        objects.replace("head.json", bytes("two"), first);
        expectConflict(() -> others.replace("head.json", bytes("three"), first));
        assertThat(read("head.json").data()).isEqualTo(bytes("two"));
    }

    @Test
    public final void replacesNothingThatIsGone() throws IOException {
        String first = objects.create("head.json", bytes("one"));
        objects.delete(List.of("head.json"));
        expectConflict(() -> others.replace("head.json", bytes("two"), first));
        assertThat(others.get("head.json")).isEmpty();
        objects.create("head.json", bytes("three"));
        expectConflict(() -> others.replace("head.json", bytes("four"), first));
        assertThat(read("head.json").data()).isEqualTo(bytes("three"));
    }

    @Test
    public final void keepsEveryByte() throws IOException {
        byte[] all = new byte[512];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        objects.create("all", all);
        assertThat(read("all").data()).isEqualTo(all);
    }

    @Test
    public final void keepsAnEmptyObject() throws IOException {
        String version = objects.create("journal/7/1", new byte[0]);
        assertThat(read("journal/7/1").data()).isEmpty();
        assertThat(objects.list("journal/")).containsExactly("journal/7/1");
        expectConflict(() -> others.create("journal/7/1", new byte[0]));
        objects.replace("journal/7/1", bytes("full"), version);
        assertThat(read("journal/7/1").data()).isEqualTo(bytes("full"));
    }

    @Test
    public final void keepsALargeObject() throws IOException {
        byte[] large = new byte[LARGE];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31 + i / 256);
        }
        String version = objects.create("snapshots/1", large);
        assertThat(Arrays.equals(read("snapshots/1").data(), large)).isTrue();
        large[LARGE - 1]++;
        objects.replace("snapshots/1", large, version);
        assertThat(Arrays.equals(read("snapshots/1").data(), large)).isTrue();
    }

    @Test
    public final void takesEveryNameThatItMustTake() throws IOException {
        List<String> names = List.of(
                "A-Z_0.9",
                "a.b.json",
                "head.json",
                "journal/000007/000001",
                "journal/000007/000002",
                "snapshots/7-5f0c8a1e-0000-4000-8000-000000000001.json",
                "x/y/z/deep");
        for (String name : names) {
            objects.create(name, bytes(name));
        }
        for (String name : names) {
            assertThat(read(name).data()).isEqualTo(bytes(name));
        }
        assertThat(others.list("")).containsExactlyElementsOf(names);
    }

    @Test
    public final void listsWhatBeginsSo() throws IOException {
        for (String name : List.of("journal/10/1", "journal/1/2", "journal/1/10", "journal/1/1", "journals", "head")) {
            objects.create(name, bytes(name));
        }
        assertThat(others.list("journal/1/")).containsExactly("journal/1/1", "journal/1/10", "journal/1/2");
        assertThat(others.list("journal/1"))
                .containsExactly("journal/1/1", "journal/1/10", "journal/1/2", "journal/10/1");
        assertThat(others.list("journal/2/")).isEmpty();
    }

    @Test
    public final void listsAndDeletesMany() throws Exception {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < manyNames(); i++) {
            names.add("many/%06d".formatted(i));
        }
        objects.create("more", bytes("stays"));
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, new java.util.Random(1));
        Race.each(shuffled, name -> objects.create(name, bytes(name)));
        assertThat(others.list("many/")).isEqualTo(names);
        objects.delete(shuffled);
        assertThat(others.list("")).containsExactly("more");
        assertThat(others.get(names.get(0))).isEmpty();
    }

    @Test
    public final void deletesWhatIsThereAndDoesNotMindTheRest() throws IOException {
        objects.create("a", bytes("a"));
        objects.create("b", bytes("b"));
        objects.delete(List.of("a", "never"));
        objects.delete(List.of("a"));
        assertThat(others.list("")).containsExactly("b");
        objects.create("a", bytes("again"));
        assertThat(read("a").data()).isEqualTo(bytes("again"));
    }

    @Test
    public final void letsOneOfManyCreate() throws Exception {
        for (int round = 0; round < 5; round++) {
            String name = "race/" + round;
            List<Integer> winners = Race.winners(number -> connection(number).create(name, bytes("from " + number)));
            assertThat(winners).hasSize(1);
            assertThat(read(name).data()).isEqualTo(bytes("from " + winners.get(0)));
        }
    }

    @Test
    public final void letsOneOfManyReplace() throws Exception {
        String version = objects.create("head.json", bytes("start"));
        for (int round = 0; round < 5; round++) {
            String seen = version;
            String text = "round " + round + " from ";
            List<Integer> winners =
                    Race.winners(number -> connection(number).replace("head.json", bytes(text + number), seen));
            assertThat(winners).hasSize(1);
            assertThat(read("head.json").data()).isEqualTo(bytes(text + winners.get(0)));
            version = read("head.json").version();
        }
    }

    private ObjectStore connection(int number) {
        return number % 2 == 0 ? objects : others;
    }

    @Test
    public final void losesNoUpdate() throws Exception {
        objects.create("count", bytes("0"));
        Race.each(Collections.nCopies(8, 5), times -> {
            for (int done = 0; done < times; ) {
                RemoteObject seen = read("count");
                int next = Integer.parseInt(new String(seen.data(), UTF_8)) + 1;
                try {
                    objects.replace("count", bytes(String.valueOf(next)), seen.version());
                    done++;
                } catch (RemoteConflictException anotherWasFaster) {
                    Thread.onSpinWait();
                }
            }
        });
        assertThat(read("count").data()).isEqualTo(bytes("40"));
    }

    @Test
    public final void showsWholeObjectsOnly() throws Exception {
        byte[] start = new byte[100_000];
        objects.create("whole", start);
        Race.each(List.of(true, false), writes -> {
            for (int i = 1; i <= 10; i++) {
                RemoteObject seen = read("whole");
                byte[] data = seen.data();
                assertThat(data).hasSize(start.length);
                assertThat(data[0]).isEqualTo(data[data.length - 1]).isEqualTo(data[data.length / 2]);
                if (writes) {
                    Arrays.fill(data, (byte) i);
                    objects.replace("whole", data, seen.version());
                }
            }
        });
    }
}
