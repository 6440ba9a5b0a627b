package dev.corbel.dsl.build;

import dev.corbel.dsl.component.PoliticalAreas;
import dev.corbel.dsl.declare.DataAreas;
import dev.corbel.dsl.scope.Problems;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.List;

/** Checks the political areas that a definition names: that there are such, and that backups may go there at all. */
final class AreasCheck {
    private final Problems problems;

    AreasCheck(Problems problems) {
        this.problems = problems;
    }

    /** Tells whether the areas are sound; notes the first thing that is not. */
    boolean areSound(DataAreas areas) {
        DataAreas.Residency residency = areas.residency().orElse(null);
        DataAreas.BackupAreas backups = areas.backupAreas().orElse(null);
        if (residency != null && !isKnown(residency.area(), residency.range())) {
            return false;
        }
        if (backups == null) {
            return true;
        }
        if (residency == null) {
            problems.error(
                    "\"backupAreas\" needs \"residency\"",
                    "It lets backups lie beside the area that data must not leave.",
                    "Say which that is, such as residency = 'UK'.",
                    backups.range());
            return false;
        }
        return backups.areas().stream().allMatch(area -> mayLeaveTo(area, residency.area(), backups.range()));
    }

    /** Tells whether there is such an area; notes it where there is none. */
    boolean isKnown(String area, SourceRange range) {
        if (PoliticalAreas.names().contains(area)) {
            return true;
        }
        problems.error(
                "\"" + area + "\" is no political area that is known here",
                "Known are " + String.join(", ", PoliticalAreas.names()) + ".",
                Suggestion.didYouMean(area, PoliticalAreas.names()).orElse(null),
                range);
        return false;
    }

    private boolean mayLeaveTo(String area, String home, SourceRange range) {
        if (!isKnown(area, range)) {
            return false;
        }
        List<String> allowed = PoliticalAreas.ofBackups(home);
        if (area.equals(home) || allowed.contains(area)) {
            return true;
        }
        problems.error(
                "Backups of " + home + " may not lie in " + area,
                allowed.isEmpty()
                        ? "They never leave " + home + "."
                        : "They may lie in " + home + " and in " + String.join(", ", allowed) + ".",
                null,
                range);
        return false;
    }
}
