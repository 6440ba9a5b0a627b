package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What the public zones here say of names. Of names in other zones nothing is known. */
final class PublicNames {
    private static final Comparator<Stored> LONGEST =
            Comparator.comparingInt(zone -> zone.name().length());

    private final World world;

    PublicNames(World world) {
        this.world = world;
    }

    /** The zone that a name is in; empty where it is in none of those here. */
    private Optional<Stored> zone(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return world.all().stream()
                .filter(stored -> stored.is(ZoneRule.PUBLIC))
                .filter(zone -> ("." + plain).endsWith("." + zone.name().toLowerCase(Locale.ROOT)))
                .max(LONGEST);
    }

    /** Whether a zone here should have a record of a name, and has none with such a text. */
    boolean lacks(String kind, String name, String property, String text) {
        return zone(name).filter(zone -> !has(zone, kind, name, property, text)).isPresent();
    }

    private boolean has(Stored zone, String kind, String name, String property, String text) {
        int rest = name.length() - zone.name().length() - 1;
        String record = rest < 0 ? "@" : name.substring(0, rest);
        return world.find(zone.path().list(kind).child(record).id())
                .filter(stored -> contains(Trees.at(stored.body(), property), text))
                .isPresent();
    }

    private static boolean contains(JsonNode value, String text) {
        return value.asText().equalsIgnoreCase(text)
                || StreamSupport.stream(value.spliterator(), false).anyMatch(part -> contains(part, text));
    }
}
