package dev.corbel.state.local;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.FencedException;
import dev.corbel.state.backend.FolderName;
import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.json.StateDocuments;
import dev.corbel.state.store.Rescue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code .corbel/rescued} beside the project, for state whose own place cannot be reached. */
public final class RescueFolder implements Rescue {
    private static final Pattern NUMBERS = Pattern.compile("\\d+(-\\d+)?\\.json");

    private final Path project;
    private final String place;
    private final StateEncryption encryption;
    private final Disk disk = new FileDisk();

    /**
     * @param place where the state belongs, for people
     * @param encryption how its content is kept
     */
    public RescueFolder(Path project, String place, StateEncryption encryption) {
        this.project = project.toAbsolutePath().normalize();
        this.place = place;
        this.encryption = encryption;
    }

    @Override
    public DiagnosticsException keep(DiagnosticsException failure, StateDocument known) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        // What to do about it is said once, below.
        failure.diagnostics().forEach(said -> diagnostics.add(said.withHint(null)));
        diagnostics.add(keep(known, failure instanceof FencedException));
        DiagnosticsException told = new DiagnosticsException(diagnostics);
        told.initCause(failure);
        return told;
    }

    private Diagnostic keep(StateDocument known, boolean fenced) {
        Path folder = folder(project);
        try {
            disk.createFolders(folder);
            Path file = free(folder, known.state().serial(), fenced);
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            StateDocuments.write(known, encryption, text);
            try (Disk.Output output = disk.create(file)) {
                output.write(text.toByteArray(), 0, text.size());
                output.sync();
            }
            disk.syncFolder(folder);
            String shown = project.relativize(file).toString().replace('\\', '/');
            return Diagnostic.error("What this run did is kept in " + shown, "It could not be kept in " + place + ".")
                    .withHint(
                            fenced
                                    ? "Another run may have gone on meanwhile: compare the file with what \"corbel state pull "
                                            + encryption.environment() + "\" prints, and import what is missing there."
                                            + " What is there under another id exists twice: delete one of the two."
                                    : "When the backend can be reached again, put it there with \"corbel state push "
                                            + encryption.environment() + " " + shown
                                            + "\" before anything else is run.");
        } catch (IOException failure) {
            return Diagnostic.error(
                    "What this run did could not be kept on this machine either",
                    "Writing below " + folder + " failed: " + failure.getMessage() + ".");
        }
    }

    /** The documents that were kept there to be pushed, and not taken away since, the oldest first. */
    public static List<Path> files(Path project, String environment) {
        Path folder = folder(project.toAbsolutePath().normalize());
        String beginning = FolderName.of(environment) + "-";
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .filter(file -> NUMBERS.matcher(
                                    file.getFileName().toString().substring(beginning.length()))
                            .matches())
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static Path folder(Path project) {
        return project.resolve(".corbel").resolve("rescued");
    }

    /** An earlier one is not overwritten. What another run went past is told by its name: nobody can push that. */
    private Path free(Path folder, long serial, boolean late) {
        String name = FolderName.of(encryption.environment()) + "-" + serial + (late ? "-late" : "");
        Path file = folder.resolve(name + ".json");
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(name + "-" + number + ".json");
        }
        return file;
    }
}
