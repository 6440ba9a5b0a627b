package dev.corbel.providers.local.supervisor;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The supervisor's process: {@code SupervisorMain FOLDER}. It ends when nothing is left to look after. */
public final class SupervisorMain {
    private static final int TOKEN_BYTES = 32;
    private static final int PAUSE_SECONDS = 1;
    private static final int IDLE_SECONDS = 30;

    private final Place place;
    private final String token;
    private final LogFile log;
    private final CountDownLatch end = new CountDownLatch(1);

    private SupervisorMain(Place place) {
        this.place = place;
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.token = HexFormat.of().formatHex(bytes);
        this.log = new LogFile(place.log());
    }

    /** Runs until nothing is left, or the folder is another's. */
    public static void main(String[] arguments) throws Exception {
        Place place = new Place(Path.of(arguments[0]));
        PrivateFiles.createFile(place.lock());
        try (FileChannel channel = FileChannel.open(place.lock(), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                new SupervisorMain(place).run();
            }
        }
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        Supervisor supervisor = new Supervisor(place, SupervisorMain::note);
        note("the supervisor is process " + ProcessHandle.current().pid());
        supervisor.resume();
        try (CommandServer server = new CommandServer(token, supervisor, SupervisorMain::note, end::countDown)) {
            server.start();
            MapValue self = ProcessMark.of(ProcessHandle.current())
                    .content()
                    .with("port", Value.of(server.port()))
                    .with(Message.TOKEN, Value.of(token));
            PrivateFiles.write(place.supervisor(), ValueJson.write(self));
            awaitEnd(supervisor, System.nanoTime());
        }
        supervisor.endAll();
        note("the supervisor ends");
        cleanUp();
    }

    private void awaitEnd(Supervisor supervisor, long begin) throws IOException, InterruptedException {
        while (!end.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
            if (!Files.exists(place.supervisor())) {
                return;
            }
            log.rotate();
            boolean isOld = System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(IDLE_SECONDS);
            if (isOld && supervisor.endsIfEmpty()) {
                return;
            }
        }
    }

    /** Leaves nothing where there is nothing left; else what the jobs are. */
    private void cleanUp() throws IOException {
        Files.deleteIfExists(place.supervisor());
        Files.deleteIfExists(place.options());
        if (!Files.isDirectory(place.folder()) || !place.jobs().isEmpty()) {
            return;
        }
        log.delete();
        Files.deleteIfExists(place.lock());
        PrivateFiles.deleteAll(place.folder().resolve("jobs"));
        place.deleteEmpty();
    }

    /** Into the log: the standard output is it. */
    private static void note(String what) {
        System.out.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + what);
    }
}
