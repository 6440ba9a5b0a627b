package dev.corbel.cli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Mounts, for those who may make them: root, and whoever need not be asked for a password. */
public final class Mount {
    private static final List<List<String>> WAYS = List.of(List.of(), List.of("sudo", "-n"));

    private Mount() {}

    public static boolean tmpfs(Path folder, String size) {
        return any("mount", "-t", "tmpfs", "-o", "mode=0777,size=" + size, "tmpfs", folder.toString());
    }

    /** Makes a folder read-only, for root too. */
    public static boolean readOnly(Path folder) {
        return any("mount", "--bind", folder.toString(), folder.toString())
                && any("mount", "-o", "remount,bind,ro", folder.toString());
    }

    /** Skips the test where nothing could be mounted, and says so; fails where {@code CI=true}. */
    public static void require(Class<?> test, boolean mounted) {
        boolean obligatory = "true".equals(System.getenv("CI"));
        if (!mounted && !obligatory) {
            System.out.println(
                    test.getSimpleName() + ": skipped, since mounting a folder needs root, or sudo without a password");
        }
        Assumptions.assumeTrue(mounted || obligatory, "mounting needs root");
        assertThat(mounted).as("a folder can be mounted").isTrue();
    }

    public static void remove(Path folder) {
        any("umount", folder.toString());
    }

    private static boolean any(String... command) {
        return WAYS.stream().anyMatch(way -> succeeds(way, command));
    }

    private static boolean succeeds(List<String> way, String... command) {
        List<String> whole = new ArrayList<>(way);
        whole.addAll(List.of(command));
        try {
            return new ProcessBuilder(whole)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(interrupted));
        }
    }
}
