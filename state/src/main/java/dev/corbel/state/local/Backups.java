package dev.corbel.state.local;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateBackup;
import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.json.StateDocuments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The former snapshots of an environment: {@code NUMBER-serial-SERIAL.json}, of which the highest number is newest. */
final class Backups {
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})-serial-(\\d{1,18})\\.json");

    private final StateFolder folder;
    private final Disk disk;
    private final int limit;
    private final StateEncryption encryption;
    private final LocalProblem problem;

    Backups(StateFolder folder, Disk disk, int limit, StateEncryption encryption) {
        this.folder = folder;
        this.disk = disk;
        this.limit = limit;
        this.encryption = encryption;
        this.problem = new LocalProblem(folder);
    }

    private record Kept(Path file, long number, long serial) {}

    /** Keeps a snapshot that is about to be replaced, and lets the oldest go. */
    void keep(Path snapshot, long serial) throws IOException {
        if (limit == 0) {
            return;
        }
        disk.createFolders(folder.backups());
        List<Kept> kept = files();
        long last = kept.isEmpty() ? 0 : kept.get(0).number();
        // A run that was stopped after this step and before the next one has kept this snapshot already.
        if (kept.isEmpty() || !Files.isSameFile(kept.get(0).file(), snapshot)) {
            disk.link(snapshot, folder.backups().resolve("%06d-serial-%d.json".formatted(last + 1, serial)));
            disk.syncFolder(folder.backups());
            kept = files();
        }
        for (int i = limit; i < kept.size(); i++) {
            disk.delete(kept.get(i).file());
        }
    }

    /** Newest first. */
    List<StateBackup> list() {
        try {
            return files().stream().map(this::backup).toList();
        } catch (IOException failure) {
            throw problem.cannotRead(folder.backups(), failure);
        }
    }

    StateDocument read(StateBackup backup) {
        Path file = folder.project().resolve(backup.name());
        try (InputStream source = Files.newInputStream(file)) {
            StateDocument document = StateDocuments.read(source, encryption);
            String environment = document.state().environment();
            if (!environment.equals(folder.environment())) {
                throw problem.otherEnvironment(file, environment);
            }
            if (document.state().serial() != backup.serial()) {
                throw problem.otherSerial(file, document.state().serial(), backup.serial());
            }
            return document;
        } catch (NoSuchFileException gone) {
            throw new DiagnosticsException(
                    Diagnostic.error(
                                    "The former state is no longer there",
                                    backup.name() + " of serial " + backup.serial() + " was deleted meanwhile.")
                            .withHint("See which ones there are with \"corbel state history\"."),
                    gone);
        } catch (IOException broken) {
            throw problem.unreadable(file, "The former state", broken, "Choose another one.");
        }
    }

    private StateBackup backup(Kept kept) {
        return new StateBackup(folder.shown(kept.file()), kept.serial(), written(kept.file()));
    }

    private Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }

    private List<Kept> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.backups())) {
            return files.flatMap(Backups::kept)
                    .sorted(Comparator.comparingLong(Kept::number).reversed())
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private static Stream<Kept> kept(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches()
                ? Stream.of(new Kept(file, Long.parseLong(name.group(1)), Long.parseLong(name.group(2))))
                : Stream.of();
    }
}
