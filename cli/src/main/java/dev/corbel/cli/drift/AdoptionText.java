package dev.corbel.cli.drift;

import dev.corbel.engine.drift.DriftReport;

/** The texts with which definitions would accept what is there, for people to take over. */
public final class AdoptionText {
    private AdoptionText() {}

    /** The texts, one after the other, under the name of their environment where there are several. */
    public static String of(DriftResult result) {
        StringBuilder text = new StringBuilder();
        for (DriftReport report : result.reports()) {
            if (result.reports().size() > 1 && !report.accepting().texts().isEmpty()) {
                text.append("// ").append(report.file()).append("\n\n");
            }
            report.accepting().texts().forEach(accepting -> text.append(accepting)
                    .append('\n'));
        }
        return text.toString();
    }
}
