package dev.corbel.providers.local.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.local.LocalContract;
import dev.corbel.providers.local.place.LocalSession;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketContractTest extends LocalContract {
    private static final Address ADDRESS = Address.resource(LocalBucket.TYPE, "files");

    private final LocalBucket type = new LocalBucket();

    @TempDir
    Path temporary;

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return LocalBucket.TYPE;
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map("name", "bucket-" + distinct);
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("force_destroy", Value.of(true));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("another")));
            }
        };
    }

    private LocalSession open() throws Exception {
        Path project = Files.createDirectory(temporary.resolve("my project"));
        return new LocalSession(ProviderContext.system(project, "test"));
    }

    private ObjectState create(LocalSession session, boolean forceDestroy, String token) throws ProviderException {
        MapValue planned = Values.map("name", "files", "force_destroy", forceDestroy);
        return type.create(session, new ResourceType.CreateRequest(ADDRESS, planned, token, Optional.empty()));
    }

    private void delete(LocalSession session, ObjectState bucket) throws ProviderException {
        type.delete(session, new ResourceType.DeleteRequest(ADDRESS, bucket, "token", Optional.empty()));
    }

    private static Path files(ObjectState bucket) {
        return Path.of(URI.create(bucket.attributes().text("url").orElseThrow()));
    }

    @Test
    void filesKeepItFromBeingDeletedUnlessThatIsSaid() throws Exception {
        LocalSession session = open();
        ObjectState kept = create(session, false, "token");
        Files.writeString(files(kept).resolve("a.txt"), "a");

        Diagnostic problem = catchThrowableOfType(ProviderException.class, () -> delete(session, kept))
                .diagnostic();

        assertThat(problem.summary()).isEqualTo("The bucket files has files");
        assertThat(problem.detail()).isEqualTo("They are in " + files(kept) + ", and would be deleted with it.");
        assertThat(problem.hint()).contains("Apply force_destroy = true first, or move them away.");
        assertThat(files(kept).resolve("a.txt")).hasContent("a");

        delete(session, create(session, true, "token"));
        assertThat(session.project().resolve(".corbel/local")).doesNotExist();
    }

    @Test
    void aFolderThatIsDeletedByHandIsMadeAgain() throws Exception {
        LocalSession session = open();
        ObjectState bucket = create(session, false, "token");
        Files.delete(files(bucket));

        assertThat(type.read(session, List.of(new ReadableType.ReadRequest(ADDRESS, bucket))))
                .containsExactly(new ReadResult.Absent());
        assertThat(files(create(session, false, "another"))).isEmptyDirectory();
    }

    @Test
    void aNameHasOneOwner() throws Exception {
        LocalSession session = open();
        create(session, false, "token");

        Diagnostic problem = catchThrowableOfType(ProviderException.class, () -> create(session, false, "another"))
                .diagnostic();

        assertThat(problem.summary()).isEqualTo("There is a bucket called files already");
    }

    @Test
    void aFolderThatCannotBeUsedIsTold() throws Exception {
        LocalSession session = open();
        Files.createDirectories(session.place().folder());
        Files.createFile(session.place().folder().resolve("buckets"));

        Diagnostic problem = catchThrowableOfType(ProviderException.class, () -> create(session, false, "token"))
                .diagnostic();

        assertThat(problem.summary()).startsWith("The folder ").endsWith("files cannot be used");
    }
}
