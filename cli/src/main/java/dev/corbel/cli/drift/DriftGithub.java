package dev.corbel.cli.drift;

import dev.corbel.engine.drift.DriftReport;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.text.Printable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The report as commands in the log of a job on GitHub, which shows them at the lines that they name. */
public final class DriftGithub {
    /** GitHub shows no more of one level and step. */
    static final int MAX_COMMANDS = 10;

    private DriftGithub() {}

    /** The commands, the worst first, and a line with the sums of each environment. */
    public static String of(DriftResult result) {
        Map<Level, List<String>> commands = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            commands.put(level, new ArrayList<>());
        }
        for (DriftReport report : result.reports()) {
            for (Diagnostic error : report.errors()) {
                add(Level.ERROR, error(error, report, result), commands);
            }
        }
        for (WorstFirst.Located located : WorstFirst.of(result.reports())) {
            if (located.finding().ignored().isEmpty()) {
                Level level = Level.of(located.finding());
                add(level, finding(level, located, result), commands);
            }
        }
        StringBuilder text = new StringBuilder();
        commands.forEach((level, lines) -> limited(level, lines).forEach(text::append));
        for (DriftReport report : result.reports()) {
            // The words before the name keep the line from being a command, whatever the name is.
            text.append("Environment ")
                    .append(Printable.line(report.environment()).replace("##[", "## ["))
                    .append(": ")
                    .append(DriftSums.of(report, result.least()).replace("##[", "## ["))
                    .append('\n');
        }
        return text.toString();
    }

    private static void add(Level level, String line, Map<Level, List<String>> commands) {
        commands.computeIfAbsent(level, key -> new ArrayList<>()).add(line);
    }

    private static String error(Diagnostic error, DriftReport report, DriftResult result) {
        String detail = error.detail().isEmpty() ? error.summary() : error.detail();
        return WorkflowCommand.at(
                Level.ERROR,
                FindingPlace.of(error, report, result),
                Printable.line(error.summary()),
                FindingWords.shortened(Printable.line(detail)));
    }

    private static String finding(Level level, WorstFirst.Located located, DriftResult result) {
        return WorkflowCommand.at(
                level,
                FindingPlace.of(located.finding(), located.report(), result),
                located.report().environment() + ": " + FindingWords.title(located.finding()),
                FindingWords.line(located.finding()));
    }

    /** As many as GitHub shows; where there are more, the last of them says so. */
    private static List<String> limited(Level level, List<String> lines) {
        if (lines.size() <= MAX_COMMANDS) {
            return lines;
        }
        List<String> limited = new ArrayList<>(lines.subList(0, MAX_COMMANDS - 1));
        int more = lines.size() - limited.size();
        limited.add(WorkflowCommand.of(level, more + " more of this level; the summary of the job has them."));
        return limited;
    }
}
