package dev.corbel.cli.view;

import dev.corbel.cli.terminal.Style;
import dev.corbel.cli.terminal.Style.Ink;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.text.Printable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Shows a problem to people: what it is, where it is, the code with the place underlined, more about it, and what to do.
 *
 * <pre>
 * Error: sim_object has no attribute "nmae"
 *   at environments/default.groovy:3:5, in sim_object.a
 *
 *     2 | resource('sim_object', 'a') {
 *     3 |     nmae = 'x'
 *       |     ^^^^
 *
 *   Did you mean "name"?
 * </pre>
 */
public final class DiagnosticView {
    private final Style style;
    private final SourceLookup sources;
    private final SourceLinks links;
    private final Map<String, Optional<SourceExcerpt>> excerpts = new HashMap<>();

    /**
     * A view for one place to show problems in.
     *
     * @param sources of the code around them
     * @param links to the lines where they are
     */
    public DiagnosticView(Style style, SourceLookup sources, SourceLinks links) {
        this.style = style;
        this.sources = sources;
        this.links = links;
    }

    /** All problems, errors last so that they stand next to the prompt; each ends with a line break. */
    public String render(List<Diagnostic> diagnostics) {
        StringJoiner text = new StringJoiner("\n");
        diagnostics.stream().filter(problem -> !problem.isError()).forEach(problem -> text.add(render(problem)));
        diagnostics.stream().filter(Diagnostic::isError).forEach(problem -> text.add(render(problem)));
        return text.toString();
    }

    private String render(Diagnostic problem) {
        StringBuilder text = new StringBuilder();
        String severity = problem.isError() ? style.paint(Ink.ERROR, "Error:") : style.paint(Ink.WARNING, "Warning:");
        text.append(severity)
                .append(' ')
                .append(style.paint(Ink.EMPHASIS, Printable.line(problem.summary())))
                .append('\n');
        String place = place(problem);
        if (!place.isEmpty()) {
            text.append("  ").append(place).append('\n');
        }
        excerpt(text, problem);
        if (!problem.detail().isBlank()) {
            text.append('\n');
            Printable.lines(problem.detail()).lines().forEach(line -> text.append(("  " + line).stripTrailing())
                    .append('\n'));
        }
        problem.hint().ifPresent(hint -> {
            text.append('\n');
            Printable.lines(hint).lines().forEach(line -> text.append(("  " + line).stripTrailing())
                    .append('\n'));
        });
        return text.toString();
    }

    private String place(Diagnostic problem) {
        StringJoiner place = new StringJoiner(", ");
        problem.range()
                .ifPresent(range ->
                        place.add("at " + links.link(range.file(), range.line(), Printable.line(range.toString()))));
        problem.address().ifPresent(address -> place.add("in " + address));
        return place.toString();
    }

    private void excerpt(StringBuilder text, Diagnostic problem) {
        problem.range().ifPresent(range -> {
            List<String> lines = excerpts.computeIfAbsent(
                            range.file(), file -> sources.source(file).map(SourceExcerpt::new))
                    .map(excerpt -> excerpt.around(range))
                    .orElse(List.of());
            if (!lines.isEmpty()) {
                text.append('\n');
                lines.forEach(
                        line -> text.append("    ").append(excerptLine(line)).append('\n'));
            }
        });
    }

    private String excerptLine(String line) {
        String code = line.substring(line.indexOf('|') + 1).strip();
        return !code.isEmpty() && code.chars().allMatch(c -> c == '^') ? style.paint(Ink.ERROR, line) : line;
    }
}
