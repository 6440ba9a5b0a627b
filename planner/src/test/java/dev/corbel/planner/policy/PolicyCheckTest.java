package dev.corbel.planner.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.planner.plan.PolicyReport;
import dev.corbel.planner.testing.FakeType;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.planner.testing.StateBuilder;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.value.Value;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How much policies ask of types. */
class PolicyCheckTest {
    private final Fixture given = new Fixture();
    private final AtomicInteger questions = new AtomicInteger();

    private Optional<ResourceType> counted(String name) {
        return given.catalog.resourceType(name).map(type -> (ResourceType) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ResourceType.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("facts")) {
                        questions.incrementAndGet();
                    }
                    return method.invoke(type, arguments);
                }));
    }

    private PolicyReport present(PolicyOptions options) {
        for (String name : new String[] {"a", "b"}) {
            String address = "fake_object." + name;
            given.resource(address);
            given.state.put(address, StateBuilder.object(address, FakeType.object(Map.of("id", Value.of(name)))));
        }
        return new PolicyCheck(given.definition(), ResourceGraph.of(given.definition()), this::counted, options)
                .present(given.state());
    }

    @Test
    void nothingIsAskedWhereNoPolicyIsAboutAnything() {
        assertThat(present(PolicyOptions.NONE).results()).isEmpty();
        assertThat(questions).hasValue(0);
    }

    @Test
    void factsAreAskedOnceForAllPolicies() {
        present(new PolicyOptions(List.of(), Optional.empty(), true));

        assertThat(questions).hasValue(2);
    }

    @Test
    void regionsAreHeldToTheirAreaWithoutPolicies() {
        given.component("region:eu-central-1", 1);

        present(PolicyOptions.NONE);

        assertThat(questions).hasPositiveValue();
    }
}
