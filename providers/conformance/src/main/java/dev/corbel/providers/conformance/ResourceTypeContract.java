package dev.corbel.providers.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.corbel.providers.api.CallCounter;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * The promises of every resource type on which the engine relies: the life of an object here, plans and repeated
 * creations in the classes above. A provider's tests extend this once for each type, and say with a {@link Specimen}
 * what to make; {@link ProviderContract} checks the provider itself. A check that a specimen gives no occasion for
 * passes.
 */
public abstract class ResourceTypeContract extends IdentityContract {
    private static final int THREADS = 8;

    /** How many objects the check of concurrent creations makes; fewer where each takes long. */
    protected int concurrentCreations() {
        return 24;
    }

    @Test
    public final void creatingGivesWhatWasPlanned() throws ProviderException {
        MapValue configuration = newConfiguration();
        MapValue planned = workbench().plan(Value.ofNull(), configuration).attributes();

        ObjectState object = workbench().create(configuration);

        assertThat(Agreement.differences(workbench().type().schema(), planned, object.attributes()))
                .as("where the created object differs from its plan")
                .isEmpty();
    }

    @Test
    public final void nothingHasDriftedRightAfterCreating() throws ProviderException {
        MapValue configuration = newConfiguration();
        ObjectState object = workbench().create(configuration);

        assertThat(workbench().read(object)).as("the created object").isEqualTo(new ReadResult.Present(object));
        assertThat(workbench().type().isOther(object, object))
                .as("whether the created object is another one than itself")
                .isFalse();
        assertThat(workbench().attached(provider(), object, configuration))
                .as("what is in or on the created object, although nobody put it there")
                .isEmpty();
    }

    @Test
    public final void readingManyAnswersInOrder() throws ProviderException {
        ObjectState first = workbench().create(newConfiguration());
        ObjectState second = workbench().create(newConfiguration());
        ObjectState third = workbench().create(newConfiguration());
        workbench().delete(second);

        List<ObjectState> asked = List.of(third, second, first, third);
        List<ReadResult> results = workbench().read(asked);

        assertThat(results)
                .as("the third, the deleted second, the first and the third object")
                .hasSize(4);
        assertThat(results.get(0)).as("the third object").isEqualTo(new ReadResult.Present(third));
        assertDeleted("the deleted second object", second, results.get(1));
        assertThat(results.get(2)).as("the first object").isEqualTo(new ReadResult.Present(first));
        assertThat(results.get(3)).as("the third object again").isEqualTo(new ReadResult.Present(third));
        assertThat(workbench().readByType(asked))
                .as("the answers of the type, beside those of the session")
                .isEqualTo(results);
    }

    @Test
    public final void updatingGivesWhatWasPlanned() throws ProviderException {
        MapValue configuration = newConfiguration();
        ObjectState object = workbench().create(configuration);
        MapValue planned = workbench()
                .plan(object.attributes(), specimen().changedInPlace(configuration))
                .attributes();

        ObjectState updated = workbench().update(object, planned);

        assertThat(Agreement.differences(workbench().type().schema(), planned, updated.attributes()))
                .as("where the updated object differs from its plan")
                .isEmpty();
        assertThat(workbench().read(updated)).as("the updated object").isEqualTo(new ReadResult.Present(updated));
        assertThat(specimen().importId(updated).equals(specimen().importId(object)))
                .as("whether the updated object has the id that it had")
                .isEqualTo(!specimen().changesIdInPlace());
    }

    @Test
    public final void aSessionThatReadsChangesNothing() throws ProviderException {
        MapValue configuration = newConfiguration();
        ObjectState object = workbench().create(configuration);
        // What another object needs may have to be there first, and to count.
        MapValue another = specimen().isSetting() ? configuration : newConfiguration();
        int count = workbench().type().list(workbench().session()).size();
        try (Workbench reading = Workbench.open(
                provider(),
                providerConfiguration(),
                specimen().type(),
                context(project).reading(CallCounter.NONE))) {
            MapValue changed = reading.plan(object.attributes(), specimen().changedInPlace(configuration))
                    .attributes();
            List<Callable<?>> changes =
                    List.of(() -> reading.create(another), () -> reading.update(object, changed), () -> {
                        reading.delete(object);
                        return object;
                    });
            for (Callable<?> change : changes) {
                // A call that has nothing to do at the target need not be refused.
                assertThat(catchThrowable(change::call))
                        .as("what a session that reads says of a change")
                        .satisfiesAnyOf(said -> assertThat(said).isNull(), said -> assertThat(said)
                                .isInstanceOf(ProviderException.class));
            }

            assertThat(reading.read(object))
                    .as("the object, for a session that reads")
                    .isEqualTo(new ReadResult.Present(object));
        }
        assertThat(workbench().type().list(workbench().session()))
                .as("all objects after a session that reads")
                .hasSize(count);
    }

    @Test
    public final void updatingWhatIsGoneFails() throws ProviderException {
        if (specimen().isSetting()) {
            return;
        }
        MapValue configuration = newConfiguration();
        ObjectState object = workbench().create(configuration);
        MapValue planned = workbench()
                .plan(object.attributes(), specimen().changedInPlace(configuration))
                .attributes();
        workbench().delete(object);

        ProviderException failure =
                catchThrowableOfType(ProviderException.class, () -> workbench().update(object, planned));

        assertThat(failure).as("the failure of an update of what is gone").isNotNull();
        assertThat(failure.diagnostic().summary()).as("the failure's summary").isNotBlank();
        assertThat(failure.object()).as("what the failure says is there").isEmpty();
    }

    @Test
    public final void deletingTwiceIsFine() throws ProviderException {
        ObjectState object = workbench().create(newConfiguration());

        workbench().delete(object);
        assertDeleted("the deleted object", object, workbench().read(object));

        ProviderException failure =
                catchThrowableOfType(ProviderException.class, () -> workbench().delete(object));
        assertThat(failure).as("the failure of a second deletion").isNull();
    }

    @Test
    public final void theListHasWhatWasCreated() throws ProviderException {
        ObjectState first = workbench().create(newConfiguration());
        ObjectState second = workbench().create(newConfiguration());

        assertThat(workbench().type().list(workbench().session()))
                .as("the ids of all objects")
                .contains(specimen().importId(first), specimen().importId(second))
                .doesNotHaveDuplicates();
    }

    @Test
    public final void importingGivesWhatReadingGives() throws ProviderException {
        ObjectState object = workbench().create(newConfiguration());
        if (!specimen().isImportable()) {
            assertThatThrownBy(() -> workbench()
                            .type()
                            .importObject(workbench().session(), specimen().importId(object)))
                    .as("the import of what cannot be imported")
                    .isInstanceOf(ProviderException.class);
            return;
        }

        Optional<ObjectState> imported = workbench()
                .type()
                .importObject(workbench().session(), specimen().importId(object));

        assertThat(imported).as("the imported object").isPresent();
        assertThat(workbench().read(imported.get()))
                .as("the object as it is read after its import")
                .isEqualTo(new ReadResult.Present(imported.get()));
        MapValue told = object.attributes();
        for (String name : specimen().unknownAfterImport()) {
            told = told.with(name, Value.ofNull());
        }
        assertThat(imported.get().attributes()).as("the imported attributes").isEqualTo(told);
    }

    @Test
    public final void anImportedObjectPlansNoChange() throws ProviderException {
        assumeTrue(specimen().isImportable(), "objects of this type cannot be imported");
        assumeTrue(specimen().unknownAfterImport().isEmpty(), "the next plan sets what an import cannot tell");
        MapValue configuration = newConfiguration();
        ObjectState object = workbench().create(configuration);
        ObjectState imported = workbench()
                .type()
                .importObject(workbench().session(), specimen().importId(object))
                .orElseThrow();

        assertNothingPlanned(imported, configuration);
    }

    @Test
    public final void importingWhatIsNotThereGivesNothing() throws ProviderException {
        assumeTrue(specimen().isImportable(), "objects of this type cannot be imported");
        assertThat(workbench()
                        .type()
                        .importObject(workbench().session(), specimen().absentId()))
                .as("what is imported for an id that no object has")
                .isEmpty();
    }

    @Test
    public final void objectsSurviveBeingStored() throws ProviderException, IOException {
        MapValue configuration = newConfiguration();
        ObjectState object = workbench().create(configuration);
        String json = ValueJson.write(object.attributes());
        ObjectState stored = new ObjectState((MapValue) ValueJson.read(json), object.privateData());

        assertThat(stored.attributes())
                .as("the attributes after they were stored")
                .isEqualTo(object.attributes().fullyUnmarked());
        ReadResult read = workbench().read(stored);
        assertThat(read).as("the object that is read with what was stored").isEqualTo(new ReadResult.Present(object));
        workbench().delete(stored);
        assertDeleted(
                "the object deleted with what was stored", object, workbench().read(object));
    }

    @Test
    public final void aFailureCarriesWhatExists() throws ProviderException {
        Optional<MapValue> failing = specimen().failingAfterCreation(newDistinct());
        if (failing.isEmpty()) {
            return;
        }

        ProviderException failure =
                catchThrowableOfType(ProviderException.class, () -> workbench().create(failing.get()));

        assertThat(failure).as("the failure of the creation").isNotNull();
        assertThat(failure.object()).as("what the failure says is there").isPresent();
        ObjectState object = failure.object().get();
        assertThat(workbench().read(object)).as("the object that is left").isEqualTo(new ReadResult.Present(object));
        workbench().delete(object);
        assertDeleted("the object that was left, deleted", object, workbench().read(object));
    }

    @Test
    public final void manyAreCreatedAtOnce() throws ProviderException, InterruptedException, ExecutionException {
        List<ObjectState> objects = createAtOnce(concurrentCreations());

        assertThat(objects.stream().map(specimen()::importId))
                .as("the ids of all")
                .doesNotHaveDuplicates();
        assertThat(workbench().read(objects))
                .as("all objects in one batch")
                .isEqualTo(objects.stream().map(ReadResult.Present::new).toList());
    }

    private void assertDeleted(String description, ObjectState object, ReadResult result) {
        if (specimen().isSetting()) {
            assertThat(result).as(description).isNotEqualTo(new ReadResult.Present(object));
        } else {
            assertThat(result).as(description).isEqualTo(new ReadResult.Absent());
        }
    }

    private List<ObjectState> createAtOnce(int count) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<ObjectState> creation = () -> workbench().create(newConfiguration());
            List<ObjectState> objects = new ArrayList<>();
            for (Future<ObjectState> created : threads.invokeAll(Collections.nCopies(count, creation))) {
                objects.add(created.get());
            }
            return objects;
        } finally {
            threads.shutdown();
        }
    }
}
