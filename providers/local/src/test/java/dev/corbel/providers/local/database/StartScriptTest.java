package dev.corbel.providers.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start of a server by root, on systems that offer less than others. */
class StartScriptTest {
    @TempDir
    Path folder;

    private @Nullable Process started;

    @BeforeEach
    void beRoot() {
        assumeTrue(System.getProperty("user.name").equals("root"));
    }

    @AfterEach
    void stop() throws Exception {
        Process process = started;
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    /** A program that fails, before that of the system. */
    private void withhold(String program) throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path file = Files.writeString(bin.resolve(program), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Process start() throws Exception {
        Path programs = Programs.ofThisMachine().unpack(folder.resolve("cache"));
        String script;
        try (InputStream in = LocalPostgresql.class.getResourceAsStream("start.sh")) {
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", script)
                .directory(Files.createDirectories(folder.resolve("job")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "PATH", folder.resolve("bin") + ":" + System.getenv("PATH"),
                        "CORBEL_PROGRAMS", programs.resolve("bin").toString(),
                        "CORBEL_CREATE", "create role app login",
                        "CORBEL_PASSWORD", "alter role app password 'x'",
                        "CORBEL_CONFIGURATION", "1",
                        "CORBEL_SETTINGS", ServerSettings.text(freePort(), Map.of()),
                        "CORBEL_ACCESS", "host all app 127.0.0.1/32 scram-sha-256"));
        Process process = builder.start();
        started = process;
        return process;
    }

    private static int freePort() throws Exception {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String output() throws Exception {
        return Files.readString(folder.resolve("output.log"));
    }

    private void awaitReady(Process process) throws Exception {
        while (!output().contains("ready to accept connections")) {
            assertThat(process.isAlive()).as(output()).isTrue();
            Thread.sleep(20);
        }
    }

    private String user(Process process) throws Exception {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("Uid:"))
                .findFirst()
                .orElseThrow()
                .replaceAll("Uid:\\s+(\\d+)\\s.*", "$1");
    }

    @Test
    void withoutUserNamespacesItIsAnotherUserThatReadsWhatIsRoots() throws Exception {
        withhold("unshare");

        Process process = start();
        awaitReady(process);

        assertThat(user(process)).isEqualTo("65534");
        assertThat(Files.getOwner(folder.resolve("job/data")).getName()).isNotEqualTo("root");
    }

    @Test
    void dataMovesToTheUserThatThereIs() throws Exception {
        withhold("unshare");
        Process first = start();
        awaitReady(first);
        new ProcessBuilder("kill", "-INT", Long.toString(first.pid())).start().waitFor();
        first.waitFor();
        Files.delete(folder.resolve("bin/unshare"));

        Process second = start();
        awaitReady(second);

        assertThat(Files.getOwner(folder.resolve("job/data")).getName()).isEqualTo("root");
    }

    @Test
    void withoutAWayToBeAnotherUserItSaysSo() throws Exception {
        withhold("unshare");
        withhold("setpriv");

        assertThat(start().waitFor()).isEqualTo(1);

        assertThat(output()).isEqualTo("""
                PostgreSQL does not run as root, and neither unshare nor setpriv can make it another user here.
                Call Corbel as another user than root.
                """);
    }

    @Test
    void aFullDiskIsToldAndTheNextStartBeginsAnew() throws Exception {
        Path job = Files.createDirectories(folder.resolve("job"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", job.toString()).start();
        assumeTrue(mount.waitFor() == 0, "root may mount");
        try {
            assertThat(start().waitFor()).isNotZero();
            assertThat(output()).contains("No space left on device");
            assertThat(job.resolve("data")).doesNotExist();
        } finally {
            assertThat(new ProcessBuilder("umount", job.toString()).start().waitFor())
                    .isZero();
        }
        awaitReady(start());
    }
}
