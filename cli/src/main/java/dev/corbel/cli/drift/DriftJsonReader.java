package dev.corbel.cli.drift;

import dev.corbel.cli.drift.ReportPart.DamagedReportException;
import dev.corbel.cli.json.MaskedValue;
import dev.corbel.engine.drift.Accepting;
import dev.corbel.engine.drift.DriftReport;
import dev.corbel.planner.drift.DriftKind;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.planner.drift.Finding;
import dev.corbel.planner.drift.SuppressionReason;
import dev.corbel.planner.plan.TypeListing;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.json.ValueJson;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the JSON of a report. What was masked stays so. */
final class DriftJsonReader {
    private DriftJsonReader() {}

    /**
     * The contents of a file.
     *
     * @param shard the part of the environments that it is about; empty where it is about all that were asked for
     */
    record Contents(Optional<Shard> shard, List<DriftReport> reports) {}

    /**
     * Reads a document.
     *
     * @throws DamagedReportException where it is none
     */
    static Contents read(String text) {
        try {
            ReportPart document = ReportPart.of(ValueJson.read(text));
            String format = document.text("format");
            if (!format.equals(DriftJson.FORMAT)) {
                throw new DamagedReportException("Its \"format\" is \"" + format + "\".");
            }
            if (document.number("version") != DriftJson.VERSION) {
                throw new DamagedReportException("It has version " + document.number("version") + "; this Corbel knows "
                        + DriftJson.VERSION + ".");
            }
            return new Contents(
                    document.optional("shard").flatMap(Shard::parse),
                    document.parts("environments").stream()
                            .map(DriftJsonReader::report)
                            .toList());
        } catch (IOException broken) {
            throw new DamagedReportException("It is no JSON.");
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new DamagedReportException("A value in it cannot be: " + wrong.getMessage() + ".");
        }
    }

    private static DriftReport report(ReportPart part) {
        Map<SuppressionReason, Integer> suppressed = new EnumMap<>(SuppressionReason.class);
        part.numbers("suppressed")
                .forEach((reason, count) ->
                        suppressed.put(constant(SuppressionReason.class, reason), Math.toIntExact(count)));
        return new DriftReport(
                part.text("name"),
                part.text("file"),
                part.text("lineage"),
                part.number("serial"),
                part.texts("compared").stream().map(WrittenAddress::read).toList(),
                part.numbers("calls"),
                part.parts("findings").stream().map(DriftJsonReader::finding).toList(),
                suppressed,
                part.optionalParts("listings").stream()
                        .map(DriftJsonReader::listing)
                        .toList(),
                Accepting.NONE,
                part.parts("errors").stream().map(DriftJsonReader::diagnostic).toList(),
                part.parts("warnings").stream().map(DriftJsonReader::diagnostic).toList());
    }

    private static TypeListing listing(ReportPart part) {
        return new TypeListing(part.text("type"), constant(TypeListing.Outcome.class, part.text("outcome")));
    }

    private static Finding finding(ReportPart part) {
        return new Finding(
                constant(DriftKind.class, part.text("kind")),
                constant(DriftSeverity.class, part.text("severity")),
                part.optional("address").map(WrittenAddress::read),
                part.text("type"),
                part.optional("id"),
                part.optional("attribute"),
                MaskedValue.read(part.value("before")),
                MaskedValue.read(part.value("after")),
                part.part("range")
                        .map(range -> SourceRange.at(range.text("filename"), Math.toIntExact(range.number("line")), 1)),
                part.optional("detail").orElse(""),
                part.optional("policy"),
                part.optional("cause"),
                part.part("suppressed").map(DriftJsonReader::rule));
    }

    private static Finding.IgnoredBy rule(ReportPart part) {
        return new Finding.IgnoredBy(
                constant(SuppressionReason.class, part.text("by")),
                part.text("rule"),
                part.text("reason"),
                part.text("owner"),
                part.text("until"));
    }

    private static Diagnostic diagnostic(ReportPart part) {
        Diagnostic problem = part.text("severity").equals("error")
                ? Diagnostic.error(part.text("summary"), part.text("detail"))
                : Diagnostic.warning(part.text("summary"), part.text("detail"));
        return problem.withHint(part.optional("hint").orElse(null))
                .at(part.optional("address").map(WrittenAddress::read).orElse(null))
                .at(part.part("range").map(DriftJsonReader::range).orElse(null));
    }

    private static SourceRange range(ReportPart part) {
        return new SourceRange(
                part.text("filename"),
                position(part, "start", "line"),
                position(part, "start", "column"),
                position(part, "end", "line"),
                position(part, "end", "column"));
    }

    private static int position(ReportPart range, String end, String field) {
        return range.part(end)
                .map(place -> Math.toIntExact(place.number(field)))
                .orElseThrow(() -> new DamagedReportException("A range has no " + end + "."));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new DamagedReportException("This Corbel does not know \"" + text + "\".");
        }
    }
}
