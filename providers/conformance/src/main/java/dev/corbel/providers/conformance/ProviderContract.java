package dev.corbel.providers.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.Blueprint;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ResourceType;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The promises of every provider on which the engine relies, all of them without a session. A provider's tests extend
 * this once.
 */
public abstract class ProviderContract {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");
    private static final Pattern TYPE = Pattern.compile("([a-z][a-z0-9]*_)[a-z0-9_]*");

    protected abstract Provider provider();

    @Test
    public final void itHasANameAndAVersion() {
        assertThat(provider().name()).as("the provider's name").matches(NAME);
        assertThat(provider().version()).as("the provider's version").isNotBlank();
        assertThat(SchemaProblems.of(provider().configuration()))
                .as("problems of the schema of its configuration")
                .isEmpty();
    }

    @Test
    public final void theCatalogFindsIt() {
        Optional<Provider> found =
                ProviderCatalog.discover().provider(provider().name());

        assertThat(found.map(Object::getClass))
                .as("what META-INF/services leads to")
                .isEqualTo(Optional.of(provider().getClass()));
    }

    @Test
    public final void allTypesHaveOnePrefix() {
        Set<String> names = new TreeSet<>(provider().resourceTypeNames());
        names.addAll(provider().dataSourceTypeNames());
        assertThat(names).as("the names of the types").isNotEmpty().allMatch(name -> TYPE.matcher(name)
                .matches());
        assertThat(names.stream()
                        .map(name -> name.substring(0, name.indexOf('_') + 1))
                        .distinct())
                .as("the prefixes of the types")
                .hasSize(1);
    }

    @Test
    public final void everyNameLeadsToItsResourceType() {
        for (String name : provider().resourceTypeNames()) {
            Optional<ResourceType> type = provider().resourceType(name);
            assertThat(type.map(ResourceType::name))
                    .as("the resource type " + name)
                    .contains(name);
            assertThat(SchemaProblems.of(type.orElseThrow().schema()))
                    .as("problems of the schema of " + name)
                    .isEmpty();
        }
        assertThat(provider().resourceType("nothing_of_this_name"))
                .as("a type that is not there")
                .isEmpty();
    }

    @Test
    public final void everyNameLeadsToItsDataSourceType() {
        for (String name : provider().dataSourceTypeNames()) {
            Optional<DataSourceType> type = provider().dataSourceType(name);
            assertThat(type.map(DataSourceType::name))
                    .as("the data source type " + name)
                    .contains(name);
            assertThat(SchemaProblems.of(type.orElseThrow().schema()))
                    .as("problems of the schema of the data source " + name)
                    .isEmpty();
        }
        assertThat(provider().dataSourceType("nothing_of_this_name"))
                .as("a data source that is not there")
                .isEmpty();
    }

    @Test
    public final void blueprintsAreFiledUnderTheirComponents() {
        provider().blueprints().forEach((component, blueprint) -> {
            assertThat(blueprint.component())
                    .as("the component of the blueprint under " + component)
                    .isEqualTo(component);
            assertThat(blueprint.version())
                    .as("the version of the blueprint of " + component)
                    .isPositive();
            assertThat(blueprint)
                    .as("file and source of the blueprint of " + component)
                    .extracting(Blueprint::file, Blueprint::source)
                    .noneMatch(text -> ((String) text).isBlank());
        });
    }
}
