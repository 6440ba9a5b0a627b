package dev.corbel.providers.local.bucket;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.local.supervisor.Place;
import dev.corbel.providers.local.supervisor.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is on the disk of a bucket: its files, and beside them whose it is.
 *
 * @param folder of both
 */
record BucketFolder(Path folder) {
    private static final String BUCKETS = "buckets";

    static BucketFolder of(Place place, String name) {
        return new BucketFolder(place.folder().resolve(BUCKETS).resolve(name));
    }

    /** The names of all that are there. */
    static List<String> names(Place place) throws IOException {
        Path buckets = place.folder().resolve(BUCKETS);
        if (!Files.isDirectory(buckets)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(buckets)) {
            return all.filter(folder -> new BucketFolder(folder).isThere())
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    Path files() {
        return folder.resolve("files");
    }

    private Path record() {
        return folder.resolve("bucket.json");
    }

    private boolean isThere() {
        return Files.exists(record()) && Files.isDirectory(files());
    }

    /** What was written when it was made or changed; empty where it, or the folder of its files, is gone. */
    Optional<MapValue> load() throws IOException {
        if (!isThere()) {
            return Optional.empty();
        }
        Optional<String> text = PrivateFiles.read(record());
        if (text.isPresent() && ValueJson.read(text.get()) instanceof MapValue content) {
            return Optional.of(content);
        }
        throw new IOException(record() + " is damaged");
    }

    void save(MapValue content) throws IOException {
        PrivateFiles.createFolders(files());
        PrivateFiles.write(record(), ValueJson.write(content));
    }

    boolean isEmpty() throws IOException {
        if (!Files.isDirectory(files())) {
            return true;
        }
        try (Stream<Path> all = Files.list(files())) {
            return all.findAny().isEmpty();
        }
    }

    void delete() throws IOException {
        PrivateFiles.deleteAll(folder);
    }
}
