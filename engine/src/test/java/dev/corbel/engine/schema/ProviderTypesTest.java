package dev.corbel.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.planner.builtin.BuiltinProvider;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderTypesTest {
    private final ProviderCatalog catalog = new ProviderCatalog(List.of(new BuiltinProvider()));

    @Test
    void allTypesAreFound() {
        assertThat(ProviderTypes.all(catalog)).singleElement().satisfies(types -> {
            assertThat(types.provider().name()).isEqualTo("corbel");
            assertThat(types.resources())
                    .extracting(ResourceType::name)
                    .containsExactly("corbel_choice", "corbel_data", "corbel_placement", "corbel_secret");
            assertThat(types.dataSources()).extracting(DataSourceType::name).containsExactly("corbel_environment");
        });
    }

    @Test
    void oneTypeIsFoundByName() {
        assertThat(ProviderTypes.named(catalog, "corbel_data").resources())
                .extracting(ResourceType::name)
                .containsExactly("corbel_data");
    }

    @Test
    void aMisspeltNameIsAnErrorWithASuggestion() {
        DiagnosticsException problem =
                catchThrowableOfType(DiagnosticsException.class, () -> ProviderTypes.named(catalog, "corbel_dta"));

        assertThat(problem.diagnostics())
                .containsExactly(Diagnostic.error(
                                "There is no type \"corbel_dta\"",
                                "No provider has a resource type or data source of this name.")
                        .withHint("Did you mean \"corbel_data\"?"));
    }
}
