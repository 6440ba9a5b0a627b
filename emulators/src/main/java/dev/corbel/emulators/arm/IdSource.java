package dev.corbel.emulators.arm;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Makes GUIDs, the same ones in each run. */
final class IdSource {
    private long count;

    String next() {
        return UUID.nameUUIDFromBytes(("guid " + count++).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
