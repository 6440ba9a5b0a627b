package dev.corbel.providers.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The results of the last look through all files, so that the next look reads only those that changed. In a large
 * folder a look takes long; there the scan takes at most a twentieth of the time, and what it says may be as old as
 * that makes it.
 */
final class ObjectScan {
    private static final int SMALL = 256;
    private static final int SHARE = 20;

    private final ObjectFiles files;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, Set<String>> idsByName = new HashMap<>();
    private long finishedAt;
    private long took;

    ObjectScan(ObjectFiles files) {
        this.files = files;
    }

    private record Seen(
            FileTime modified, long size, @Nullable Object key, Optional<String> name) {
        boolean isStill(BasicFileAttributes now) {
            return modified.equals(now.lastModifiedTime())
                    && size == now.size()
                    && java.util.Objects.equals(key, now.fileKey());
        }
    }

    /** The ids of objects that had this name when last looked. */
    synchronized List<String> idsOf(String name) throws IOException {
        if (seen.size() <= SMALL || System.nanoTime() - finishedAt >= SHARE * took) {
            look();
        }
        return List.copyOf(idsByName.getOrDefault(name, Set.of()));
    }

    private void look() throws IOException {
        long startedAt = System.nanoTime();
        Set<String> ids = new HashSet<>(files.ids());
        for (String gone :
                seen.keySet().stream().filter(id -> !ids.contains(id)).toList()) {
            forget(gone);
        }
        for (String id : ids) {
            look(id);
        }
        finishedAt = System.nanoTime();
        took = finishedAt - startedAt;
    }

    private void look(String id) throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(files.file(id), BasicFileAttributes.class);
            Seen before = seen.get(id);
            if (before == null || !before.isStill(now)) {
                forget(id);
                remember(id, now);
            }
        } catch (NoSuchFileException gone) {
            forget(id);
        }
    }

    private void remember(String id, BasicFileAttributes attributes) throws IOException {
        Optional<String> name;
        try {
            name = files.read(id).flatMap(SimObject::name);
        } catch (CorruptFileException corrupt) {
            // Nobody can tell what it is called; reading the object itself reports it.
            name = Optional.empty();
        }
        seen.put(id, new Seen(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey(), name));
        name.ifPresent(
                text -> idsByName.computeIfAbsent(text, key -> new TreeSet<>()).add(id));
    }

    private void forget(String id) {
        Seen before = seen.remove(id);
        if (before != null && before.name().isPresent()) {
            String name = before.name().get();
            Set<String> ids = idsByName.getOrDefault(name, Set.of());
            ids.remove(id);
            if (ids.isEmpty()) {
                idsByName.remove(name);
            }
        }
    }
}
