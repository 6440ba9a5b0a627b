package dev.corbel.dsl.declare;

import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The political areas that an environment names: {@code residency} and {@code backupAreas}, with the places of their values. */
public final class DataAreas {
    public static final String RESIDENCY = "residency";
    public static final String BACKUP_AREAS = "backupAreas";

    private @Nullable Residency residency;
    private @Nullable BackupAreas backupAreas;

    /** The area that data must not leave. */
    public record Residency(String area, SourceRange range) {}

    /** The areas that backups, and nothing else, may lie in beside it. */
    public record BackupAreas(List<String> areas, SourceRange range) {
        public BackupAreas {
            areas = List.copyOf(areas);
        }
    }

    DataAreas() {}

    public Optional<Residency> residency() {
        return Optional.ofNullable(residency);
    }

    public Optional<BackupAreas> backupAreas() {
        return Optional.ofNullable(backupAreas);
    }

    /** Takes the value of one of the two attributes. */
    void set(String name, @Nullable Object value, SourceRange range) {
        if (value == Placeholder.VALUE) {
            return;
        }
        if (name.equals(RESIDENCY)) {
            setResidency(value, range);
        } else {
            setBackupAreas(value, range);
        }
    }

    private void setResidency(@Nullable Object value, SourceRange range) {
        if (!(value instanceof String area)) {
            throw Problem.error("\"residency\" must be a string", "", "Name a political area, such as 'EU'.", range);
        }
        if (residency != null) {
            throw Problem.error("\"residency\" is set twice", "", null, range);
        }
        residency = new Residency(area, range);
    }

    private void setBackupAreas(@Nullable Object value, SourceRange range) {
        if (!(value instanceof List<?> areas) || !areas.stream().allMatch(String.class::isInstance)) {
            throw Problem.error(
                    "\"backupAreas\" must be a list of strings", "", "Name political areas, such as ['EU'].", range);
        }
        if (backupAreas != null) {
            throw Problem.error("\"backupAreas\" is set twice", "", null, range);
        }
        backupAreas = new BackupAreas(areas.stream().map(String.class::cast).toList(), range);
    }
}
