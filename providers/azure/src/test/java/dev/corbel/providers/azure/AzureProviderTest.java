package dev.corbel.providers.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureProviderTest {
    private static final String ID = "50000000-0000-4000-8000-00000000000A";

    private final AzureProvider provider = new AzureProvider();

    private MapValue location(Map<String, Value> configuration) {
        return provider.location(new MapValue(configuration), ProviderContext.system(Path.of(""), "test"));
    }

    @Test
    void onePlaceIsOneValueHoweverItIsWritten() {
        assertThat(location(Map.of("subscription", Value.of(ID), "endpoint", Value.of("https://Arm.Example/"))))
                .isEqualTo(location(Map.of(
                        "subscription",
                        Value.of(ID.toLowerCase(Locale.ROOT)),
                        "endpoint",
                        Value.of("https://arm.example"))));
        assertThat(location(Map.of()).text("endpoint")).contains("Azure");
    }

    @Test
    void tagsAndTrustAreNoPlace() {
        assertThat(location(Map.of("caFile", Value.of("ca.pem"))).entries()).containsOnlyKeys("endpoint");
    }

    @ParameterizedTest
    @CsvSource({
        "region, West Europe, must be a region such as swedencentral",
        "subscription, mine, must be an id such as 00000000-0000-0000-0000-000000000000",
        "tenant, contoso.example, must be an id such as 00000000-0000-0000-0000-000000000000",
        "endpoint, http://localhost:1, must be a URL such as https://management.azure.com",
    })
    void aValueThatCannotBeIsRefused(String name, String value, String problem) {
        Attribute attribute = Objects.requireNonNull(provider.configuration().attribute(name));

        assertThat(attribute.validations().stream().flatMap(validation -> validation.problem(Value.of(value)).stream()))
                .containsExactly(problem);
    }
}
