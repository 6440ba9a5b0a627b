package dev.corbel.state.local;

import static dev.corbel.state.Samples.put;
import static dev.corbel.state.local.CrashedRun.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.model.LockHolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine stops at every byte and at every step between; nothing that was promised may be lost or done twice. */
@Tag("proof")
class CrashTest {
    @TempDir(factory = FastFolder.class)
    Path folder;

    @Test
    void everyPrefixOfARunLeavesTheOldStateOrTheNew() throws IOException {
        Path former = former();
        FaultyDisk whole = FaultyDisk.endless();
        new CrashedRun().apply(store(copy(former, "whole"), whole));
        assertThat(whole.steps()).isGreaterThan(3000);
        for (long limit : moments(whole)) {
            Path project = copy(former, "at" + limit);
            CrashedRun run = new CrashedRun();
            run.apply(store(project, new FaultyDisk(limit)));
            run.expectNothingLost(project, "stopped after step " + limit);
            delete(project);
        }
    }

    @Test
    void everyPrefixOfTheVeryFirstRunDoesToo() throws IOException {
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        FaultyDisk whole = FaultyDisk.endless();
        new CrashedRun().apply(store(copy(nothing, "whole"), whole));
        for (long limit : moments(whole)) {
            Path project = copy(nothing, "at" + limit);
            CrashedRun run = new CrashedRun();
            run.apply(store(project, new FaultyDisk(limit)));
            run.expectNothingLost(project, "stopped after step " + limit);
            delete(project);
        }
    }

    @Test
    void everyPrefixOfTakingOverAJournalLeavesItToTheNext() throws IOException {
        Path former = former();
        CrashedRun run = new CrashedRun();
        run.applyHalf(store(former, FaultyDisk.endless()));
        FaultyDisk whole = FaultyDisk.endless();
        run.expectNothingLost(copy(former, "whole"), whole);
        for (long limit : moments(whole)) {
            Path project = copy(former, "at" + limit);
            try {
                store(project, new FaultyDisk(limit))
                        .begin(LockHolder.ofThisProcess("plan"), Duration.ZERO)
                        .close();
            } catch (DiagnosticsException stopped) {
                assertThat(stopped).hasMessageContaining("Cannot write");
            }
            run.expectNothingLost(project, "stopped after step " + limit);
            delete(project);
        }
    }

    /** All of them in the long form of the proofs, else every third, beginning with another one each day. */
    private static long[] moments(FaultyDisk whole) {
        boolean all = "all".equals(System.getProperty("corbel.kills"));
        long first = all ? 0 : Math.floorMod(LocalDate.now(ZoneOffset.UTC).toEpochDay(), 3);
        return LongStream.iterate(first, moment -> moment <= whole.steps(), moment -> moment + (all ? 1 : 3))
                .toArray();
    }

    /** An environment that knows x, from two runs. */
    private Path former() throws IOException {
        Path project = Files.createDirectory(folder.resolve("former"));
        for (String value : List.of("1", "2")) {
            try (StateTransaction transaction =
                    store(project, FaultyDisk.endless()).begin(LockHolder.ofThisProcess("apply"), Duration.ZERO)) {
                transaction.record(put("x", value));
                transaction.commit();
            }
        }
        return project;
    }

    private Path copy(Path project, String name) throws IOException {
        Path target = folder.resolve(name);
        for (Path file : files(project)) {
            Path copied = target.resolve(project.relativize(file).toString());
            Files.copy(file, copied);
        }
        return target;
    }

    private static void delete(Path project) throws IOException {
        List<Path> files = new ArrayList<>(files(project));
        java.util.Collections.reverse(files);
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private static List<Path> files(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return files.toList();
        }
    }
}
