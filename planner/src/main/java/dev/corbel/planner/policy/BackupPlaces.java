package dev.corbel.planner.policy;

import dev.corbel.providers.api.fact.DataKind;
import dev.corbel.providers.api.fact.Fact;
import java.util.Optional;

/** Tells backups from data that people work with. */
final class BackupPlaces {
    private BackupPlaces() {}

    /**
     * Tells whether data is a backup: by what its type says, and where a component put it into the backup region of the
     * region around, since nobody works with it there.
     */
    static boolean isBackup(Fact.Stores data, PolicySubject subject, PolicySubjects subjects) {
        return data.kind() == DataKind.BACKUP
                || (data.kind() == DataKind.PRIMARY && inBackupRegion(data, subject, subjects));
    }

    private static boolean inBackupRegion(Fact.Stores data, PolicySubject subject, PolicySubjects subjects) {
        Optional<String> place = RegionAreas.region(data, subject);
        return place.isPresent()
                && subjects.around(subject.address(), "region")
                        .flatMap(region -> region.attributes().text("backupRegion"))
                        .equals(place);
    }
}
