package dev.corbel.providers.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.SameMeaning;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The answers of a resource type from memory: its schema, its problems with a configuration, its plans. */
abstract class PlanningContract extends ContractFixture {

    @Test
    public final void theSchemaIsSound() {
        assertThat(SchemaProblems.of(workbench().type().schema()))
                .as("problems of the schema of " + specimen().type())
                .isEmpty();
    }

    @Test
    public final void timeoutsBatchesAndNameAreSound() {
        ResourceType type = workbench().type();

        assertThat(type.name()).as("the type's own name").isEqualTo(specimen().type());
        assertThat(type.timeouts().keySet())
                .as("what timeouts are for")
                .isSubsetOf("create", "read", "update", "delete");
        assertThat(type.timeouts().values())
                .as("timeouts")
                .allMatch(timeout -> !timeout.isNegative() && !timeout.isZero());
        assertThat(type.readBatchSize()).as("the size of a batch").isPositive();
    }

    @Test
    public final void aConfigurationThatWorksHasNoProblems() {
        assertThat(workbench().type().validate(workbench().complete(newConfiguration())))
                .as("problems of the specimen's configuration")
                .isEmpty();
    }

    @Test
    public final void unknownValuesAreLetPass() {
        Schema schema = workbench().type().schema();
        MapValue complete = workbench().complete(newConfiguration());
        for (Attribute attribute : schema.attributes().values()) {
            if (!attribute.isConfigurable()) {
                continue;
            }
            MapValue unknown = complete.with(attribute.name(), Value.unknown());
            assertThat(workbench().type().validate(unknown).stream().filter(Diagnostic::isError))
                    .as("problems while " + attribute.name() + " is unknown")
                    .isEmpty();
            MapValue planned = workbench().plan(Value.ofNull(), unknown).attributes();
            assertThat(planned.get(attribute.name()))
                    .as("what is planned for " + attribute.name() + " while it is unknown")
                    .isEqualTo(Value.unknown());
            assertThat(workbench().type().identityClass(planned))
                    .as("the identity class while " + attribute.name() + " is unknown")
                    .isNotNull();
        }
    }

    @Test
    public final void factsAreToldOfWhatIsKnownAlone() {
        MapValue planned = workbench().plan(Value.ofNull(), newConfiguration()).attributes();

        assertThat(FactProblems.of(workbench().type(), planned))
                .as("problems of the facts")
                .isEmpty();
    }

    @Test
    public final void planningACreationKeepsWhatTheDefinitionSays() {
        assertKeepsConfiguration(Value.ofNull(), newConfiguration());
    }

    @Test
    public final void planningAChangeKeepsWhatTheDefinitionSays() throws ProviderException {
        MapValue configuration = newConfiguration();
        ObjectState object = workbench().create(configuration);

        assertKeepsConfiguration(object.attributes(), specimen().changedInPlace(configuration));
    }

    private void assertKeepsConfiguration(Value prior, MapValue configuration) {
        MapValue planned = workbench().plan(prior, configuration).attributes();
        MapValue complete = workbench().complete(configuration);
        for (Attribute attribute : workbench().type().schema().attributes().values()) {
            Value said = complete.get(attribute.name());
            if (!said.isNull() || !attribute.isComputed()) {
                assertThat(SameMeaning.keep(attribute, said, planned.get(attribute.name())))
                        .as("what is planned for " + attribute.name() + ", which the definition decides")
                        .isEqualTo(said);
            }
        }
    }

    @Test
    public final void anUnchangedConfigurationPlansNoChange() throws ProviderException {
        MapValue configuration = newConfiguration();

        assertNothingPlanned(workbench().create(configuration), configuration);
    }

    final void assertNothingPlanned(ObjectState object, MapValue configuration) {
        ResourceType.PlannedObject planned = workbench().plan(object.attributes(), configuration);

        assertThat(changed(object.attributes(), planned.attributes()))
                .as("what the next plan would change")
                .isEmpty();
        assertThat(planned.replacedFor())
                .as("what the next plan would replace it for")
                .isEmpty();
    }

    @Test
    public final void aChangeInPlaceReplacesNothing() throws ProviderException {
        MapValue configuration = newConfiguration();
        ObjectState object = workbench().create(configuration);

        ResourceType.PlannedObject planned =
                workbench().plan(object.attributes(), specimen().changedInPlace(configuration));

        Set<String> changed = changed(object.attributes(), planned.attributes());
        if (!specimen().changedInPlace(configuration).equals(configuration)) {
            assertThat(changed).as("what a change in place changes").isNotEmpty();
        }
        assertThat(immutable(changed))
                .as("immutable attributes that a change in place changes")
                .isEmpty();
        assertThat(planned.replacedFor())
                .as("what a change in place replaces the object for")
                .isEmpty();
    }

    @Test
    public final void aChangeByReplacementSaysWhatItIsFor() throws ProviderException {
        MapValue configuration = newConfiguration();
        Optional<MapValue> replacing = specimen().changedByReplacement(configuration);
        if (replacing.isEmpty()) {
            return;
        }
        ObjectState object = workbench().create(configuration);

        ResourceType.PlannedObject planned = workbench().plan(object.attributes(), replacing.get());

        Set<String> reasons = immutable(changed(object.attributes(), planned.attributes()));
        planned.replacedFor().stream().map(ValuePath::toString).forEach(reasons::add);
        assertThat(reasons).as("what the object is replaced for").isNotEmpty();
    }

    private Set<String> changed(MapValue prior, MapValue planned) {
        Schema schema = workbench().type().schema();
        Set<String> changed = new TreeSet<>();
        for (String name : schema.names()) {
            Attribute attribute = schema.attributes().get(name);
            boolean stored = attribute == null || !attribute.isWriteOnly();
            if (stored
                    && !prior.get(name).fullyUnmarked().equals(planned.get(name).fullyUnmarked())) {
                changed.add(name);
            }
        }
        return changed;
    }

    private Set<String> immutable(Set<String> names) {
        Schema schema = workbench().type().schema();
        Set<String> immutable = new TreeSet<>();
        for (String name : names) {
            var attribute = schema.attributes().get(name);
            var block = schema.blocks().get(name);
            if ((attribute != null && attribute.isImmutable()) || (block != null && block.immutable())) {
                immutable.add(name);
            }
        }
        return immutable;
    }
}
