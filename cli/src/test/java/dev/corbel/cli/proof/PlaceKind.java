package dev.corbel.cli.proof;

import dev.corbel.emulators.AzuriteExtension;
import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.PostgresExtension;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;

/**
 * A kind of places of state that the proofs are given in.
 *
 * @param name for people, and for {@code -Dcorbel.places}
 * @param isInProject whether a copy of the project has a copy of the state
 * @param steps that each apply takes there
 * @param need what the machine must have for it
 * @param opening starts what it needs
 */
record PlaceKind(
        String name, boolean isInProject, List<String> steps, ExecutionCondition need, Supplier<Places> opening) {
    private static final ExecutionCondition NOTHING = test -> ConditionEvaluationResult.enabled("needs nothing");
    /** All of them: files beside the project, a folder of it that is treated as a remote place, and real services. */
    static final List<PlaceKind> ALL = List.of(
            new PlaceKind(
                    "files",
                    true,
                    List.of(
                            "FileDisk.create",
                            "FileDisk$1.write",
                            "FileDisk$1.sync",
                            "FileDisk.rename",
                            "FileDisk.link",
                            "FileDisk.delete",
                            "FileDisk.syncFolder"),
                    NOTHING,
                    () -> new Places(faster -> Place.FILES)),
            new PlaceKind("folder", true, writes("FolderObjects"), NOTHING, () -> new Places(Place::folder)),
            new PlaceKind("s3", false, writes("S3Objects"), new MotoExtension(), Services::buckets),
            new PlaceKind("postgres", false, writes("PostgresObjects"), new PostgresExtension(), Services::databases),
            new PlaceKind("azureblob", false, writes("BlobObjects"), new AzuriteExtension(), Services::containers));

    private static List<String> writes(String objects) {
        return Stream.of("create", "replace", "delete")
                .map(method -> objects + "." + method)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
