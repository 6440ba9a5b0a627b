package dev.corbel.cli.terminal;

import dev.corbel.cli.terminal.Console.Terminals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds out which standard streams are terminals, without native code. {@code System.console()} does not tell: it knows
 * nothing of stderr, and newer versions of Java have one without any terminal, too.
 */
final class TerminalDetection {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private TerminalDetection() {}

    static Terminals ofProcess() {
        if (Files.isDirectory(DESCRIPTORS)) {
            return new Terminals(isTerminal(0), isTerminal(1), isTerminal(2));
        }
        return new Terminals(test(0), test(1), test(2));
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

    /** Asks the test command of POSIX, where no file system tells. */
    private static boolean test(int descriptor) {
        try {
            return new ProcessBuilder("test", "-t", String.valueOf(descriptor))
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
