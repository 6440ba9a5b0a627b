package dev.corbel.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.testing.Fixture;
import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.ProviderRecord;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a plan says about calls of which nobody knows how they ended. */
class InterruptedTest {

    private static Intent intent(Intent.Action action, IdentityClass identity) {
        return new Intent(
                "op-1",
                Fixture.address("fake_object.a"),
                action,
                new ProviderRecord(ProviderKey.of("fake"), MapValue.EMPTY),
                identity,
                MapValue.EMPTY,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    @Test
    void aCreationThatCannotBeFoundAgainAsksAPersonToLook() {
        assertThat(Interrupted.problem(intent(Intent.Action.CREATE, IdentityClass.NONE)))
                .hasValueSatisfying(problem -> assertThat(problem.summary() + "\n" + problem.detail() + "\n"
                                + problem.hint().orElseThrow())
                        .isEqualTo("""
                        Nobody knows whether fake_object.a was created
                        An earlier run was interrupted while it created this object (operation op-1, provider "fake"), and objects of the type fake_object cannot be found again by themselves.
                        Look for the object. Where it exists, take it over with: corbel import 'fake_object.a' ID"""));
    }

    @Test
    void readingTellsWhatCameOfEverythingElse() {
        assertThat(Interrupted.problem(intent(Intent.Action.CREATE, IdentityClass.NATURAL_KEY)))
                .isEmpty();
        assertThat(Interrupted.problem(intent(Intent.Action.DELETE, IdentityClass.NONE)))
                .isEmpty();
    }
}
