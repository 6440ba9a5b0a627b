package dev.corbel.providers.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.TypedRead;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kit passes sessions that read in order, and finds those that answer in the order of the types. */
class SessionContractTest {
    @TempDir
    Path directory;

    @Test
    void aSessionThatReadsTypeByTypePasses() throws Exception {
        check(Shed::new);
    }

    @Test
    void anAnswerInTheOrderOfTheTypesIsFound() {
        assertThatThrownBy(() -> check(Unordered::new))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the answers to [shed_box, shed_tool,");
    }

    @Test
    void aTypeThatLeavesAnswersOutFailsTheWholeRead() {
        Shed shed = new Shed();
        ToolType sound = new ToolType("shed_tool", Optional.empty());
        ToolType gaps = new ToolType("shed_box", Optional.of(Defect.LEAVES_OUT_THE_ABSENT));
        ReadableType.ReadRequest request = new ReadableType.ReadRequest(
                Address.resource("shed_tool", "a"), new ObjectState(MapValue.EMPTY.with("id", Value.of("1"))));

        assertThatThrownBy(() -> shed.read(List.of(
                        new TypedRead(sound, request), new TypedRead(gaps, request), new TypedRead(gaps, request))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("shed_box answered 2 reads with 0 results");
    }

    @Test
    void nothingToReadIsAnsweredWithNothing() {
        assertThat(new Shed().read(List.of())).isEmpty();
    }

    private void check(Supplier<Shed> sessions) throws Exception {
        ShedContract contract = new ShedContract(sessions);
        contract.project = directory;
        contract.itReadsManyObjectsOfManyTypesInOrder();
    }

    /** A session that forgets which request each answer is for. */
    private static final class Unordered extends Shed {
        @Override
        public List<ReadResult> read(List<TypedRead> reads) {
            Set<ResourceType> types = new LinkedHashSet<>();
            reads.forEach(read -> types.add(read.type()));
            List<ReadResult> results = new ArrayList<>();
            for (ResourceType type : types) {
                results.addAll(type.read(
                        this,
                        reads.stream()
                                .filter(read -> read.type().equals(type))
                                .map(TypedRead::request)
                                .toList()));
            }
            return results;
        }
    }

    private static final class ShedContract extends SessionContract {
        private final ShedProvider provider;

        ShedContract(Supplier<Shed> sessions) {
            this.provider = new ShedProvider(Optional.empty(), sessions);
        }

        @Override
        protected Provider provider() {
            return provider;
        }

        @Override
        protected MapValue providerConfiguration() {
            return MapValue.EMPTY;
        }

        @Override
        protected List<Specimen> specimens() {
            return List.of(
                    new ToolSpecimen("shed_tool", IdentityClass.NONE),
                    new ToolSpecimen("shed_box", IdentityClass.NONE));
        }
    }
}
