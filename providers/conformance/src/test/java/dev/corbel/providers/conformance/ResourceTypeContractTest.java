package dev.corbel.providers.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.IdentityClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kit passes what works and finds what doesn't. */
class ResourceTypeContractTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(IdentityClass.class)
    void aTypeThatWorksPassesEveryCheck(IdentityClass identity) throws Exception {
        for (String check : ToolContract.checks()) {
            assertThat(new ToolContract(Optional.empty(), identity, directory).run(check))
                    .as(check)
                    .isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Defect.class)
    void everyDefectIsFoundByItsCheck(Defect defect) throws Exception {
        List<Throwable> failures = new ArrayList<>();
        for (IdentityClass identity : IdentityClass.values()) {
            @Nullable
            Throwable failure = new ToolContract(Optional.of(defect), identity, directory).run(defect.check());
            if (failure != null) {
                failures.add(failure);
            }
        }

        assertThat(failures)
                .as("how " + defect.check() + " fails")
                .isNotEmpty()
                .hasOnlyElementsOfType(AssertionError.class);
    }

    @Test
    void everyCheckIsTested() {
        assertThat(Arrays.stream(Defect.values()).map(Defect::check).collect(Collectors.toSet()))
                .isEqualTo(ToolContract.checks());
    }

    @Test
    void aFailureSaysWhatDiffers() throws Exception {
        @Nullable
        Throwable failure = new ToolContract(Optional.of(Defect.CREATES_SOMETHING_ELSE), IdentityClass.NONE, directory)
                .run("creatingGivesWhatWasPlanned");

        assertThat(failure)
                .hasMessageContaining("where the created object differs from its plan")
                .hasMessageContaining("size was planned as 1 and is returned as 7");
    }
}
