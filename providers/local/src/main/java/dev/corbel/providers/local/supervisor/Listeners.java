package dev.corbel.providers.local.supervisor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The processes that listen on ports of this machine, which Linux alone tells. */
final class Listeners {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String LISTENS = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int HEXADECIMAL = 16;

    private Listeners() {}

    /**
     * Tells whether what listens on a port is no process of a job: another program may have been faster, and answers in its place
     * as long as the job's own has not failed for it. False where the system does not tell.
     */
    static boolean isAnother(RunningProcess process, int port) {
        Set<String> sockets = sockets(port);
        if (sockets.isEmpty()) {
            return false;
        }
        try (Stream<ProcessHandle> own = process.family()) {
            for (ProcessHandle one : (Iterable<ProcessHandle>) own::iterator) {
                if (has(one.pid(), sockets)) {
                    return false;
                }
            }
        } catch (IOException untold) {
            return false;
        }
        return true;
    }

    private static Set<String> sockets(int port) {
        Set<String> found = new HashSet<>();
        for (Path table : TABLES) {
            try (Stream<String> lines = Files.lines(table)) {
                lines.skip(1).map(line -> line.strip().split("\\s+")).forEach(fields -> {
                    if (fields.length > INODE && fields[STATE].equals(LISTENS) && port(fields[ADDRESS]) == port) {
                        found.add("socket:[" + fields[INODE] + "]");
                    }
                });
            } catch (IOException elsewhere) {
                // A system without this table.
            }
        }
        return found;
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), HEXADECIMAL);
    }

    private static boolean has(long pid, Set<String> sockets) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path entry : entries) {
                if (sockets.contains(target(entry))) {
                    return true;
                }
            }
            return false;
        } catch (NoSuchFileException ended) {
            return false;
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
