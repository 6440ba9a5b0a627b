package dev.corbel.cli.terminal;

import dev.corbel.cli.terminal.Console.Terminals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out which standard streams are terminals without starting a process or loading native code. */
final class TerminalDetection {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private TerminalDetection() {}

    static Terminals ofProcess() {
        if (Files.isDirectory(DESCRIPTORS)) {
            return new Terminals(isTerminal(0), isTerminal(1), isTerminal(2));
        }
        boolean all = System.console() != null;
        return new Terminals(all, all, all);
    }

    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(DESCRIPTORS.resolve(String.valueOf(descriptor)))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException closed) {
            return false;
        }
    }
}
