package dev.corbel.providers.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.ResourceTypeContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The provider contract of one type, against an emulator. */
@ExtendWith(MotoExtension.class)
public abstract class MotoContract extends ResourceTypeContract {
    private final MotoServer moto;

    protected MotoContract(MotoServer moto) {
        this.moto = moto;
    }

    @Override
    protected final Provider provider() {
        return new AwsProvider();
    }

    /** Where the type under test calls; the emulator, unless something stands in front of it. */
    protected String endpoint() {
        return moto.endpoint().toString();
    }

    @Override
    protected final MapValue providerConfiguration() {
        return Values.map(
                "region", "eu-central-1", "endpoint", endpoint(), "defaultTags", Values.map("team", "network"));
    }

    /** The emulator does everything at once, so nobody need wait for real. */
    @Override
    protected final ProviderContext context(Path directory) {
        FakeTime time = new FakeTime();
        return new ProviderContext(directory, "conformance", time, time);
    }

    /** One for each of the threads that make them. */
    @Override
    protected final int concurrentCreations() {
        return 8;
    }

    /** Makes something that the specimen needs, and gives its id. */
    protected final Value prerequisite(String type, MapValue attributes) {
        try (Bench bench = Bench.of(type, moto)) {
            ObjectState object = bench.create(attributes);
            return object.attributes().get("id");
        } catch (ProviderException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A check of what becomes of an object that is adopted. */
    @FunctionalInterface
    private interface Check {
        void of(AdoptedObjects adopted) throws ProviderException;
    }

    private void adopted(Check check) throws ProviderException {
        try (Bench bench = Bench.at(specimen().type(), endpoint(), context(Path.of(".")))) {
            check.of(new AdoptedObjects(bench, specimen()));
        }
    }

    @Test
    final void readingCallsNothingThatIsNotDeclared() throws ProviderException {
        Specimen specimen = specimen();
        ProviderContext context = context(Path.of("."));
        RecordedActions recorded = new RecordedActions();
        try (Bench bench = Bench.at(specimen.type(), endpoint(), context);
                Bench reading = Bench.at(specimen.type(), endpoint(), context.reading(recorded))) {
            ObjectState one = bench.create(specimen.configuration("one"));
            ObjectState other = bench.create(specimen.configuration("other"));
            reading.read(one);
            reading.read(List.of(one, other));
            reading.type().importObject(reading.session(), specimen.importId(one));
            reading.type().importObject(reading.session(), specimen.absentId());
            reading.type().namesake(reading.session(), one.attributes());
        }
        assertThat(recorded.actions())
                .filteredOn(action -> !ReadActions.of("always").contains(action))
                .isNotEmpty()
                .isSubsetOf(ReadActions.of(specimen.type()));
    }

    @Test
    final void anAdoptedObjectHasThePrefixThatItBeginsWith() throws ProviderException {
        adopted(AdoptedObjects::haveThePrefixThatTheyBeginWith);
    }

    @Test
    final void anAdoptedObjectHasThePrefixThatTerraformGave() throws ProviderException {
        adopted(AdoptedObjects::haveThePrefixThatTerraformGave);
    }

    @Test
    final void aMadeUpNameIsKnownAsMadeUp() throws ProviderException {
        adopted(AdoptedObjects::haveANameThatIsKnownAsMadeUp);
    }

    @Test
    final void anAdoptedObjectKeepsWhatADefinitionLeavesOut() throws ProviderException {
        adopted(AdoptedObjects::keepWhatADefinitionLeavesOut);
    }

    @Test
    final void anAdoptedObjectIsTheSameHoweverADefinitionSaysNothing() throws ProviderException {
        adopted(AdoptedObjects::areTheSameHoweverADefinitionSaysNothing);
    }
}
