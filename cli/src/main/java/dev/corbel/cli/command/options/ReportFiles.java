package dev.corbel.cli.command.options;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option that writes reports in other formats to files, in the same run. */
public final class ReportFiles {
    @Option(
            names = "--out",
            paramLabel = "FORMAT=FILE",
            description = "Write another format to a file. May be given several times.")
    private List<String> outputs = new ArrayList<>();

    /**
     * The formats by the files that they go to.
     *
     * @param subject of the report, as messages call it
     * @param formats that there are
     */
    public Map<String, String> files(String subject, List<String> formats) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String output : outputs) {
            int equals = output.indexOf('=');
            if (equals <= 0 || equals == output.length() - 1) {
                throw new DiagnosticsException(Diagnostic.error(
                                "--out takes a format and a file", "\"" + output + "\" is not of the form FORMAT=FILE.")
                        .withHint("Write --out json=" + subject + ".json, for example."));
            }
            String file = output.substring(equals + 1);
            String format = format("--out", output.substring(0, equals), subject, formats);
            if (files.put(file, format) != null) {
                throw new DiagnosticsException(
                        Diagnostic.error("Two formats go to " + file, "--out takes a file for each."));
            }
        }
        return files;
    }

    /** A format that an option names; an error where there is none of that name. */
    public static String format(String option, String name, String subject, List<String> formats) {
        if (!formats.contains(name)) {
            throw new DiagnosticsException(Diagnostic.error(
                            "\"" + name + "\" is no format of a report on " + subject,
                            option + " takes " + String.join(", ", formats) + ".")
                    .withHint(Suggestion.didYouMean(name, formats).orElse(null)));
        }
        return name;
    }
}
