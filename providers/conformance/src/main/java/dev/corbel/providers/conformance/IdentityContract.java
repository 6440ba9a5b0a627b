package dev.corbel.providers.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Creations that are repeated or were interrupted: what each identity class promises. */
abstract class IdentityContract extends PlanningContract {

    private IdentityClass identity(MapValue configuration) {
        return workbench()
                .type()
                .identityClass(workbench().creation(configuration, "token").planned());
    }

    @Test
    public final void aNaturalKeyBelongsToOneObject() throws ProviderException {
        MapValue configuration = newConfiguration();
        if (identity(configuration) != IdentityClass.NATURAL_KEY) {
            return;
        }
        ObjectState object = workbench().create(configuration);

        ProviderException refusal =
                catchThrowableOfType(ProviderException.class, () -> workbench().create(configuration));

        assertThat(refusal)
                .as("the refusal of a second object with the same key")
                .isNotNull();
        assertThat(refusal.object()).as("what the refusal says is there").isEmpty();
        assertThat(refusal.diagnostic().summary()).as("the refusal's summary").isNotBlank();
        assertThat(workbench().read(object))
                .as("the first object after the refusal")
                .isEqualTo(new ReadResult.Present(object));
    }

    @Test
    public final void theSameTokenGivesTheSameObject() throws ProviderException {
        MapValue configuration = newConfiguration();
        if (identity(configuration) != IdentityClass.CLIENT_TOKEN) {
            return;
        }
        String token = Workbench.newToken();
        ObjectState object = workbench().create(configuration, token);
        int count = workbench().type().list(workbench().session()).size();

        assertThat(workbench().create(configuration, token))
                .as("what the same token gives")
                .isEqualTo(object);
        assertThat(workbench().type().list(workbench().session()))
                .as("all objects after the token was used twice")
                .hasSize(count);
        if (!specimen().isSetting()) {
            assertThat(specimen().importId(workbench().create(configuration, Workbench.newToken())))
                    .as("what another token gives")
                    .isNotEqualTo(specimen().importId(object));
        }
    }

    @Test
    public final void anInterruptedCreationIsFoundAgain() throws ProviderException {
        MapValue configuration = newConfiguration();
        if (!isRecovered(configuration)) {
            return;
        }
        String token = Workbench.newToken();
        ObjectState object = workbench().create(configuration, token);

        assertThat(workbench().type().recover(workbench().session(), workbench().creation(configuration, token)))
                .as("what is found of the creation")
                .contains(object);
    }

    @Test
    public final void aCreationThatNeverHappenedIsNotFound() throws ProviderException {
        MapValue configuration = newConfiguration();
        if (!isRecovered(configuration)) {
            return;
        }
        workbench().create(newConfiguration());

        assertThat(workbench()
                        .type()
                        .recover(workbench().session(), workbench().creation(configuration, Workbench.newToken())))
                .as("what is found of a creation that never happened")
                .isEmpty();
    }

    @Test
    public final void anObjectOfAnotherOperationIsNotTaken() throws ProviderException {
        MapValue configuration = newConfiguration();
        if (!isRecovered(configuration)) {
            return;
        }
        workbench().create(configuration);
        try {
            assertThat(workbench()
                            .type()
                            .recover(workbench().session(), workbench().creation(configuration, Workbench.newToken())))
                    .as("what an operation finds that did not make the object")
                    .isEmpty();
        } catch (ProviderException refused) {
            assertThat(refused.diagnostic().summary())
                    .as("the refusal's summary")
                    .isNotBlank();
        }
    }

    private boolean isRecovered(MapValue configuration) {
        return List.of(IdentityClass.NATURAL_KEY, IdentityClass.TAG).contains(identity(configuration));
    }
}
