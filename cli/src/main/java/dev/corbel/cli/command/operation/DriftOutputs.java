package dev.corbel.cli.command.operation;

import dev.corbel.cli.drift.DriftMarkdown;
import dev.corbel.cli.drift.DriftResult;
import dev.corbel.cli.drift.DriftSarif;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.render.Renderers;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** Writes a result to stdout and to files, each in its format, and tells a job on GitHub. */
public final class DriftOutputs {
    private final Invocation invocation;
    private final String shown;
    private final Map<String, String> files;

    /**
     * Outputs.
     *
     * @param shown the format on stdout
     * @param files the formats by the names of files
     */
    public DriftOutputs(Invocation invocation, String shown, Map<String, String> files) {
        this.invocation = invocation;
        this.shown = shown;
        this.files = Map.copyOf(files);
    }

    /** Refuses what would not fit, before it takes time to find out. */
    public void requireRoomFor(int environments) {
        if (shown.equals(Renderers.SARIF) && environments > DriftSarif.MAX_RUNS) {
            throw new DiagnosticsException(Diagnostic.error(
                            environments + " environments do not fit into one SARIF document",
                            "Code hosts take " + DriftSarif.MAX_RUNS + " of them in a file.")
                    .withHint("Write several files: --out sarif=drift.sarif makes drift-2.sarif and so on."));
        }
    }

    /** Writes all files; before the result is shown, so that they are there when somebody sees it. */
    public void writeFiles(DriftResult result) {
        files.forEach((file, format) -> file(result, format, file));
        if (shown.equals(Renderers.GITHUB) || files.containsValue(Renderers.GITHUB)) {
            tellJob(result);
        }
    }

    /** The text for stdout. */
    public String shown(DriftResult result) {
        return invocation.renderers().drift(shown).render(result);
    }

    private void file(DriftResult result, String format, String file) {
        List<DriftResult> parts =
                format.equals(Renderers.SARIF) ? result.inPartsOf(DriftSarif.MAX_RUNS) : List.of(result);
        for (int i = 0; i < parts.size(); i++) {
            ReportFile.write(
                    invocation,
                    i == 0 ? file : numbered(file, i + 1),
                    invocation.renderers().drift(format).render(parts.get(i)));
        }
    }

    private void append(String variable, String text) {
        String file = invocation.console().variables().getOrDefault(variable, "");
        if (!file.isEmpty()) {
            ReportFile.write(invocation, file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /** The name with a number before its ending. */
    private static String numbered(String file, int number) {
        int name = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1;
        int dot = file.lastIndexOf('.');
        int end = dot > name ? dot : file.length();
        return file.substring(0, end) + "-" + number + file.substring(end);
    }

    private void tellJob(DriftResult result) {
        int counting = result.counting();
        append("GITHUB_STEP_SUMMARY", DriftMarkdown.summary(result));
        append("GITHUB_OUTPUT", "drift=" + (counting > 0) + "\nfindings=" + counting + "\n");
    }
}
