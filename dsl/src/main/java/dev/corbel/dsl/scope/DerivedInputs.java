package dev.corbel.dsl.scope;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values of components that follow from what the definition says of them and around them, for blueprints. */
final class DerivedInputs {
    private static final int DEFAULT_ZONES = 2;
    private static final String ZONE_KEYS = "zoneKeys";
    private static final String BACKUP_PROVIDER = "backupProvider";
    private static final String ZONES = "zones";
    private static final String ZONE = "zone";
    private static final String HOSTS = "hosts";
    private static final String HOST = "host";
    private static final String PROVIDER = "provider";
    private static final String LABEL = "label";
    private static final Set<String> PARTS = Set.of("containers", "loadBalancer", "database", "bucket");

    private DerivedInputs() {}

    static boolean has(Scope component, String name) {
        if (component.isKind("region")) {
            return Set.of(ZONE_KEYS, BACKUP_PROVIDER, HOSTS).contains(name)
                    || (name.equals(ZONES) && component.components().containsKey(ZONE));
        }
        return component.isKind(HOST)
                ? name.equals(PROVIDER) || name.equals(ZONE)
                : name.equals(HOSTS) && (component.isKind(ZONE) || isPart(component));
    }

    private static boolean isPart(Scope component) {
        return PARTS.stream().anyMatch(component::isKind);
    }

    /** The derived value of this name, which there is. */
    static @Nullable Object of(Scope component, String name) {
        return switch (name) {
            case ZONE_KEYS -> zoneKeys(component);
            case BACKUP_PROVIDER -> backupProvider(component);
            case ZONES -> zones(component);
            case HOSTS -> isPart(component) ? placement(component) : hosts(component);
            case PROVIDER -> provider(component);
            default -> zone(component);
        };
    }

    /** The positions of its zones, as texts: what keys in addresses are made of. */
    private static List<String> zoneKeys(Scope region) {
        DeclaredValue.Written written = region.inputs().get(ZONES);
        Object zones = written == null ? null : written.value().plain(ZONES);
        int count = DEFAULT_ZONES;
        if (zones instanceof Number number) {
            count = number.intValue();
        } else if (zones instanceof List<?> names) {
            count = names.size();
        } else if (region.components().containsKey(ZONE)) {
            Map<String, Scope> blocks = region.components().getOrDefault(ZONE, Map.of());
            count = blocks.size();
        }
        return new ArrayList<>(
                IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList());
    }

    /** The provider for resources in the backup region; null where there is no backup region. */
    private static @Nullable Object backupProvider(Scope region) {
        DeclaredValue.Written provider = region.inputs().get(PROVIDER);
        DeclaredValue.Written backup = region.inputs().get("backupRegion");
        if (provider == null || backup == null) {
            return null;
        }
        return provider.value().plain(PROVIDER) + "." + backup.value().plain("backupRegion");
    }

    /** The zones that have blocks, each with its hosts. */
    private static List<Map<String, @Nullable Object>> zones(Scope region) {
        List<Map<String, @Nullable Object>> zones = new ArrayList<>();
        region.components().getOrDefault(ZONE, Map.of()).values().forEach(zone -> {
            Map<String, @Nullable Object> view = new LinkedHashMap<>();
            view.put(LABEL, zone.label());
            view.put(HOSTS, hosts(zone));
            zones.add(view);
        });
        return zones;
    }

    /** The hosts in a zone, or all of a region, those of its zones first. */
    private static List<Map<String, @Nullable Object>> hosts(Scope around) {
        List<Map<String, @Nullable Object>> hosts = new ArrayList<>();
        around.components().getOrDefault(ZONE, Map.of()).values().forEach(zone -> hosts.addAll(hosts(zone)));
        around.components().getOrDefault(HOST, Map.of()).values().forEach(host -> hosts.add(view(host)));
        return hosts;
    }

    /** The hosts that a part of an app was put on. */
    private static List<Map<String, @Nullable Object>> placement(Scope part) {
        List<Map<String, @Nullable Object>> hosts = new ArrayList<>();
        part.hosts().forEach(host -> hosts.add(view(host)));
        return hosts;
    }

    private static Map<String, @Nullable Object> view(Scope host) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put(LABEL, host.label());
        view.put(ZONE, zone(host));
        view.put(PROVIDER, provider(host));
        view.putAll(ComponentInputs.all(host));
        return view;
    }

    /** The label of the zone that a host stands in; null outside of zones. */
    private static @Nullable String zone(Scope host) {
        return host.enclosing(ZONE).map(Scope::label).orElse(null);
    }

    /** The name of a host's own configuration, for {@code provider = …}; null where the region has no provider. */
    private static @Nullable Object provider(Scope host) {
        Optional<Object> written = host.region()
                .map(region -> region.inputs().get(PROVIDER))
                .map(provider -> provider.value().plain(PROVIDER));
        return written.map(name -> name instanceof String ? name + "." + host.label() : name)
                .orElse(null);
    }
}
