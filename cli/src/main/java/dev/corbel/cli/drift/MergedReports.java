package dev.corbel.cli.drift;

import dev.corbel.engine.drift.DriftReport;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The reports of several runs as if they were of one. No environment may be in two of them, and no shard may be missing. */
public final class MergedReports {
    private final Map<String, DriftReport> reports = new TreeMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final TreeSet<Integer> present = new TreeSet<>();
    private Optional<Shard> last = Optional.empty();

    private MergedReports() {}

    /**
     * Reads reports in JSON.
     *
     * @param directory that relative names start from
     * @throws DiagnosticsException where one cannot be read, or they do not belong together
     */
    public static List<DriftReport> read(Path directory, List<String> names) {
        MergedReports merged = new MergedReports();
        for (String name : names) {
            merged.add(name, contents(directory.resolve(name), name));
        }
        merged.requireAllShards();
        return List.copyOf(merged.reports.values());
    }

    private static DriftJsonReader.Contents contents(Path file, String name) {
        try {
            return DriftJsonReader.read(Files.readString(file));
        } catch (NoSuchFileException missing) {
            throw error("The report " + name + " does not exist", "");
        } catch (ReportPart.DamagedReportException damaged) {
            throw new DiagnosticsException(
                    Diagnostic.error(name + " is no report on drift", String.valueOf(damaged.getMessage()))
                            .withHint("corbel drift --all --out json=FILE writes one."));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(String name, DriftJsonReader.Contents contents) {
        for (DriftReport report : contents.reports()) {
            String other = files.put(report.environment(), name);
            if (other != null) {
                throw error(
                        "The environment \"" + report.environment() + "\" is in two of the reports",
                        "They are " + other + " and " + name + ".");
            }
            reports.put(report.environment(), report);
        }
        contents.shard().ifPresent(this::add);
    }

    private void add(Shard shard) {
        if (last.filter(other -> other.count() != shard.count()).isPresent()) {
            throw error(
                    "The reports are of different shards",
                    "One is of " + shard.count() + ", another of "
                            + last.orElse(shard).count() + ".");
        }
        last = Optional.of(shard);
        present.add(shard.index());
    }

    /** A job that failed leaves no report behind; without this, its environments would seem to be fine. */
    private void requireAllShards() {
        int count = last.map(Shard::count).orElse(0);
        for (int index = 1; index <= count; index++) {
            if (!present.contains(index)) {
                throw error(
                        "The report of shard " + index + "/" + count + " is missing",
                        "Its environments would be left out.");
            }
        }
    }

    private static DiagnosticsException error(String summary, String detail) {
        return new DiagnosticsException(Diagnostic.error(summary, detail));
    }
}
