package dev.corbel.dsl.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values of a region that follow from what it says, for blueprints. */
final class DerivedInputs {
    private static final int DEFAULT_ZONES = 2;
    private static final String ZONE_KEYS = "zoneKeys";
    private static final String BACKUP_PROVIDER = "backupProvider";

    private DerivedInputs() {}

    static boolean has(Scope component, String name) {
        return component.isKind("region") && (name.equals(ZONE_KEYS) || name.equals(BACKUP_PROVIDER));
    }

    /** The derived value of this name, which there is. */
    static @Nullable Object of(Scope region, String name) {
        return name.equals(ZONE_KEYS) ? zoneKeys(region) : backupProvider(region);
    }

    /** The positions of its zones, as texts: what keys in addresses are made of. */
    private static List<String> zoneKeys(Scope region) {
        DeclaredValue.Written written = region.inputs().get("zones");
        Object zones = written == null ? null : written.value().plain("zones");
        int count = DEFAULT_ZONES;
        if (zones instanceof Number number) {
            count = number.intValue();
        } else if (zones instanceof List<?> names) {
            count = names.size();
        } else if (region.components().containsKey("zone")) {
            Map<String, Scope> blocks = region.components().getOrDefault("zone", Map.of());
            count = blocks.size();
        }
        return new ArrayList<>(
                IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList());
    }

    /** The provider for resources in the backup region; null where there is no backup region. */
    private static @Nullable Object backupProvider(Scope region) {
        DeclaredValue.Written provider = region.inputs().get("provider");
        DeclaredValue.Written backup = region.inputs().get("backupRegion");
        if (provider == null || backup == null) {
            return null;
        }
        return provider.value().plain("provider") + "." + backup.value().plain("backupRegion");
    }
}
