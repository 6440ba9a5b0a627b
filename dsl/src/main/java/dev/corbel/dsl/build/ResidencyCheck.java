package dev.corbel.dsl.build;

import dev.corbel.dsl.component.PoliticalAreas;
import dev.corbel.dsl.declare.Settings;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Problems;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds regions to the political area that data must not leave, and backups to that of their region. */
final class ResidencyCheck {
    private final Problems problems;
    private final Settings.@Nullable Residency residency;

    ResidencyCheck(Problems problems, Settings.@Nullable Residency residency) {
        this.problems = problems;
        this.residency = residency;
    }

    void check(Regions regions) {
        if (residency != null && !PoliticalAreas.names().contains(residency.area())) {
            problems.error(
                    "\"" + residency.area() + "\" is no political area that is known here",
                    "Known are " + String.join(", ", PoliticalAreas.names()) + ".",
                    Suggestion.didYouMean(residency.area(), PoliticalAreas.names())
                            .orElse(null),
                    residency.range());
            return;
        }
        regions.all().forEach(this::region);
    }

    private void region(Scope region) {
        String label = String.valueOf(region.label());
        Optional<String> area = PoliticalAreas.of(label);
        if (residency != null) {
            inside(label, area, region.range());
        }
        DeclaredValue.Written backup = region.inputs().get("backupRegion");
        if (backup == null || !(backup.value().plain("backupRegion") instanceof String name)) {
            return;
        }
        Optional<String> backupArea = PoliticalAreas.of(name);
        if (residency != null) {
            inside(name, backupArea, backup.range());
        } else if (area.isPresent() && backupArea.isPresent() && !area.equals(backupArea)) {
            problems.error(
                    "The backup region \"" + name + "\" lies in another political area than \"" + label + "\"",
                    name + " lies in " + backupArea.get() + ", " + label + " in " + area.get()
                            + "; backups stay in one area.",
                    "Choose a region in " + area.get() + ".",
                    backup.range());
        }
    }

    private void inside(String name, Optional<String> area, @Nullable SourceRange range) {
        String wanted = java.util.Objects.requireNonNull(residency).area();
        if (area.isEmpty()) {
            problems.warning(
                    "Nobody here knows where the region \"" + name + "\" lies",
                    "Whether it is in " + wanted + ", as residency demands, could not be checked.",
                    null,
                    range);
        } else if (!area.get().equals(wanted)) {
            problems.error(
                    "The region \"" + name + "\" lies outside of " + wanted,
                    "It lies in " + area.get() + ", but residency = '" + wanted + "'.",
                    null,
                    range);
        }
    }
}
