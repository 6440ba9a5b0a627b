package dev.corbel.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressParser;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.simulator.SimulatorProvider;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyTypeTest {
    private static final Address ADDRESS = AddressParser.parse("sim_object.a").orElseThrow();

    @TempDir
    private Path project;

    private final Provider provider = ReadOnlyProvider.all(new ProviderCatalog(List.of(new SimulatorProvider())))
            .provider("simulator")
            .orElseThrow();
    private final ResourceType type = provider.resourceType("sim_object").orElseThrow();

    @ParameterizedTest
    @ValueSource(classes = {ReadOnlyType.class, ReadOnlyProvider.class})
    void passesEveryQuestionOn(Class<?> wrapper) {
        Class<?> contract = wrapper.getInterfaces()[0];

        assertThat(Arrays.stream(wrapper.getDeclaredMethods()).map(ReadOnlyTypeTest::signature))
                .containsAll(Arrays.stream(contract.getDeclaredMethods())
                        .filter(method -> !method.isSynthetic())
                        .map(ReadOnlyTypeTest::signature)
                        .toList());
    }

    @Test
    void refusesEveryChange() throws ProviderException {
        try (Session session = provider.open(MapValue.EMPTY, ProviderContext.system(project, "test"))) {
            ResourceType.CreateRequest create =
                    new ResourceType.CreateRequest(ADDRESS, MapValue.EMPTY, "token", Optional.empty());
            ObjectState object = new ObjectState(MapValue.EMPTY);

            assertThatThrownBy(() -> type.create(session, create)).hasMessageContaining("This run reads alone");
            assertThatThrownBy(() -> type.update(
                            session,
                            new ResourceType.UpdateRequest(ADDRESS, object, MapValue.EMPTY, "token", Optional.empty())))
                    .hasMessageContaining("This run reads alone");
            assertThatThrownBy(() -> type.delete(
                            session, new ResourceType.DeleteRequest(ADDRESS, object, "token", Optional.empty())))
                    .hasMessageContaining("This run reads alone");
            assertThat(type.list(session)).isEmpty();
        }
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }
}
