package dev.corbel.dsl.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values of a region that follow from what it says, for blueprints. */
final class DerivedInputs {
    private static final int DEFAULT_ZONES = 2;

    private DerivedInputs() {}

    static @Nullable Object of(Space component, String name) {
        if (!component.isKind("region")) {
            return ComponentView.LATER;
        }
        return switch (name) {
            case "zoneKeys" -> zoneKeys(component);
            case "backupProvider" -> backupProvider(component);
            default -> ComponentView.LATER;
        };
    }

    /** The positions of its zones, as texts: what keys in addresses are made of. */
    private static List<String> zoneKeys(Space region) {
        Raw.Written written = region.inputs().get("zones");
        Object zones = written == null ? null : ComponentView.plain(written.raw(), "zones");
        int count = DEFAULT_ZONES;
        if (zones instanceof Number number) {
            count = number.intValue();
        } else if (zones instanceof List<?> names) {
            count = names.size();
        } else if (region.components().containsKey("zone")) {
            Map<String, Space> blocks = region.components().getOrDefault("zone", Map.of());
            count = blocks.size();
        }
        return new ArrayList<>(
                IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList());
    }

    /** What a resource in the backup region sets as its provider; null where there is no backup region. */
    private static @Nullable Object backupProvider(Space region) {
        Raw.Written provider = region.inputs().get("provider");
        Raw.Written backup = region.inputs().get("backupRegion");
        if (provider == null || backup == null) {
            return null;
        }
        return ComponentView.plain(provider.raw(), "provider") + "."
                + ComponentView.plain(backup.raw(), "backupRegion");
    }
}
