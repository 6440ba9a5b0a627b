package dev.corbel.providers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProviderCatalogTest {
    private static final Provider CLOUD =
            new NamedProvider("cloud", Set.of("cloud_vm", "cloud_disk"), Set.of("cloud_image"));
    private static final Provider SKY = new NamedProvider("sky", Set.of("sky_star"), Set.of());

    private final ProviderCatalog catalog = new ProviderCatalog(List.of(SKY, CLOUD));

    @Test
    void findsProvidersByNameAndByType() {
        assertThat(catalog.names()).containsExactly("cloud", "sky");
        assertThat(catalog.provider("sky")).contains(SKY);
        assertThat(catalog.provider("sea")).isEmpty();
        assertThat(catalog.providerOf("cloud_disk")).contains(CLOUD);
        assertThat(catalog.providerOf("cloud_image")).contains(CLOUD);
        assertThat(catalog.providerOf("sea_fish")).isEmpty();
        assertThat(catalog.resourceType("sea_fish")).isEmpty();
        assertThat(catalog.dataSourceType("cloud_vm")).isEmpty();
    }

    @Test
    void namesAllTypesInOrder() {
        assertThat(catalog.resourceTypeNames()).containsExactly("cloud_disk", "cloud_vm", "sky_star");
        assertThat(catalog.dataSourceTypeNames()).containsExactly("cloud_image");
    }

    @Test
    void aNameStandsForOneProvider() {
        assertThatThrownBy(() -> new ProviderCatalog(List.of(SKY, SKY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two providers are called sky");
    }

    @Test
    void aConcurrencyKeyLetsAtLeastOneThrough() {
        assertThatThrownBy(() -> new ConcurrencyKey("host", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a limit is at least 1");
    }

    private record NamedProvider(String name, Set<String> resourceTypeNames, Set<String> dataSourceTypeNames)
            implements Provider {
        @Override
        public String version() {
            return "1";
        }

        @Override
        public Schema configuration() {
            return Schema.EMPTY;
        }

        @Override
        public Optional<ResourceType> resourceType(String type) {
            return Optional.empty();
        }

        @Override
        public Optional<DataSourceType> dataSourceType(String type) {
            return Optional.empty();
        }

        @Override
        public Map<String, Blueprint> blueprints() {
            return Map.of();
        }

        @Override
        public Session open(MapValue configuration, ProviderContext context) {
            throw new UnsupportedOperationException("no session in this test");
        }
    }
}
