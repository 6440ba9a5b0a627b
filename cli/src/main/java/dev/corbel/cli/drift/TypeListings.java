package dev.corbel.cli.drift;

import dev.corbel.engine.drift.DriftReport;
import dev.corbel.planner.plan.TypeListing;
import dev.corbel.planner.plan.TypeListing.Outcome;
import java.util.List;
import java.util.Locale;

/** The types whose objects were listed, and those of which there may be more, in sentences. */
final class TypeListings {
    private TypeListings() {}

    /** One line; empty where types were not listed. */
    static String of(DriftReport report) {
        if (report.listings().isEmpty()) {
            return "";
        }
        StringBuilder line =
                new StringBuilder(DriftSums.amount(names(report, Outcome.LISTED).size(), "type") + " listed.");
        for (Outcome outcome : List.of(Outcome.NOT_LISTABLE, Outcome.NOT_PERMITTED, Outcome.FAILED)) {
            List<String> names = names(report, outcome);
            if (!names.isEmpty()) {
                String text = outcome.text().replace('-', ' ');
                line.append(' ')
                        .append(text.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(text, 1, text.length())
                        .append(": ")
                        .append(String.join(", ", names))
                        .append('.');
            }
        }
        return line.append('\n').toString();
    }

    private static List<String> names(DriftReport report, Outcome outcome) {
        return report.listings().stream()
                .filter(listing -> listing.outcome() == outcome)
                .map(TypeListing::type)
                .toList();
    }
}
