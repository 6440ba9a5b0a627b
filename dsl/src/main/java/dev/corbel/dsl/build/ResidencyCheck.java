package dev.corbel.dsl.build;

import dev.corbel.dsl.component.PoliticalAreas;
import dev.corbel.dsl.declare.DataAreas;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Problems;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds regions to the political area that data must not leave, and backups to that of their region or to those that the
 * definition lets them out to.
 */
final class ResidencyCheck {
    private final Problems problems;
    private final DataAreas.@Nullable Residency residency;
    private final DataAreas.@Nullable BackupAreas backupAreas;

    ResidencyCheck(Problems problems, DataAreas areas) {
        this.problems = problems;
        this.residency = areas.residency().orElse(null);
        this.backupAreas = areas.backupAreas().orElse(null);
    }

    void check(Regions regions) {
        if (areasAreSound()) {
            regions.all().forEach(this::region);
        }
    }

    private boolean areasAreSound() {
        if (residency != null && !isKnown(residency.area(), residency.range())) {
            return false;
        }
        if (backupAreas == null) {
            return true;
        }
        if (residency == null) {
            problems.error(
                    "\"backupAreas\" needs \"residency\"",
                    "It lets backups lie beside the area that data must not leave.",
                    "Say which that is, such as residency = 'UK'.",
                    backupAreas.range());
            return false;
        }
        return backupAreas.areas().stream().allMatch(area -> mayLeaveTo(area, residency.area(), backupAreas.range()));
    }

    private boolean isKnown(String area, SourceRange range) {
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

    private void region(Scope region) {
        String label = String.valueOf(region.label());
        Optional<String> area = PoliticalAreas.of(label);
        if (residency != null) {
            inside(label, area, List.of(residency.area()), null, region.range());
        }
        DeclaredValue.Written backup = region.inputs().get("backupRegion");
        if (backup == null || !(backup.value().plain("backupRegion") instanceof String name)) {
            return;
        }
        Optional<String> backupArea = PoliticalAreas.of(name);
        if (residency != null) {
            inside(name, backupArea, areasOfBackups(residency), onlyBackups(backupArea, residency), backup.range());
        } else if (area.isPresent() && backupArea.isPresent() && !area.equals(backupArea)) {
            problems.error(
                    "The backup region \"" + name + "\" lies in another political area than \"" + label + "\"",
                    name + " lies in " + backupArea.get() + ", " + label + " in " + area.get()
                            + "; backups stay in one area.",
                    wayOut(area.get(), backupArea.get()),
                    backup.range());
        }
    }

    private List<String> areasOfBackups(DataAreas.Residency home) {
        Stream<String> more = backupAreas == null ? Stream.empty() : backupAreas.areas().stream();
        return Stream.concat(Stream.of(home.area()), more).distinct().toList();
    }

    private @Nullable String onlyBackups(Optional<String> area, DataAreas.Residency home) {
        return area.filter(name -> backupAreas == null
                        && PoliticalAreas.ofBackups(home.area()).contains(name))
                .map(name -> "backupAreas = ['" + name + "'] at the outermost level lets backups lie there.")
                .orElse(null);
    }

    private static String wayOut(String home, String area) {
        return PoliticalAreas.ofBackups(home).contains(area)
                ? "Choose a region in " + home + ", or let backups out: residency = '" + home + "' and backupAreas = ['"
                        + area + "'] at the outermost level."
                : "Choose a region in " + home + ".";
    }

    private void inside(
            String name,
            Optional<String> area,
            List<String> allowed,
            @Nullable String hint,
            @Nullable SourceRange range) {
        String wanted = String.join(" and ", allowed);
        if (area.isEmpty()) {
            problems.warning(
                    "Nobody here knows where the region \"" + name + "\" lies",
                    "Whether it is in " + wanted + ", as residency demands, could not be checked.",
                    null,
                    range);
        } else if (!allowed.contains(area.get())) {
            problems.error(
                    "The region \"" + name + "\" lies outside of " + wanted,
                    "It lies in " + area.get() + ", but residency = '" + allowed.get(0) + "'.",
                    hint,
                    range);
        }
    }
}
