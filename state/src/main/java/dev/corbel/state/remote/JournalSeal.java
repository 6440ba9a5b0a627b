package dev.corbel.state.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.corbel.state.model.RemoteHead.JournalPosition;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Ends the journal of a former holder: an object where its next one would go. A late write of that holder then fails, instead
 * of being lost.
 */
final class JournalSeal {
    private static final Pattern SEAL = Pattern.compile("\\{\"sealed_by\":\\d{1,18}}\\R");
    private static final int MAX_LENGTH = 100;

    private final RemoteParts remote;

    JournalSeal(RemoteParts remote) {
        this.remote = remote;
    }

    /** A segment begins with a number. An object that is neither is damaged, and no seal. */
    static boolean isSeal(byte[] data) {
        return data.length < MAX_LENGTH && SEAL.matcher(new String(data, UTF_8)).matches();
    }

    /**
     * Seals the journal that begins at a position.
     *
     * @param fence of who seals it
     * @return where the seal is
     */
    JournalPosition set(JournalPosition start, long fence) throws IOException {
        byte[] seal = "{\"sealed_by\":%d}%n".formatted(fence).getBytes(UTF_8);
        List<JournalPosition> written =
                JournalNames.live(remote.objects().list(JournalNames.folder(start.fence())), start);
        long number = written.isEmpty()
                ? start.number()
                : written.get(written.size() - 1).number() + 1;
        if (!written.isEmpty() && isSealed(written.get(written.size() - 1))) {
            return written.get(written.size() - 1);
        }
        while (true) {
            JournalPosition next = new JournalPosition(start.fence(), number);
            try {
                remote.objects().create(JournalNames.of(next), seal);
                return next;
            } catch (RemoteConflictException lateWriteOrOtherSeal) {
                if (isSealed(next)) {
                    return next;
                }
                number++;
            }
        }
    }

    private boolean isSealed(JournalPosition position) throws IOException {
        return remote.objects()
                .get(JournalNames.of(position))
                .filter(object -> isSeal(object.data()))
                .isPresent();
    }
}
