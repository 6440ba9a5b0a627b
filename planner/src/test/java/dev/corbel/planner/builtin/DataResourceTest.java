package dev.corbel.planner.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataResourceTest {
    private static final Address ADDRESS = Address.resource("corbel_data", "a");
    private static final Value UNKNOWN = Value.unknown();
    private final Provider provider =
            ProviderCatalog.discover().provider("corbel").orElseThrow();
    private final ResourceType type = provider.resourceType("corbel_data").orElseThrow();
    private final Session session = provider.open(MapValue.EMPTY, ProviderContext.system(Path.of("."), "test"));

    private static MapValue object(Value input, Value id, Value output) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        attributes.put("input", input);
        attributes.put("triggers_replace", Value.ofNull());
        attributes.put("id", id);
        attributes.put("output", output);
        return Value.map(attributes);
    }

    private ObjectState create(String token) throws Exception {
        MapValue planned = object(Value.of("x"), UNKNOWN, UNKNOWN);
        return type.create(session, new CreateRequest(ADDRESS, planned, token, Optional.empty()));
    }

    @Test
    void theIdFollowsFromTheTokenSoThatARepeatedCreationGivesTheSameObject() throws Exception {
        ObjectState created = create("token");

        assertThat(create("token")).isEqualTo(created);
        assertThat(create("other")).isNotEqualTo(created);
        assertThat(created.attributes())
                .isEqualTo(object(Value.of("x"), Value.of("94a08da1-fecb-36e8-b469-90538c7b50b2"), Value.of("x")));
        assertThat(type.identityClass(created.attributes())).isEqualTo(IdentityClass.CLIENT_TOKEN);
        assertThat(type.hasExternalEffect()).isFalse();
    }

    @Test
    void anUpdateKeepsTheId() throws Exception {
        ObjectState prior = create("token");
        MapValue planned = object(Value.of("y"), prior.attributes().get("id"), UNKNOWN);

        ObjectState updated = type.update(session, new UpdateRequest(ADDRESS, prior, planned, "t", Optional.empty()));

        assertThat(updated.attributes())
                .isEqualTo(object(Value.of("y"), prior.attributes().get("id"), Value.of("y")));
    }

    @Test
    void theOutputIsUnknownWhileTheInputChanges() throws Exception {
        MapValue prior = create("token").attributes();
        MapValue changed = prior.with("input", Value.of("y"));

        assertThat(type.plan(new PlanRequest(prior, changed, changed))
                        .attributes()
                        .get("output"))
                .isEqualTo(UNKNOWN);
        assertThat(type.plan(new PlanRequest(prior, prior, prior)).attributes()).isEqualTo(prior);
    }

    @Test
    void readingGivesWhatStateHas() throws Exception {
        ObjectState prior = create("token");

        assertThat(type.read(session, List.of(new ReadRequest(ADDRESS, prior))))
                .containsExactly(new ReadResult.Present(prior));
        assertThat(type.list(session)).isEmpty();
        assertThat(type.importObject(session, "x")).isEmpty();
    }
}
