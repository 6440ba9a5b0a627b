package dev.corbel.cli.command.operation;

import dev.corbel.cli.invocation.Invocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;

/** A file that people name for a report. */
public final class ReportFile {
    private ReportFile() {}

    /** Writes it; the directory of the command is what its path is relative to. */
    public static void write(Invocation invocation, String file, String text, OpenOption... options) {
        try {
            Files.writeString(invocation.console().directory().resolve(file), text, options);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
